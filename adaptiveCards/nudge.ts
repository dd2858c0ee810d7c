import type { NudgeFacts } from '../bot/domain/message.ts';
import { sayIn } from '../locales/translate.ts';
import type { Card } from './parts.ts';
import { card, cut, day, plain, quiet, text, title } from './parts.ts';

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
        .map(({ name, organisation }) => (name === undefined ? organisation : `${name} (${organisation})`))
        .join(', '),
    );
  return card([
    title(say('nudge.title', { count: facts.actions.length })),
    text(plain(facts.purpose)),
    ...shown.map((action) => ({
      type: 'Container' as const,
      separator: true,
      items: [
        text(plain(action.text)),
        ...(action.nextStep === undefined ? [] : [text(plain(action.nextStep))]),
        text(say(`nudge.step.${action.step}`, { date: day(action.due, facts.language) })),
        ...(action.own ? [] : [quiet(say('nudge.owners', { owners: ownersOf(action) }))]),
      ],
    })),
    ...more,
  ]);
};
