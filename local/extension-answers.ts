import { z } from 'zod';
import type { Delivered } from './deliver.ts';
import type { ExtensionAnswer } from './wire.ts';

const unreachable: ExtensionAnswer = { kind: 'error', text: 'Unable to reach app. Please try again.' };

const card = z.looseObject({ type: z.literal('AdaptiveCard') });
const adaptive = z.looseObject({ contentType: z.literal('application/vnd.microsoft.card.adaptive'), content: card });
const preview = z.looseObject({ content: z.looseObject({ title: z.string().default(''), text: z.string().default('') }) });

/** What clients take as an answer of a message extension. */
const answer = z.union([
  z.object({ task: z.looseObject({ type: z.literal('message'), value: z.string() }) }),
  z.object({
    task: z.looseObject({ type: z.literal('continue'), value: z.looseObject({ title: z.string(), card: adaptive }) }),
  }),
  z.object({ composeExtension: z.looseObject({ type: z.literal('message'), text: z.string() }) }),
  z.object({
    composeExtension: z.looseObject({
      type: z.literal('result'),
      attachmentLayout: z.enum(['list', 'grid']),
      attachments: z.array(adaptive.extend({ preview })),
    }),
  }),
]);

/** Reads the answer as a client does: what is not valid is an error to the person. */
export function readExtensionAnswer({ status, body }: Delivered): ExtensionAnswer {
  const read = answer.safeParse(body);
  if (status !== 200 || !read.success) return unreachable;
  if ('task' in read.data) {
    const { task } = read.data;
    if (task.type === 'message') return { kind: 'message', text: task.value };
    return { kind: 'dialog', title: task.value.title, card: task.value.card.content };
  }
  const { composeExtension } = read.data;
  if (composeExtension.type === 'message') return { kind: 'message', text: composeExtension.text };
  const found = composeExtension.attachments.map(({ content, preview: shown }) => ({
    title: shown.content.title,
    text: shown.content.text,
    card: content,
  }));
  return { kind: 'found', found };
}
