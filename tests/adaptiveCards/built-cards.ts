import type { Card } from '../../adaptiveCards/parts.ts';
import { languages } from '../../bot/domain/collaboration.ts';
import { everyCard } from './every-card.ts';
import { heaviest, plainly, trickily, tricks } from './written.ts';

export type Node = Readonly<Record<string, unknown>>;
export type Leaf = { readonly path: string; readonly text: string; readonly markdown: boolean };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
/** Every object of a card, with where it stands. */
const nodes = (value: unknown, path = ''): readonly (readonly [string, Node])[] =>
  isNode(value) ? [[path, value], ...Object.entries(value).flatMap(([key, inner]) => nodes(inner, `${path}/${key}`))] : [];
export const ofType = (card: Card, type: RegExp): readonly Node[] =>
  nodes(card)
    .map(([, node]) => node)
    .filter((node) => typeof node['type'] === 'string' && type.test(node['type']));
/** Every text of a card; TextBlocks and facts are read as markdown. */
export const leaves = (card: Partial<Card>): readonly Leaf[] =>
  nodes(card).flatMap(([path, node]) =>
    Object.entries(node).flatMap(([key, text]) => {
      const markdown = (node['type'] === 'TextBlock' && key === 'text') || /\/facts\/\d+$/.test(path);
      return typeof text === 'string' ? [{ path: `${path}/${key}`, text, markdown }] : [];
    }),
  );

/** In each language: with plain words, with each trick, and as heavy as can be. */
export const built = languages.map((language) => ({
  language,
  before: everyCard(language, plainly),
  after: tricks.map(trickily).map((written) => ({ written, cards: everyCard(language, written) })),
  heavy: heaviest.map((written) => everyCard(language, written)),
}));

export const everywhere = (check: (card: Card, name: string) => void): void => {
  for (const { language, before, after, heavy } of built) {
    for (const cards of [before, ...heavy, ...after.map(({ cards: some }) => some)]) {
      for (const [name, card] of Object.entries(cards)) check(card, `${name} (${language})`);
    }
  }
};
