import type { Button } from '../contracts/buttons.ts';
import type { Command } from './command.ts';

/** Words that are answered in a linked channel too; the others are for the home channel. */
export const wordsInLinked: readonly Command[] = ['setup', 'roster', 'survey', 'my data'];

/**
 * What may be pressed through a linked channel: answering and what it needs, one's own data, and what an owner says to a nudge. Everything
 * else stays in the home channel.
 */
export const buttonsInLinked: ReadonlySet<Button['verb']> = new Set([
  ...(['roster.open', 'roster.view', 'roster.save', 'round.manage', 'data.view', 'data.erase'] as const),
  ...(['survey.view', 'survey.answer', 'survey.change', 'survey.back', 'survey.apart', 'survey.page'] as const),
  ...([
    'action.view',
    'action.ask',
    'action.onTrack',
    'action.done',
    'action.stuck',
    'action.moreTime',
    'action.snooze',
  ] as const),
]);
