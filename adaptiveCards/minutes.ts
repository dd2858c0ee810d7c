import type { LinkToTab } from '../bot/contracts/deep-link.ts';
import type { MinutesFacts } from '../bot/domain/message.ts';
import { sayIn } from '../locales/translate.ts';
import type { Say } from '../locales/translate.ts';
import { card, day, opening, plain, quiet, text, title } from './parts.ts';
import type { Card } from './parts.ts';
import { heading, toldAction } from './told-parts.ts';

/** On a card; the rest is counted. Texts have up to 400 characters, and a message 28 KB. */
const mostDecisions = 6;
const mostActions = 4;
const mostOwners = 2;

const list = <Part>(say: Say, none: string, all: readonly Part[], most: number, shown: (part: Part) => readonly object[]) => [
  ...(all.length === 0 ? [text(none)] : all.slice(0, most).flatMap(shown)),
  ...(all.length > most ? [quiet(say('minutes.more', { count: all.length - most }))] : []),
];

const body = (say: Say, { language, decisions, agreed, next }: MinutesFacts) => [
  heading(say('minutes.decided')),
  ...list(say, say('minutes.decided.nothing'), decisions, mostDecisions, (decision) => [text(plain(decision))]),
  heading(say('minutes.agreed')),
  ...list(say, say('minutes.agreed.nothing'), agreed, mostActions, (action) => toldAction(say, action, language, mostOwners)),
  heading(say('minutes.next')),
  text(
    next === undefined
      ? say('minutes.next.none')
      : say('minutes.next.at', { date: day(next.date, language), starts: next.starts }),
  ),
];

const toMinutes = (say: Say, { channel, meeting }: MinutesFacts, linkToTab: LinkToTab) => [
  opening(say('minutes.open'), linkToTab(channel, { is: 'minutes', meeting })),
];

/** In the home channel, right after a meeting: what it came to. Nobody who was or was not there is named. */
export const minutes = (facts: MinutesFacts, linkToTab: LinkToTab): Card => {
  const say = sayIn(facts.language);
  return card(
    [
      title(say('minutes.title', { date: day(facts.date, facts.language) })),
      text(plain(facts.purpose)),
      ...(body(say, facts) as NonNullable<Card['body']>),
    ],
    toMinutes(say, facts, linkToTab),
  );
};

/** To one person who was not there, privately: the same. */
export const sinceLast = (facts: MinutesFacts, linkToTab: LinkToTab): Card => {
  const say = sayIn(facts.language);
  return card(
    [
      title(say('since.title')),
      text(plain(facts.purpose)),
      text(say('since.meeting', { date: day(facts.date, facts.language) })),
      ...(body(say, facts) as NonNullable<Card['body']>),
      quiet(say('since.why')),
    ],
    toMinutes(say, facts, linkToTab),
  );
};
