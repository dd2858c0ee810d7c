import type { LinkToTab } from '../bot/contracts/deep-link.ts';
import { stuckReasons } from '../bot/domain/actions/action.ts';
import type { DigestFacts, ToldAction } from '../bot/domain/message.ts';
import { sayIn } from '../locales/translate.ts';
import type { Say } from '../locales/translate.ts';
import { nudgedActions } from './nudge-parts.ts';
import { button, card, cut, moment, opening, plain, quiet, shortName, text, title } from './parts.ts';
import type { Card } from './parts.ts';
import { heading, toldAction } from './told-parts.ts';

/** Of each list; the rest is counted. Two minutes to read, and a message has 28 KB while a text may have 400 characters. */
const mostTold = 2;
const mostNudges = 1;
const mostUnreached = 2;
const mostDone = 1;

/** A list with its number as heading; nothing where it is empty. */
const list = (say: Say, { language }: DigestFacts, name: 'stuck' | 'silent' | 'due' | 'done', actions: readonly ToldAction[]) => {
  if (actions.length === 0) return [];
  const { shown, more } = cut(say, actions, name === 'done' ? mostDone : mostTold);
  return [
    heading(say(`digest.${name}`, { count: actions.length })),
    ...shown.flatMap((action) => toldAction(say, action, language, 1)),
    ...more,
  ];
};

const reasons = (say: Say, { because }: DigestFacts) => {
  const given = stuckReasons.flatMap((reason) => {
    const count = because[reason];
    return count === undefined ? [] : [say('digest.reason', { reason: say(`action.because.${reason}`), count })];
  });
  return given.length === 0 ? [] : [text(say('digest.because', { reasons: given.join(', ') }))];
};

const unreached = (say: Say, people: DigestFacts['unreached']) =>
  people.length === 0
    ? []
    : [
        heading(say('digest.unreached', { count: people.length })),
        ...people.slice(0, mostUnreached).map(({ name, organisation, reason: why }) => {
          const reason = say(`undelivered.${why}`);
          const person = plain(shortName(name));
          return text(
            organisation === undefined
              ? say('digest.unreachedAlone', { name: person, reason })
              : say('digest.unreachedPerson', { name: person, organisation: plain(organisation), reason }),
          );
        }),
        quiet(say('digest.unreachedHow')),
      ];

/** To an integration manager, privately, on Monday. */
export const digest = (facts: DigestFacts, linkToTab: LinkToTab): Card => {
  const { language, zone, collaboration, channel, nudges } = facts;
  const say = sayIn(language);
  const yours = cut(say, nudges, mostNudges);
  const [firstStuck, ...otherStuck] = list(say, facts, 'stuck', facts.stuck);
  return card(
    [
      title(say('digest.title')),
      text(plain(facts.purpose)),
      ...(nudges.length === 0
        ? []
        : [heading(say('digest.yours')), ...nudgedActions(say, facts, yours.shown, true), ...yours.more]),
      ...(firstStuck === undefined ? [] : [firstStuck, ...reasons(say, facts), ...otherStuck]),
      ...list(say, facts, 'silent', facts.silent),
      ...list(say, facts, 'due', facts.due),
      ...list(say, facts, 'done', facts.done),
      ...unreached(say, facts.unreached),
      heading(say('digest.next')),
      ...facts.next.map(({ is, at }) => text(say(`digest.next.${is}`, { at: moment(at, zone, language) }))),
      quiet(say('digest.why')),
    ],
    [
      button(say('digest.actions'), { verb: 'action.mine', collaboration, whose: 'all' }, { primary: true }),
      opening(say('digest.deliveries'), linkToTab(channel, { is: 'deliveries' })),
    ],
  );
};
