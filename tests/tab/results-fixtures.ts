import {
  checkBackResults,
  focusAreas,
  healthCheckResults,
  practicesResults,
  results,
  type MatrixResults,
} from '../../bot/contracts/results.ts';
import { snapshot, type Snapshot } from '../../bot/contracts/tab-api.ts';
import { rare, snapshotOf } from './fixtures.ts';

const hidden = { hidden: 'fewer than k' } as const;
const items = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'] as const;
const profile = (first: number) => Object.fromEntries(items.map((item, at) => [item, Math.round((first + at * 0.1) * 10) / 10]));

/** A matrix with everything a snapshot can hold: profiles, split, agreement, own questions, change, focus areas. */
export const full: Snapshot = ((): Snapshot => {
  const { cells } = rare;
  const more = (key: string, parts: object) => ({ [key]: { ...cells[key], ...parts } });
  const published = results.parse({
    ...rare,
    cells: {
      ...cells,
      ...more('H>A', {
        agreement: 'partly',
        items: profile(3.1),
        local: { L1: 3.7 },
        split: { leaders: 3.9, employees: 2.8, gap: 1.1, flag: 'leaders see it brighter' },
      }),
      ...more('A>H', { items: { ...profile(2), R1: 1.5 }, itemsOrLower: ['R1'], local: { L1: 1.5 }, localOrLower: ['L1'] }),
    },
    change: {
      nPaired: 16,
      mean: -0.1,
      interval: [-0.4, 0.2],
      label: 'no clear change',
      cells: { 'A>H': 'higher', 'H>A': 'no clear change', 'B>A': 'lower' },
    },
  });
  return snapshot.parse({
    ...snapshotOf(published),
    round: 2,
    comparedWith: 1,
    localQuestions: [{ id: 'L1', text: 'We find {org} when it burns.' }],
    focus: focusAreas.parse({
      proposed: [
        { kind: 'expectation gap', from: 'A', to: 'H', need: 4.8, canGive: 2.8, gap: 2 },
        { kind: 'asymmetric pair', one: 'A', other: 'N', there: 3.3, back: 4.3, gap: -1 },
        { kind: 'item', item: 'R3', mean: 2.6, profiles: 8 },
      ],
      strength: { kind: 'mutual strength', one: 'A', other: 'B', strength: 4.2 },
    }),
  });
})();

/** Twelve organisations with long names, so that every table is as large as it gets. */
export const twelve: Snapshot = ((): Snapshot => {
  const organisations = Array.from({ length: 12 }, (_, at) => ({
    id: String(at + 1),
    name: `Sample organisation number ${at + 1} with a rather long name`,
  }));
  const pairs = organisations.flatMap(({ id: from }) =>
    organisations.filter(({ id }) => id !== from).map(({ id: to }) => [from, to]),
  );
  const index = (from: string, to: string) => (20 + ((Number(from) * 7 + Number(to) * 5) % 30)) / 10;
  const bandOf = (value: number) => (value >= 4 ? 'strength' : value >= 3 ? 'discuss' : 'attention');
  const cells = Object.fromEntries(
    pairs.map(([from = '', to = ''], at) => {
      const value = index(from, to);
      return [`${from}>${to}`, at % 11 === 0 ? hidden : { n: 9, index: value, orLower: false, band: bandOf(value) }];
    }),
  );
  const gaps = Object.fromEntries(
    pairs.map(([from = '', to = ''], at) => {
      const gap = ((at % 5) - 2) / 2;
      const flag = gap >= 1 ? 'expects clearly more' : gap <= -1 ? 'room to ask for more' : 'aligned';
      return [`${from} needs from ${to}`, at % 7 === 0 ? hidden : { need: 3 + gap, canGive: 3, gap, flag }];
    }),
  );
  const each = <Value>(make: () => Value) => Object.fromEntries(organisations.map(({ id }) => [id, make()]));
  const published: MatrixResults = {
    ...rare,
    response: each(() => ({ answered: 9, invited: 12, rate: 0.75, flag: 'ok' as const })),
    cells: cells as MatrixResults['cells'],
    pairs: {},
    seenByOthers: each(() => 3.1),
    seesOthers: each(() => null),
    network: { ...rare.network, possibleCells: 132, publishedCells: 120 },
    expectationGaps: gaps as MatrixResults['expectationGaps'],
    change: {
      nPaired: 40,
      mean: 0.3,
      interval: [0.1, 0.5],
      label: 'clear improvement',
      cells: Object.fromEntries(
        pairs.map(([from = '', to = ''], at) => [`${from}>${to}`, at % 3 ? 'no clear change' : 'higher']),
      ),
    },
  };
  return snapshot.parse({
    ...snapshotOf(results.parse(published)),
    organisations,
    comparedWith: 1,
    round: 3,
    focus: {
      proposed: [{ kind: 'asymmetric pair', one: '1', other: '12', there: 2.7, back: 4.1, gap: -1.4 }],
      strength: { kind: 'strong side', from: '2', to: '3', index: 4.9 },
    },
  });
})();

const item = (value: number) => ({ n: 9, value, orLower: value === 1.5 });

export const healthCheck: Snapshot = snapshot.parse({
  ...snapshotOf(rare),
  round: 4,
  results: healthCheckResults.parse({
    instrument: 'health check',
    mode: 'network',
    k: 5,
    response: rare.response,
    items: {
      ...{ HC1: item(2.4), HC2: item(2.1), HC3: item(1.8), HC4: item(2.6), HC5: item(1.5), HC6: item(2), HC7: item(1.9) },
      ...{ HC8: item(2.2), HC9: hidden, HC10: item(1.7), HC11: item(2.3) },
    },
    dimensions: {
      goals: { value: 2.25, word: 'developing' },
      ties: { value: 2.2, word: 'developing' },
      steering: { value: 1.9, word: 'developing' },
      rules: { value: 1.7, word: 'developing' },
      power: { value: 2.3, word: 'developing' },
    },
    local: { L1: item(3.4) },
  }),
  localQuestions: [{ id: 'L1', text: 'We know whom to call in {org}.' }],
});

export const practices: Snapshot = snapshot.parse({
  ...snapshotOf(rare),
  round: 5,
  results: practicesResults.parse({
    instrument: 'six practices',
    mode: 'network',
    k: 5,
    items: { PR1: item(3.2), PR2: item(3.9), PR3: hidden, PR4: item(2.8), PR5: item(1.5), PR6: item(4.1) },
  }),
});

const reached = (value: number) => {
  const word = value < 1.67 ? 'latent' : value < 2.34 ? 'developing' : 'active';
  return { ...item(value), word };
};

export const checkBack: Snapshot = snapshot.parse({
  ...snapshotOf(rare),
  round: 6,
  outcomes: [
    { id: 'O1', outcome: 1, text: 'Nobody who leaves hospital waits more than two days for a first visit at home.' },
    { id: 'O2', outcome: 2, text: 'Each person with several services has one plan.' },
    { id: 'O3', outcome: 4, text: 'People are asked what matters to them.' },
    { id: 'O4', outcome: 5, text: 'Everybody knows whom to call.' },
  ],
  results: checkBackResults.parse({
    instrument: 'check-back',
    mode: 'network',
    k: 5,
    items: { O1: reached(2.4), O2: reached(1.5), O3: hidden, O4: reached(1.9) },
  }),
});

/** Names that mean something to XML, to a spreadsheet and to a page. */
export const dangerous: Snapshot = {
  ...full,
  organisations: full.organisations.map(({ id }, at) => ({
    id,
    name: ['=HYPERLINK("http://x","y")', '<b>&"Trust\'s" ]]>\u0007', '\t+1;2,3', '-@ "quoted"; \ud800'][at] ?? id,
  })),
};
