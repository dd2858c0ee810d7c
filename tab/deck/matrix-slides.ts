import type { MatrixResults } from '../../bot/contracts/results.ts';
import { expectationGapsOf, isVeryLow, type Organisation } from '../relations.ts';
import type { Words } from './deck-words.ts';
import { hiddenMark, orHidden, tooFew, viewMark } from './marks.ts';
import type { Block, Mark, Content } from './slide.ts';

/** More organisations than this have numbers above their columns instead of names. */
const namedColumns = 6;

type Grid = Extract<Block, { kind: 'grid' }>;

/** Row and column in the order of set-up; `markOf` is never asked about an organisation and itself. */
const gridOf = (
  { reader: { say } }: Words,
  organisations: readonly Organisation[],
  markOf: (from: Organisation, to: Organisation) => Mark,
): Pick<Grid, 'numbered' | 'columns' | 'rows'> => ({
  numbered: organisations.length > namedColumns,
  columns: organisations.map(({ name }) => name),
  rows: organisations.map((from) => ({
    name: from.name,
    marks: organisations.map((to) =>
      to.id === from.id ? { text: '\u2013', note: say('cell.self'), self: true } : markOf(from, to),
    ),
  })),
});

/** The network in one picture: who sees whom how, and four numbers about the whole. */
export function matrixSlide(words: Words, results: MatrixResults, organisations: readonly Organisation[]): Content {
  const { say } = words.reader;
  const { k } = results;
  const grid = gridOf(words, organisations, (from, to) => {
    const cell = results.cells[`${from.id}>${to.id}`];
    if (!cell || 'hidden' in cell) return tooFew(words, k);
    return { ...viewMark(words, cell), ...(isVeryLow(results, from.id) && { hatched: true }) };
  });
  return {
    id: 'network',
    title: words.deck('deck.results'),
    blocks: [
      {
        kind: 'grid',
        caption: say('matrix.caption'),
        corner: say('matrix.corner'),
        bands: true,
        ...grid,
        rows: grid.rows.map((row, at) => ({
          ...row,
          ...(isVeryLow(results, organisations[at]?.id ?? '') && { note: say('response.veryLow') }),
        })),
      },
      networkFacts(words, results),
    ],
  };
}

function networkFacts(words: Words, { network }: MatrixResults): Block {
  const { say, share } = words.reader;
  const { publishedCells: published, possibleCells: possible, index, strongTieDensity: strong, reciprocity } = network;
  const shareMark = (value: number | null, reason: string): Mark =>
    value === null ? hiddenMark(words, reason) : { text: share(value) };
  return {
    kind: 'facts',
    items: [
      { name: say('network.coverage'), mark: { text: say('network.coverage.value', { published, possible }) } },
      { name: say('network.index'), mark: orHidden(words, index, say('hidden.noCell')) },
      { name: say('network.strong'), mark: shareMark(strong, say('hidden.noCell')) },
      { name: say('network.reciprocity'), mark: shareMark(reciprocity, words.deck('csv.hidden.strong')) },
    ],
  };
}

/** Need less capacity in every direction; undefined where the round did not ask both. */
export function gapsSlide(words: Words, results: MatrixResults, organisations: readonly Organisation[]): Content | undefined {
  const { say, number } = words.reader;
  const { k, expectationGaps } = results;
  if (Object.keys(expectationGaps).length === 0) return undefined;
  const allHidden = expectationGapsOf(organisations, expectationGaps).every(({ value }) => !value || 'hidden' in value);
  const grid: Block = {
    kind: 'grid',
    caption: `${words.deck('gaps.slide')} ${words.deck('gaps.flags')}`,
    corner: say('gaps.who'),
    bands: false,
    ...gridOf(words, organisations, (from, to) => {
      const gap = expectationGaps[`${from.id} needs from ${to.id}`];
      if (!gap || 'hidden' in gap) return tooFew(words, k);
      return { text: number(gap.gap), note: say(`gaps.flag.${gap.flag}`) };
    }),
  };
  return {
    id: 'gaps',
    title: say('gaps.title'),
    blocks: [allHidden ? { kind: 'sentences', items: [words.deck('gaps.none', { k })] } : grid],
  };
}
