import type { LinkToTab } from '../bot/contracts/deep-link.ts';
import { stuckReasons } from '../bot/domain/actions/action.ts';
import type { BriefFacts, ToldAction } from '../bot/domain/message.ts';
import { sayIn } from '../locales/translate.ts';
import type { Say } from '../locales/translate.ts';
import { focusLines } from './focus-parts.ts';
import { nudgedActions } from './nudge-parts.ts';
import { button, card, cut, day, opening, plain, quiet, shortName, text, title } from './parts.ts';
import type { Card } from './parts.ts';
import { heading, toldAction } from './told-parts.ts';

/** Of each list; the rest is counted. Five minutes to be prepared, and a message has 28 KB while a text may have 400 characters. */
const mostTold = 2;
const mostNudges = 1;
const mostOrganisations = 6;

const list = (say: Say, { language }: BriefFacts, name: 'done' | 'newlyStuck', actions: readonly ToldAction[]) => {
  if (actions.length === 0) return [];
  const { shown, more } = cut(say, actions, mostTold);
  return [
    text(`**${say(`brief.${name}`, { count: actions.length })}**`),
    ...shown.flatMap((action) => toldAction(say, action, language, 1)),
    ...more,
  ];
};

/** What moved since the last meeting. */
const moved = (say: Say, facts: BriefFacts) => {
  const { done, newlyStuck, change, last, language } = facts;
  const isNothing = done.length === 0 && newlyStuck.length === 0 && change === undefined;
  return [
    heading(last === undefined ? say('brief.movedSoFar') : say('brief.moved', { date: day(last, language) })),
    ...(isNothing ? [text(say('brief.moved.nothing'))] : []),
    ...list(say, facts, 'done', done),
    ...list(say, facts, 'newlyStuck', newlyStuck),
    ...(change === undefined ? [] : [text(say(`brief.change.${change.label}`, { round: change.round }))]),
  ];
};

const stuck = (say: Say, { stuck: count, because }: BriefFacts) => {
  if (count === 0) return [];
  const reasons = stuckReasons.flatMap((reason) => {
    const of = because[reason];
    return of === undefined ? [] : [say('digest.reason', { reason: say(`action.because.${reason}`), count: of })];
  });
  return [
    heading(say('brief.stuck', { count })),
    ...(reasons.length === 0 ? [] : [text(say('digest.because', { reasons: reasons.join(', ') }))]),
  ];
};

const focus = (say: Say, facts: BriefFacts) =>
  facts.focus.length === 0
    ? []
    : [heading(say('brief.focus')), ...focusLines(say, facts.focus, facts), quiet(say('brief.focus.yours'))];

/** Counts of an organisation's people, and no names. */
const absent = (say: Say, { absent: found, organisations }: BriefFacts) => {
  if (found === undefined) return [];
  const { shown, more } = cut(say, found.by, mostOrganisations);
  return [
    heading(say('brief.absent', { meetings: found.meetings })),
    ...shown.map(({ organisation, people, of }) =>
      text(
        say('brief.absent.line', {
          organisation: plain(shortName(organisations.find(({ id }) => id === organisation)?.name ?? '')),
          ...{ people, of },
        }),
      ),
    ),
    ...more,
  ];
};

/** To a chair, privately, one working day before the meeting. */
export const brief = (facts: BriefFacts, linkToTab: LinkToTab): Card => {
  const { language, collaboration, channel, nudges, meeting } = facts;
  const say = sayIn(language);
  const yours = cut(say, nudges, mostNudges);
  return card(
    [
      title(say('brief.title', { date: day(meeting.date, language), starts: meeting.starts })),
      text(plain(facts.purpose)),
      ...(nudges.length === 0
        ? []
        : [heading(say('digest.yours')), ...nudgedActions(say, facts, yours.shown, true), ...yours.more]),
      ...moved(say, facts),
      ...stuck(say, facts),
      ...focus(say, facts),
      ...(facts.tooGood ? [heading(say('brief.tooGood')), text(say('brief.tooGood.why'))] : []),
      ...absent(say, facts),
      quiet(say('brief.why')),
    ],
    [
      opening(say('brief.open'), linkToTab(channel, { is: 'meeting', meeting: meeting.number })),
      button(say('digest.actions'), { verb: 'action.mine', collaboration, whose: 'all' }),
    ],
  );
};
