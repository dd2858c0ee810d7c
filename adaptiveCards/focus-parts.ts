import type { Language, Organisation } from '../bot/domain/collaboration.ts';
import type { FocusArea } from '../bot/domain/scoring/focus-areas.ts';
import type { Say } from '../locales/translate.ts';
import { decimal, plain, quiet, text } from './parts.ts';

type Said = { readonly title: string; readonly why: string };

const said = (say: Say, area: FocusArea, language: Language, name: (id: string) => string): Said => {
  const number = (value: number): string => decimal(value, language);
  const pair = (one: string, other: string): string => say('brief.focus.pair', { one: name(one), other: name(other) });
  switch (area.kind) {
    case 'expectation gap': {
      const { from, to, need, canGive, gap } = area;
      const values = { from: name(from), to: name(to), need: number(need), canGive: number(canGive), gap: number(gap) };
      return { title: pair(from, to), why: say('brief.focus.expectation gap', values) };
    }
    case 'asymmetric pair': {
      const { one, other, there, back, gap } = area;
      const values = { one: name(one), other: name(other), there: number(there), back: number(back), gap: number(Math.abs(gap)) };
      return { title: pair(one, other), why: say('brief.focus.asymmetric pair', values) };
    }
    case 'mutual attention': {
      const { one, other, there, back } = area;
      const values = { one: name(one), other: name(other), there: number(there), back: number(back) };
      return { title: pair(one, other), why: say('brief.focus.mutual attention', values) };
    }
    case 'item':
      return {
        title: say(`brief.focus.item.${area.item}`),
        why: say('brief.focus.item', { mean: number(area.mean), profiles: area.profiles }),
      };
    case 'stuck because':
      return {
        title: say(`action.because.${area.reason}`),
        why: say('brief.focus.stuck because', { actions: area.count }),
      };
  }
};

/** What to talk about, each with its reason; all of it published. */
export const focusLines = (
  say: Say,
  areas: readonly FocusArea[],
  { language, organisations }: { readonly language: Language; readonly organisations: readonly Organisation[] },
) => {
  const name = (id: string): string => plain(organisations.find((one) => String(one.id) === id)?.name ?? '');
  return areas.flatMap((area) => {
    const { title, why } = said(say, area, language, name);
    return [
      { ...text(title), weight: 'Bolder' as const },
      { ...quiet(why), spacing: 'None' as const },
    ];
  });
};
