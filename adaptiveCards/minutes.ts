import type { LinkToTab } from '../bot/contracts/deep-link.ts';
import type { MinutesFacts } from '../bot/domain/message.ts';
import { sayIn } from '../locales/translate.ts';
import type { Say } from '../locales/translate.ts';
import { card, day, opening, plain, quiet, text, title } from './parts.ts';
import type { Card } from './parts.ts';
import { heading, toldAction } from './told-parts.ts';

/** Bytes of a list; both and what is around them fit into the 28 KB of a message, also where every letter takes several. */
const bytesOfList = 9_000;
const mostOwners = 3;

/** As many of the first as there is room for, and at least one. */
const thatFit = <Part>(parts: readonly Part[]): readonly Part[] => {
  const encoder = new TextEncoder();
  let left = bytesOfList;
  const over = parts.findIndex((part) => {
    left -= encoder.encode(JSON.stringify(part)).length;
    return left < 0;
  });
  return over < 0 ? parts : parts.slice(0, Math.max(1, over));
};

const list = (say: Say, none: string, parts: readonly (readonly object[])[]) => {
  if (parts.length === 0) return [text(none)];
  const shown = thatFit(parts);
  const left = parts.length - shown.length;
  return [...shown.flat(), ...(left > 0 ? [quiet(say('minutes.more', { count: left }))] : [])];
};

const body = (say: Say, { language, decisions, agreed, next }: MinutesFacts) => [
  heading(say('minutes.decided')),
  ...list(
    say,
    say('minutes.decided.nothing'),
    decisions.map((decision) => [text(plain(decision))]),
  ),
  heading(say('minutes.agreed')),
  ...list(
    say,
    say('minutes.agreed.nothing'),
    agreed.map((action) => toldAction(say, action, language, mostOwners)),
  ),
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
