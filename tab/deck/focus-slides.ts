import type { FocusAreas } from '../../bot/contracts/results.ts';
import type { Organisation } from '../relations.ts';
import type { Words } from './deck-words.ts';
import type { Content } from './slide.ts';

type Area = FocusAreas['proposed'][number];
type Strength = NonNullable<FocusAreas['strength']>;
interface Point {
  readonly title: string;
  readonly why: string;
}

type Names = (id: string) => string;

export const namesOf =
  (organisations: readonly Organisation[]): Names =>
  (id) =>
    organisations.find((organisation) => organisation.id === id)?.name ?? id;

/** A proposed focus area and why, in one sentence made of published numbers. */
export function pointOf({ reader: { say, number }, deck }: Words, area: Area, nameOf: Names): Point {
  const { kind } = area;
  if (kind === 'item') {
    const { item, mean, profiles } = area;
    const values = { question: say(`focus.item.${item}`), mean: number(mean), profiles };
    return { title: deck('focus.item'), why: deck('focus.item.why', values) };
  }
  if (kind === 'stuck because') {
    const { count, reason } = area;
    const why = deck('focus.stuck because.why', { count, reason: deck(`stuck.${reason}`) });
    return { title: deck('focus.stuck because'), why };
  }
  if (kind === 'expectation gap') {
    const names = { one: nameOf(area.from), other: nameOf(area.to) };
    const why = deck('focus.expectation gap.why', { ...names, need: number(area.need), canGive: number(area.canGive) });
    return { title: deck('focus.expectation gap', names), why };
  }
  const names = { one: nameOf(area.one), other: nameOf(area.other) };
  const values = { there: number(area.there), back: number(area.back) };
  return { title: deck(`focus.${kind}`, names), why: deck(`focus.${kind}.why`, { ...names, ...values }) };
}

/** The one thing that works. */
export function strengthPoint({ reader: { say, number }, deck }: Words, strength: Strength, nameOf: Names): Point {
  if (strength.kind === 'item') {
    const { item, mean, profiles } = strength;
    const values = { question: say(`focus.item.${item}`), mean: number(mean), profiles };
    return { title: deck('strength.item'), why: deck('strength.item.why', values) };
  }
  if (strength.kind === 'strong side') {
    const names = { one: nameOf(strength.from), other: nameOf(strength.to) };
    const why = deck('strength.strong side.why', { ...names, index: number(strength.index) });
    return { title: deck('strength.strong side', names), why };
  }
  const names = { one: nameOf(strength.one), other: nameOf(strength.other) };
  const why = deck('strength.mutual strength.why', { ...names, strength: number(strength.strength) });
  return { title: deck('strength.mutual strength', names), why };
}

export function focusSlide(words: Words, focus: FocusAreas, organisations: readonly Organisation[]): Content {
  const { deck } = words;
  const nameOf = namesOf(organisations);
  const items = [
    ...focus.proposed.map((area) => pointOf(words, area, nameOf)),
    ...(focus.strength ? [strengthPoint(words, focus.strength, nameOf)] : []),
  ];
  const none = { kind: 'sentences', items: [deck('deck.noFocus')] } as const;
  return {
    id: 'focus',
    title: deck('deck.focus'),
    blocks: [...(focus.proposed.length === 0 ? [none] : []), ...(items.length > 0 ? [{ kind: 'points', items } as const] : [])],
  };
}

const pairIn = (area: Area | Strength): readonly [string, string] | undefined => {
  if ('one' in area) return [area.one, area.other];
  return 'from' in area ? [area.from, area.to] : undefined;
};

/** The pairs that focus areas and strength are about, each once, in the order of the areas. */
export function focusPairs(focus: FocusAreas, organisations: readonly Organisation[]): [Organisation, Organisation][] {
  const found = new Map<string, [Organisation, Organisation]>();
  for (const area of [...focus.proposed, ...(focus.strength ? [focus.strength] : [])]) {
    const ids = pairIn(area);
    const [first, second] = organisations.filter(({ id }) => ids?.includes(id));
    if (first && second) found.set(`${first.id}-${second.id}`, [first, second]);
  }
  return [...found.values()];
}
