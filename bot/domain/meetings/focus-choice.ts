import type { StuckReason } from '../actions/action.ts';
import type { RelationalItem } from '../instrument.ts';
import type { FocusArea } from '../scoring/focus-areas.ts';

/** What a meeting works on: which suggestion it was, without its numbers, or words of its own. Numbers are read from what is published now. */
export type Topic =
  | { readonly is: 'pair'; readonly kind: PairKind; readonly one: string; readonly other: string }
  | { readonly is: 'item'; readonly item: RelationalItem }
  | { readonly is: 'stuck because'; readonly reason: StuckReason }
  | { readonly is: 'own'; readonly text: string };
type PairKind = 'expectation gap' | 'asymmetric pair' | 'mutual attention';

export const topicOf = (area: FocusArea): Topic => {
  switch (area.kind) {
    case 'expectation gap':
      return { is: 'pair', kind: area.kind, one: area.from, other: area.to };
    case 'asymmetric pair':
    case 'mutual attention':
      return { is: 'pair', kind: area.kind, one: area.one, other: area.other };
    case 'item':
      return { is: 'item', item: area.item };
    case 'stuck because':
      return { is: 'stuck because', reason: area.reason };
  }
};

/** Names a topic: the same again has the same key. Own words are the same whatever the case of their letters. */
export const topicKey = (topic: Topic): string => {
  switch (topic.is) {
    case 'pair':
      return `${topic.kind}:${topic.one}:${topic.other}`;
    case 'item':
      return `item:${topic.item}`;
    case 'stuck because':
      return `stuck because:${topic.reason}`;
    case 'own':
      return `own:${topic.text.toLocaleLowerCase()}`;
  }
};
