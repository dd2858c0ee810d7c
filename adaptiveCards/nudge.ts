import type { NudgeFacts } from '../bot/domain/message.ts';
import { sayIn } from '../locales/translate.ts';
import type { Card } from './parts.ts';
import { button, card, cut, day, plain, quiet, text, title } from './parts.ts';

/** On one card; the rest is counted. Texts have up to 400 characters, and a message 28 KB. */
const mostActions = 4;
const mostOwners = 3;

/** To one person, privately: what is due of theirs; for an integration manager, of whom it is. */
export const nudge = (facts: NudgeFacts): Card => {
  const say = sayIn(facts.language);
  const { shown, more } = cut(say, facts.actions, mostActions);
  const ownersOf = ({ owners }: (typeof shown)[number]): string =>
    plain(
      owners
        .slice(0, mostOwners)
        .map(({ name, organisation }) => (name === undefined ? organisation : say('action.person', { name, organisation })))
        .join(', '),
    );
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
    ...shown.map((action, at) => ({
      type: 'Container' as const,
      separator: true,
      items: [
        ...(only === undefined ? [quiet(say('action.number', { number: at + 1 }))] : []),
        text(plain(action.text)),
        ...(action.nextStep === undefined ? [] : [text(plain(action.nextStep))]),
        text(say(`nudge.step.${action.step}`, { date: day(action.due, facts.language) })),
        ...(action.own ? [] : [quiet(say('nudge.owners', { owners: ownersOf(action) }))]),
        ...(only === undefined
          ? [{ type: 'ActionSet' as const, actions: [open(say('action.openNumber', { number: at + 1 }), action.id)] }]
          : []),
      ],
    })),
    ...more,
    quiet(say('nudge.why')),
  ];
  const all = more.length > 0 ? [button(say('action.all'), { verb: 'action.mine', ...pointer, whose: 'all' })] : [];
  return card(body, only === undefined ? all : [...atOnce, open(say('action.open'), only.id)]);
};
