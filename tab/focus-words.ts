import type { FocusAreas } from '../bot/contracts/results.ts';
import type { Reader } from './reader.ts';
import type { Organisation } from './relations.ts';

/** What one suggestion says: a title, the pair it leads to where it has one, and one sentence why. */
export interface Talk {
  readonly title?: string;
  readonly pair?: readonly [string, string];
  readonly why: string;
}

export function areaOf(area: FocusAreas['proposed'][number], organisations: readonly Organisation[], reader: Reader): Talk {
  const { say, number } = reader;
  const name = namesFrom(organisations);
  switch (area.kind) {
    case 'expectation gap': {
      const { from, to } = area;
      const values = { need: number(area.need), canGive: number(area.canGive), gap: number(area.gap) };
      const why = say('focus.why.expectation gap', { from: name(from), to: name(to), ...values });
      return { ...between(from, to, organisations, reader), why };
    }
    case 'asymmetric pair': {
      const { one, other } = area;
      const values = { there: number(area.there), back: number(area.back), gap: number(Math.abs(area.gap)) };
      const why = say('focus.why.asymmetric pair', { one: name(one), other: name(other), ...values });
      return { ...between(one, other, organisations, reader), why };
    }
    case 'mutual attention': {
      const { one, other } = area;
      const values = { there: number(area.there), back: number(area.back) };
      const why = say('focus.why.mutual attention', { one: name(one), other: name(other), ...values });
      return { ...between(one, other, organisations, reader), why };
    }
    case 'item': {
      const { item, mean, profiles } = area;
      return { title: say(`focus.item.${item}`), why: say('focus.why.item', { mean: number(mean), profiles }) };
    }
    case 'stuck because': {
      const { reason, count: actions } = area;
      return { title: say(`focus.reason.${reason}`), why: say('focus.why.stuck because', { actions }) };
    }
  }
}

export function strengthOf(
  strength: NonNullable<FocusAreas['strength']>,
  organisations: readonly Organisation[],
  reader: Reader,
): Talk {
  const { say, number } = reader;
  const name = namesFrom(organisations);
  switch (strength.kind) {
    case 'mutual strength': {
      const why = say('focus.works.mutual strength', { strength: number(strength.strength) });
      return { ...between(strength.one, strength.other, organisations, reader), why };
    }
    case 'strong side': {
      const { from, to, index } = strength;
      const why = say('focus.works.strong side', { from: name(from), to: name(to), index: number(index) });
      return { ...between(from, to, organisations, reader), why };
    }
    case 'item': {
      const { item, mean, profiles } = strength;
      return { title: say(`focus.item.${item}`), why: say('focus.works.item', { mean: number(mean), profiles }) };
    }
  }
}

const namesFrom =
  (organisations: readonly Organisation[]) =>
  (id: string): string =>
    organisations.find((one) => one.id === id)?.name ?? id;

function between(one: string, other: string, organisations: readonly Organisation[], { say }: Reader): Omit<Talk, 'why'> {
  const name = namesFrom(organisations);
  return { title: say('pairs.name', { first: name(one), second: name(other) }), pair: [one, other] };
}
