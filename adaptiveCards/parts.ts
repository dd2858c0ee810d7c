import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { buttonData } from '../bot/contracts/buttons.ts';
import type { Language } from '../bot/domain/collaboration.ts';
import type { Say } from '../locales/translate.ts';

/** Elements every card is built of. Cards are Adaptive Cards 1.5, the version every Teams client knows. */
export type Card = IAdaptiveCard;
type Body = Card['body'];

/** Signs that markdown reads as such: some anywhere, some at the start only, `(` after `]`, and `&` before the name of a character. */
const markdownSigns = /[\\`*_[\]<~]|(?<=\])\(|&(?=#?\w+;)|^[#+>-]|(?<=^\d+)[.)]/g;

/**
 * What people wrote stands in TextBlocks, which read markdown: this makes every character of it stand for itself, on one line.
 * No more backslashes than that takes: Teams on phones shows those before a full stop or a hyphen.
 */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(markdownSigns, '\\$&');

const locales = { en: 'en-GB', nb: 'nb-NO' } as const;

/** Making one takes longer than the rest of a card; zones and languages are few. */
const formats = new Map<string, Intl.DateTimeFormat>();
const formatOf = (zone: string, language: Language): Intl.DateTimeFormat => {
  const key = `${language} ${zone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locales[language], {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(key, made);
  return made;
};

/** Day and clock where the collaboration is, such as "Friday 5 June at 15:00". */
export const moment = (instant: Date, zone: string, language: Language): string => formatOf(zone, language).format(instant);

/** A calendar date (YYYY-MM-DD) in words. */
export const day = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'long' }).format(
    new Date(date),
  );

/** The day of an instant, with its year: for what may lie far back. */
export const dayOfYear = (instant: Date, zone: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' }).format(instant);

/** A published value, with its one decimal. */
export const decimal = (value: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);

export const card = (body: Body, actions: readonly unknown[] = [], more: Partial<Card> = {}): Card => ({
  type: 'AdaptiveCard',
  version: '1.5',
  ...more,
  body,
  ...(actions.length > 0 ? { actions: [...actions] as NonNullable<Card['actions']> } : {}),
});

export const title = (text: string) =>
  ({ type: 'TextBlock', text, wrap: true, weight: 'Bolder', size: 'Large', style: 'heading' }) as const;
export const text = (words: string) => ({ type: 'TextBlock', text: words, wrap: true }) as const;
export const quiet = (words: string) => ({ type: 'TextBlock', text: words, wrap: true, isSubtle: true, size: 'Small' }) as const;
export const warning = (words: string) =>
  ({ type: 'TextBlock', text: words, wrap: true, color: 'Attention', weight: 'Bolder' }) as const;

type Data = Parameters<typeof buttonData>[0];

/**
 * A button that changes the presser's own view. The verb stands in its data too: a client that knows no Action.Execute sends the same
 * by Action.Submit. `press.withoutInputs`: it works however the inputs stand.
 */
export const button = (label: string, data: Data, press: { primary?: boolean; withoutInputs?: boolean } = {}) => {
  const common = {
    title: label,
    data: buttonData(data),
    ...(press.withoutInputs ? { associatedInputs: 'none' as const } : {}),
  };
  return {
    type: 'Action.Execute',
    ...common,
    verb: data.verb,
    ...(press.primary ? { style: 'positive' as const } : {}),
    fallback: { type: 'Action.Submit', ...common },
  } as const;
};

/** A button that goes somewhere: with a link of Teams, inside Teams. */
export const opening = (label: string, url: string) => ({ type: 'Action.OpenUrl', title: label, url }) as const;

/** Teams asks for a person's own view of the card by this button, by itself, for these people (at most 60). */
export const refreshed = (data: Data, userIds: readonly string[]) => ({
  refresh: { action: { type: 'Action.Execute' as const, verb: data.verb, data: buttonData(data) }, userIds: [...userIds] },
});

/** Teams has names of up to 256 characters; this many of them tell people apart. */
const longestName = 80;
export const shortName = (name: string): string => Array.from(name).slice(0, longestName).join('');

/** A list that may be longer than a card: its first or its last `most`, and in words how many there are besides. */
export const cut = <Item>(say: Say, all: readonly Item[], most: number, end: 'first' | 'last' = 'first') => ({
  shown: end === 'first' ? all.slice(0, most) : all.slice(-most),
  more: all.length > most ? [quiet(say('list.more', { count: all.length - most }))] : [],
});

export type Choice = { readonly title: string; readonly value: string };

export const choiceSet = (input: {
  readonly id: string;
  readonly label: string;
  readonly error: string;
  readonly choices: readonly Choice[];
  readonly value?: string | undefined;
  readonly placeholder?: string;
  readonly expanded?: boolean;
}) => ({
  type: 'Input.ChoiceSet' as const,
  id: input.id,
  label: input.label,
  isRequired: true,
  errorMessage: input.error,
  style: input.expanded ? ('expanded' as const) : ('compact' as const),
  wrap: true,
  choices: [...input.choices],
  ...(input.value === undefined ? {} : { value: input.value }),
  ...(input.placeholder === undefined ? {} : { placeholder: input.placeholder }),
});
