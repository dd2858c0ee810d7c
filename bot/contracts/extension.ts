import { z } from 'zod';
import { agreeCommand, searchCommand, searchParameter } from './extension-commands.ts';

/** What Teams sends when somebody uses the message extension: the values of its invokes. Unknown parts are left alone. */

/** `commandBox` in the manifest, `commandbox` in what is sent. */
const commandContext = z.string().max(64).optional();

/** Of a message that somebody chose; whatever does not fit is as if it were not there. */
const message = z.object({
  linkToMessage: z.string().max(2_000).optional().catch(undefined),
  body: z
    .object({ contentType: z.string().max(64).optional(), content: z.string().max(100_000) })
    .optional()
    .catch(undefined),
});

const ofAction = { commandId: z.literal(agreeCommand), commandContext, messagePayload: message.nullish() };

/** `composeExtension/fetchTask`: the form is asked for. */
export const fetchTask = z.object(ofAction);
export type FetchTask = z.infer<typeof fetchTask>;

/** `composeExtension/submitAction`. `data`: of a button of ours (contracts/buttons.ts), or Teams' own word that the app was added. */
export const submitAction = z.object({ ...ofAction, data: z.unknown() });

/** Teams has added the app to the conversation, because our button asked it to; then it wants the form. */
export const appAdded = z.object({ msteams: z.object({ justInTimeInstall: z.literal(true) }) });

const mostAtOnce = 25;
const parameter = z.object({ name: z.string().max(64), value: z.unknown() });

/** `composeExtension/query`: what was typed; nothing where Teams asks at once. */
export const extensionQuery = z
  .object({
    commandId: z.literal(searchCommand),
    parameters: z.array(parameter).max(8).default([]),
    queryOptions: z
      .object({ skip: z.int().min(0).max(1_000_000).default(0), count: z.int().min(1).max(1_000).default(mostAtOnce) })
      .default({ skip: 0, count: mostAtOnce }),
  })
  .transform(({ parameters, queryOptions: { skip, count } }) => {
    const typed = parameters.find(({ name }) => name === searchParameter)?.value;
    return { text: typeof typed === 'string' ? typed.slice(0, 500) : '', skip, count: Math.min(count, mostAtOnce) };
  });

/** `composeExtension/queryLink`: a link was pasted. */
export const queryLink = z.object({ url: z.string().max(4_000) });
