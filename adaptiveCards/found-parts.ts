import type { Action } from '../bot/domain/actions/action.ts';
import type { Collaboration, Language } from '../bot/domain/collaboration.ts';
import type { Finding, FoundRound } from '../bot/domain/found.ts';
import { sayIn } from '../locales/translate.ts';
import type { Say } from '../locales/translate.ts';
import { organisationOf } from './action-parts.ts';
import { day, dayOfYear, plain, text } from './parts.ts';

const stateOf = (say: Say, { state }: Action): string => say(`action.is.${state === 'stuck' ? 'stuckShort' : state}`);

/** An action where others than the partners may read it: its text, the organisations it is with, its date; no person, no reason. */
export const actionAbroad = (say: Say, language: Language, collaboration: Collaboration, action: Action) => {
  const owners = new Set(action.owners.map(({ organisation }) => organisationOf(collaboration, organisation)));
  const line = (label: string, value: string) => ({ title: label, value: plain(value) });
  return [
    { ...text(plain(action.text)), weight: 'Bolder' as const },
    {
      type: 'FactSet' as const,
      facts: [
        line(say('action.owners'), [...owners].join(', ')),
        line(say('action.due'), day(action.due, language)),
        line(say('action.state'), stateOf(say, action)),
      ],
    },
  ];
};

export const roundLine = (say: Say, language: Language, zone: string, { open, closes }: FoundRound): string =>
  say(open ? 'found.open' : 'found.closed', { date: dayOfYear(closes, zone, language) });

/** What a person reads of a round in the list, and finds it by. */
export const roundWords = (language: Language, zone: string, found: FoundRound): string => {
  const say = sayIn(language);
  const line = roundLine(say, language, zone, found);
  const dates = [found.opens, found.closes].map((instant) => instant.toISOString().slice(0, 10));
  return [say('found.round', { round: found.round }), say(`instrument.${found.instrument}`), line, ...dates].join(' ');
};

const longestTitle = 120;
/** Thumbnail cards read some HTML: without this sign nothing is read as such. */
const withoutTags = (written: string): string => written.replaceAll('<', '‹');
const shortened = (written: string): string => {
  const signs = Array.from(withoutTags(written));
  return signs.length <= longestTitle ? signs.join('') : `${signs.slice(0, longestTitle - 1).join('')}…`;
};

/** One line of the list of results, in the language of who searches; never a published value. */
export const foundPreview = (language: Language, { collaboration, found, here }: Finding) => {
  const say = sayIn(language);
  const preview = (title: string, line: string) => ({
    title: shortened(title),
    // In a channel there is one collaboration; elsewhere several may look alike.
    text: withoutTags(here ? line : say('found.line', { what: line, line: collaboration.purpose })),
  });
  switch (found.is) {
    case 'action': {
      const line = say('action.mine.line', { due: day(found.action.due, language), state: stateOf(say, found.action) });
      return preview(found.action.text, `${say('action.title')}, ${line}`);
    }
    case 'round': {
      const name = say('found.line', {
        what: say('found.round', { round: found.round }),
        line: say(`instrument.${found.instrument}`),
      });
      return preview(name, roundLine(say, language, collaboration.zone, found));
    }
    case 'pair':
      return preview(
        say('found.pair', { one: found.one.name, other: found.other.name }),
        say('found.results', { round: found.round }),
      );
    case 'organisation':
      return preview(found.organisation.name, say('found.results', { round: found.round }));
    case 'tab':
      return preview(say(`found.${found.place}`), collaboration.purpose);
  }
};
