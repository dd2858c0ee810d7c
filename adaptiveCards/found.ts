import type { LinkToTab } from '../bot/contracts/deep-link.ts';
import type { TabPlace } from '../bot/contracts/tab-place.ts';
import type { Language } from '../bot/domain/collaboration.ts';
import type {
  Finding,
  Found,
  FoundAction,
  FoundOrganisation,
  FoundPair,
  FoundRound,
  PublishedSide,
} from '../bot/domain/found.ts';
import { sayIn } from '../locales/translate.ts';
import type { Say } from '../locales/translate.ts';
import { actionLines } from './action-parts.ts';
import { actionAbroad, roundLine } from './found-parts.ts';
import { card, decimal, opening, plain, quiet, text, title } from './parts.ts';

const placeOf = (found: Found): TabPlace => {
  switch (found.is) {
    case 'action':
      return { is: 'action', action: found.action.id };
    case 'round':
    case 'organisation':
      return { is: 'round', round: found.round };
    case 'pair':
      return { is: 'pair', one: found.one.id, other: found.other.id, round: found.round };
    case 'tab':
      return { is: found.place };
  }
};

const sideOf = (say: Say, language: Language, side: PublishedSide, k: number): string => {
  if ('hidden' in side) return say('found.hidden', { k });
  const values = { value: decimal(side.index, language), band: say(`found.band.${side.band}`) };
  return say(side.orLower ? 'found.orLower' : 'found.value', values);
};

/** One below the other: beside long names a value would stand in a column of its own, half a card away. */
const facts = (lines: readonly (readonly [string, string])[]) =>
  lines.flatMap(([label, value]) => [
    { ...text(plain(label)), weight: 'Bolder' as const },
    { ...text(value), spacing: 'None' as const },
  ]);

const pairBody = (say: Say, language: Language, { one, other, round, k, values }: FoundPair) => [
  title(plain(say('found.pair', { one: one.name, other: other.name }))),
  quiet(say('found.results', { round })),
  ...(values === undefined
    ? [text(say('found.members'))]
    : facts([
        [say('found.side', { from: one.name, to: other.name }), sideOf(say, language, values.there, k)],
        [say('found.side', { from: other.name, to: one.name }), sideOf(say, language, values.back, k)],
      ])),
];

const organisationBody = (say: Say, language: Language, { organisation, round, k, values }: FoundOrganisation) => {
  const mean = (value: number | null): string => (value === null ? say('found.hiddenMean') : decimal(value, language));
  const lines = (shown: NonNullable<typeof values>): readonly (readonly [string, string])[] =>
    shown.mode === 'pooled'
      ? [[say('found.seen'), sideOf(say, language, shown.seen, k)]]
      : [
          [say('found.seen'), mean(shown.seen)],
          [say('found.sees'), mean(shown.sees)],
        ];
  return [
    title(plain(organisation.name)),
    quiet(say('found.results', { round })),
    ...(values === undefined ? [text(say('found.members'))] : facts(lines(values))),
  ];
};

const roundBody = (say: Say, language: Language, zone: string, found: FoundRound) => [
  title(say('found.round', { round: found.round })),
  text(say(`instrument.${found.instrument}`)),
  quiet(roundLine(say, language, zone, found)),
  ...(found.open ? [] : [text(say('found.members'))]),
];

const actionBody = (say: Say, language: Language, { collaboration, here, people }: Finding, { action }: FoundAction) => [
  title(say('action.title')),
  ...(here ? actionLines(say, { language, collaboration, people }, action) : actionAbroad(say, language, collaboration, action)),
];

/** What somebody found, as it stands in a message for everybody who reads there; a button leads to the rest, for members. */
export const found = (finding: Finding, linkToTab: LinkToTab) => {
  const { collaboration, found: what } = finding;
  const { language, zone, homeChannel } = collaboration;
  const say = sayIn(language);
  const body = () => {
    switch (what.is) {
      case 'action':
        return actionBody(say, language, finding, what);
      case 'round':
        return roundBody(say, language, zone, what);
      case 'pair':
        return pairBody(say, language, what);
      case 'organisation':
        return organisationBody(say, language, what);
      case 'tab':
        return [
          title(say(`found.${what.place}`)),
          text(say(what.place === 'actions' ? 'found.members.actions' : 'found.members')),
        ];
    }
  };
  return card(
    [...body(), quiet(plain(collaboration.purpose))],
    [opening(say('found.openTab'), linkToTab(homeChannel, placeOf(what)))],
  );
};
