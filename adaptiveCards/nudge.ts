import type { NudgeFacts } from '../bot/domain/message.ts';
import { sayIn } from '../locales/translate.ts';
import type { Card } from './parts.ts';
import { nudgedActions } from './nudge-parts.ts';
import { button, card, cut, plain, quiet, text, title } from './parts.ts';

/** On one card; the rest is counted. Texts have up to 400 characters, and a message 28 KB. */
const mostActions = 4;

/** To one person, privately: what is due of theirs; for an integration manager, of whom it is. */
export const nudge = (facts: NudgeFacts): Card => {
  const say = sayIn(facts.language);
  const { shown, more } = cut(say, facts.actions, mostActions);
  const pointer = { collaboration: facts.collaboration };
  // One of one's own is answered at once where a press is enough.
  const [only] = facts.actions.length === 1 ? facts.actions : [];
  const atOnce =
    only?.own === true
      ? [
          button(say('action.ask.on track'), { verb: 'action.onTrack', ...pointer, action: only.id }, { primary: true }),
          ...(only.kind === 'test of change'
            ? []
            : [button(say('action.ask.done'), { verb: 'action.done', ...pointer, action: only.id })]),
        ]
      : [];
  const open = (label: string, action: number) => button(label, { verb: 'action.view', ...pointer, action });
  const body = [
    title(say('nudge.title', { count: facts.actions.length })),
    text(plain(facts.purpose)),
    ...nudgedActions(say, facts, shown, only === undefined),
    ...more,
    quiet(say('nudge.why')),
  ];
  const all = more.length > 0 ? [button(say('action.all'), { verb: 'action.mine', ...pointer, whose: 'all' })] : [];
  return card(body, only === undefined ? all : [...atOnce, open(say('action.open'), only.id)]);
};
