import { checkOutOf } from '../../bot/domain/scoring/check-out.ts';
import type { PracticesResults } from '../../bot/contracts/results.ts';
import { type RoundOnTimeline, timeline } from '../../bot/contracts/timeline-api.ts';
import { overviewOf } from './fixtures.ts';
import type { RelationalRound } from '../../tab/timeline/chart.ts';

const hidden = { hidden: 'fewer than k' } as const;
type Item = PracticesResults['items']['PR1'];

/** The first closed in January of 2024, the others a quarter apart. */
const dates = (place: number) => ({
  opened: new Date(Date.UTC(2024, 3 * place, 2, 8)).toISOString(),
  closed: new Date(Date.UTC(2024, 3 * place, 16, 15)).toISOString(),
});
const headOf = (round: number) => ({ round, ...dates(round - 1), imported: false, audience: ['leader' as const], k: 3 });

type Matrix = Extract<RelationalRound, { mode: 'matrix' }>;
const network = { possibleCells: 12, publishedCells: 11, coverage: 0.92, strongTieDensity: 0.27, reciprocity: 0.5 };

/** A round about relations that shows this network index. */
export const matrixRound = (
  round: number,
  index: number | null,
  more: Partial<Omit<Matrix, 'mode' | 'network'>> = {},
): Matrix => ({
  ...{ ...headOf(round), instrument: 'relational', mode: 'matrix', form: 'full' },
  network:
    index === null
      ? { possibleCells: 12, publishedCells: 0, coverage: 0, index, strongTieDensity: null, reciprocity: null }
      : { ...network, index },
  ...more,
});

export const pooledRound = (round: number): RelationalRound => ({
  ...{ ...headOf(round), instrument: 'relational', mode: 'pooled', form: 'full', audience: ['leader', 'employee'] },
});

export const healthRound = (round: number, goals: number): RoundOnTimeline => ({
  ...{ ...headOf(round), instrument: 'health check', mode: 'network' },
  dimensions: {
    goals: { value: goals, word: goals < 1.67 ? 'latent' : goals < 2.34 ? 'developing' : 'active' },
    ties: { value: 1.5, word: 'latent' },
    steering: { value: 2.5, word: 'active' },
    rules: hidden,
    power: { value: 2.1, word: 'developing' },
  },
});

export const practicesRound = (round: number, first: number): RoundOnTimeline => {
  const item = (value: number): Item => ({ n: 12, value, orLower: value === 1.5 });
  return {
    ...{ ...headOf(round), instrument: 'six practices', mode: 'network' },
    items: { PR1: item(first), PR2: item(3.9), PR3: hidden, PR4: item(2.8), PR5: item(1.5), PR6: item(4.1) },
  };
};

/** Of two outcomes, the first reached so far; the later one asks about another one as well. */
export const checkBackRound = (round: number, first: number, more = false): RoundOnTimeline => {
  const reached = (value: number) => {
    const word = value < 1.67 ? ('latent' as const) : value < 2.34 ? ('developing' as const) : ('active' as const);
    return { n: 12, value, orLower: value === 1.5, word };
  };
  return {
    ...{ ...headOf(round), instrument: 'check-back', mode: 'network' },
    outcomes: [
      { id: 'O1', outcome: 1, text: more ? 'Nobody waits more than two days.' : 'Nobody waits.' },
      { id: 'O2', outcome: 2, text: 'Each person has one plan.' },
      ...(more ? [{ id: 'O3' as const, outcome: 4, text: 'People are asked what matters to them.' }] : []),
    ],
    items: { O1: reached(first), O2: hidden, ...(more ? { O3: reached(1.9) } : {}) },
  };
};

/** Eight rounds: the first collected elsewhere, one of other people, one pooled, two health checks, one about the six practices. */
export const manyRounds: readonly RoundOnTimeline[] = [
  matrixRound(1, 2.9, { imported: true }),
  matrixRound(2, 3.1, { change: { label: 'too few to tell', since: 1 } }),
  healthRound(3, 1.6),
  matrixRound(4, 3.4, { change: { label: 'clear improvement', since: 2 } }),
  pooledRound(5),
  matrixRound(6, 3.3, { audience: ['leader', 'employee'], change: { label: 'no clear change', since: 5 } }),
  healthRound(7, 2.4),
  practicesRound(8, 3.2),
];

export const timelineOf = (rounds: readonly RoundOnTimeline[], checkOuts: unknown[] = []) =>
  timeline.parse({ rounds, checkOuts });

/** The first screen of a collaboration that has held these. */
export const overviewWith = (rounds: readonly RoundOnTimeline[], parts: Parameters<typeof overviewOf>[0] = {}) =>
  overviewOf({ rounds: rounds.map(({ round, closed, imported }) => ({ round, closed, imported })), ...parts });

const leftBy = (meeting: string, people: number) => ({
  ...{ meeting, k: 3 },
  ...checkOutOf({ n: people, sum: 4 * people, squares: 16 * people }, { yes: people, partly: 1, no: 0 }, 3),
});
/** Three meetings that show how people left, and one with too few answers. */
export const threeCheckOuts = [
  leftBy('2026-01-15', 8),
  leftBy('2026-02-12', 7),
  leftBy('2026-03-12', 9),
  leftBy('2026-04-16', 2),
];
