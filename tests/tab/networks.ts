import assert from 'node:assert/strict';
import { type Change, type FocusAreas, type MatrixResults, results } from '../../bot/contracts/results.ts';
import { snapshot, type Snapshot } from '../../bot/contracts/tab-api.ts';
import { matrix3, snapshotOf } from './fixtures.ts';

export type Proposed = FocusAreas['proposed'][number];

/** Every kind of focus area and of strength, with values a reader can look for. */
export const areas = {
  expectations: { kind: 'expectation gap', from: 'A', to: 'H', need: 4.8, canGive: 2.8, gap: 2 },
  views: { kind: 'asymmetric pair', one: 'A', other: 'N', there: 3.3, back: 4.3, gap: -1 },
  attention: { kind: 'mutual attention', one: 'H', other: 'B', there: 2.5, back: 2, strength: 2.3 },
  item: { kind: 'item', item: 'R2', mean: 2.4, profiles: 6 },
  stuck: { kind: 'stuck because', reason: 'rule or law', count: 3 },
} satisfies Record<string, Proposed>;
export const strengths = {
  pair: { kind: 'mutual strength', one: 'A', other: 'B', strength: 4.2 },
  side: { kind: 'strong side', from: 'N', to: 'A', index: 4.3 },
  item: { kind: 'item', item: 'R6', mean: 3.9, profiles: 6 },
} satisfies Record<string, NonNullable<FocusAreas['strength']>>;

export const threeAreas: FocusAreas = { proposed: [areas.expectations, areas.views, areas.item], strength: strengths.pair };

/** As the worked example has it between rounds 1 and 2 (method.md, section 4). */
export const change: Change = {
  nPaired: 16,
  mean: 0.1,
  interval: [0, 0.3],
  label: 'no clear change',
  cells: { 'H>A': 'no clear change', 'A>H': 'higher', 'A>N': 'lower' },
};

/** Round 2, with everything the first screen can say. */
export const comparedSnapshot = (parts: Partial<Change> = {}, focus: FocusAreas = threeAreas): Snapshot =>
  snapshot.parse({
    ...snapshotOf({ ...matrix3, change: { ...change, ...parts } }),
    round: 2,
    comparedWith: 1,
    focus,
  });

const bandOf = (index: number) => (index >= 4 ? 'strength' : index >= 3 ? 'discuss' : 'attention');

/** A network of `count` organisations in which one relation in eleven is hidden. */
export function networkOf(count: number): Snapshot {
  const ids = Array.from({ length: count }, (_, at) => String(at + 1));
  const cells = Object.fromEntries(
    ids.flatMap((from, row) =>
      ids.flatMap((to, column) => {
        const index = (20 + ((row * 7 + column * 5) % 28)) / 10;
        const hidden = (row * 3 + column) % 11 === 7;
        const cell = hidden ? { hidden: 'fewer than k' } : { n: 6, index, orLower: false, band: bandOf(index) };
        return row === column ? [] : [[`${from}>${to}`, cell]];
      }),
    ),
  );
  const published = Object.values(cells).filter((cell) => !('hidden' in cell)).length;
  const parsed = results.parse({
    ...matrix3,
    response: Object.fromEntries(ids.map((id) => [id, { answered: 6, invited: 8, rate: 0.75, flag: 'ok' }])),
    cells,
    pairs: {},
    seenByOthers: Object.fromEntries(ids.map((id) => [id, 3.2])),
    seesOthers: Object.fromEntries(ids.map((id) => [id, 3.4])),
    network: { ...(matrix3 as MatrixResults).network, possibleCells: count * (count - 1), publishedCells: published },
    expectationGaps: {},
  });
  assert.equal(parsed.mode, 'matrix');
  const kinds = [
    'Hospital trust',
    'Municipality',
    'Welfare office',
    'Housing association',
    'Mental health charity',
    'GP network',
  ];
  const organisations = ids.map((id, at) => ({ id, name: `${kinds[at % kinds.length] ?? ''} of Region ${id}` }));
  return snapshot.parse({ ...snapshotOf(parsed), organisations });
}
