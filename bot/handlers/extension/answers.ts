import { inDialog } from '../../../adaptiveCards/dialog-parts.ts';
import { foundPreview } from '../../../adaptiveCards/found-parts.ts';
import { found } from '../../../adaptiveCards/found.ts';
import type { Card } from '../../../adaptiveCards/parts.ts';
import type { LinkToTab } from '../../contracts/deep-link.ts';
import type { Language } from '../../domain/collaboration.ts';
import type { Finding } from '../../domain/found.ts';

/** What Teams takes as the answer to an invoke of a message extension. */
export type Answer = { readonly task: object } | InMessage;
type InMessage = { readonly composeExtension: object };

const adaptive = (content: Card) => ({ contentType: 'application/vnd.microsoft.card.adaptive', content });

type Attachment = ReturnType<typeof adaptive> & { readonly preview: unknown };

/** A form in a dialog, or another one after it. `trouble`: what is wrong with what was sent. */
export const dialog = (title: string, card: Card, trouble?: string): Answer => ({
  task: {
    type: 'continue',
    value: { title, height: 'large', width: 'medium', card: adaptive(inDialog(card, title, trouble)) },
  },
});

/** A dialog that only says something, and is closed. */
export const said = (value: string): Answer => ({ task: { type: 'message', value } });

/** A sentence where results would stand. */
export const saidInList = (text: string): Answer => ({ composeExtension: { type: 'message', text } });

/** Of each a line to choose from, and what is put into the message when it is chosen. An empty list shows nothing. */
export const results = (attachments: readonly Attachment[]): InMessage => ({
  composeExtension: { type: 'result', attachmentLayout: 'list', attachments },
});

/** Teams keeps what a link was answered with for half an hour, for whoever pastes it next, unless it is told not to. */
export const notKept = ({ composeExtension }: InMessage): InMessage => ({
  composeExtension: {
    ...composeExtension,
    suggestedActions: { actions: [{ type: 'setCachePolicy', value: JSON.stringify({ type: 'no-cache' }) }] },
  },
});

/** `language`: of the line in the list. The card itself speaks the language of its collaboration. */
export const attachmentOf = (language: Language, finding: Finding, linkToTab: LinkToTab): Attachment =>
  attachment(language, finding, found(finding, linkToTab));

export const attachment = (language: Language, finding: Finding, card: Card): Attachment => ({
  ...adaptive(card),
  preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: foundPreview(language, finding) },
});
