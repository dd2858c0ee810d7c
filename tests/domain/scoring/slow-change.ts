import type { Role } from '../../../bot/domain/collaboration.ts';
import type { Row } from '../../../bot/domain/scoring/sums-from-rows.ts';
import type { SampleRound } from './rounds.ts';
import { add, askedIn, keep, less, mean, minus, rounded, slowResults, times, whole, x } from './slow-scoring.ts';
import type { Fraction } from './slow-scoring.ts';

/** Rule 9 of method.md and P10 a second time; see slow-scoring.ts. */
const number = ([a, b]: Fraction): number => Number((a * 10n ** 18n) / b) / 1e18;
const size = (d: Fraction): Fraction => (less(d, whole(0)) ? minus(whole(0), d) : d);

/** Gamma((v + 1) / 2) / Gamma(v / 2): with the one before it, it makes (v - 1) / 2. */
const gammas = (v: number): number => (v === 1 ? 1 / Math.sqrt(Math.PI) : (v - 1) / 2 / gammas(v - 1));

const known = new Map<number, number>();
/** Student's t by Simpson's rule over its density, and halving. */
const t975 = (v: number): number => {
  const before = known.get(v);
  if (before !== undefined) return before;
  const density = (t: number): number => (gammas(v) / Math.sqrt(v * Math.PI)) * (1 + (t * t) / v) ** (-(v + 1) / 2);
  const weights = Array.from({ length: 401 }, (_, i) => (i === 0 || i === 400 ? 1 : i % 2 === 1 ? 4 : 2));
  const area = (to: number): number => weights.reduce((sum, w, i) => sum + w * density((to * i) / 400), 0) * (to / 1200);
  let [low, high] = [1.9, 2.5];
  while (high - low > 1e-11) [low, high] = area((low + high) / 2) < 0.475 ? [(low + high) / 2, high] : [low, (low + high) / 2];
  known.set(v, low);
  return low;
};

/** 6 decimals, then 1; both half away from zero. */
const shown = (end: number): number => rounded([BigInt(Math.round(Math.abs(end) * 1e6)) * (end < 0 ? -1n : 1n), 1_000_000n], 1);

const label = (D: Fraction, low: number, high: number): string => {
  const way = less(D, whole(0)) ? 'decline' : 'improvement';
  const includesZero = low < 0.0000005 && high > -0.0000005;
  if (!includesZero && !less(size(D), [2n, 10n])) return `clear ${way}`;
  if (includesZero && !less(size(D), [3n, 10n])) return `possible ${way}`;
  return 'no clear change';
};

/** n1 and n2 of one way to count them. */
const p10 = (n1: number, n2: number, paired: number, k: number): boolean => {
  const unpaired = [n1 - paired, n2 - paired];
  return unpaired.every((u) => u === 0 || u >= k) || (n1 + paired >= 20 && n2 + paired >= 20);
};

const cellWord = (v1: number, v2: number): string => {
  const moved = Math.round(v2 * 10) - Math.round(v1 * 10);
  return moved >= 10 ? 'higher' : moved <= -10 ? 'lower' : 'no clear change';
};

type Cells = Record<
  string,
  { readonly index?: number; readonly split?: { readonly leaders: number; readonly employees: number } }
>;
/** What a round shows of these roles in a cell. */
const valueIn = (round: SampleRound, shown: Cells, key: string, roles: readonly Role[]): number | undefined => {
  const cell = shown[key];
  if (roles.length === round.audience.length) return cell?.index;
  if (roles.length === 0) return undefined;
  return roles[0] === 'leader' ? cell?.split?.leaders : cell?.split?.employees;
};

const cells = (before: SampleRound, now: SampleRound, roles: readonly Role[]): Record<string, string> => {
  if (askedIn(before).join() !== askedIn(now).join()) return {};
  const keys = now.organisations.flatMap((i) => now.organisations.filter((j) => j !== i).map((j) => `${i}>${j}`));
  const [then, today] = [before, now].map((round) => (slowResults(round).cells ?? {}) as Cells) as [Cells, Cells];
  const both = keys.map((key) => [key, valueIn(before, then, key, roles), valueIn(now, today, key, roles)] as const);
  return Object.fromEntries(
    both.flatMap(([key, v1, v2]) => (v1 === undefined || v2 === undefined ? [] : [[key, cellWord(v1, v2)]])),
  );
};

/** Whether a round shows what one organisation says about another. Nothing hidden is ever compared. */
const shows = (round: SampleRound): ((i: string, j: string) => boolean) => {
  const results = slowResults(round) as { cells?: Cells; seen?: Record<string, { readonly index?: number }> };
  if (round.mode === 'pooled') return (_, j) => results.seen?.[j]?.index !== undefined;
  return (i, j) => results.cells?.[`${i}>${j}`]?.index !== undefined;
};

/** Whether every cell that both show is shown of these roles alone, too. */
const everySplitShown = (before: SampleRound, now: SampleRound, roles: readonly Role[]): boolean =>
  now.organisations.every((i) =>
    now.organisations.every((j) => {
      if (i === j || ![before, now].every((round) => shows(round)(i, j))) return true;
      return [before, now].every((round) => {
        const { cells: shown } = slowResults(round) as { cells?: Cells };
        return shown !== undefined && valueIn(round, shown, `${i}>${j}`, roles) !== undefined;
      });
    }),
  );

const people = (rows: readonly Row[]): Set<string> => new Set(rows.map(({ respondent }) => respondent));

export const slowChange = (before: SampleRound, now: SampleRound): unknown => {
  const roles = now.audience.filter((role) => before.audience.includes(role));
  const asked = askedIn(now).filter((item) => askedIn(before).includes(item));
  const first = keep({ ...before, audience: roles });
  const second = keep({ ...now, audience: roles });
  const of = (rows: readonly Row[], r: string, target: string): Fraction[] =>
    x(
      rows.filter((row) => row.respondent === r && row.to === target),
      asked,
    );
  const both = [before, now].map(shows);
  const targets: number[] = [];
  const d = [...people(second)].flatMap((r) => {
    const homes = [first, second].map((rows) => rows.find((row) => row.respondent === r)?.from ?? '');
    const moves = now.organisations.flatMap((target) => {
      const [[x1], [x2]] = [of(first, r, target), of(second, r, target)];
      return x1 && x2 && both.every((shown) => homes.every((home) => shown(home, target))) ? [minus(x2, x1)] : [];
    });
    if (moves.length > 0) targets.push(moves.length);
    return moves.length === 0 ? [] : [mean(moves)];
  });
  const n = d.length;
  /** Whoever has an index in a cell that both rounds show. */
  const behind = (rows: readonly Row[]): number =>
    people(rows.filter((row) => x([row], asked).length > 0 && both.every((shown) => shown(row.from, row.to)))).size;
  /** Of an organisation whose response both rounds show; behind pooled values stands everybody. */
  const counts = ({ from }: Row): boolean =>
    [before, now].some(({ mode }) => mode === 'pooled') ||
    [before, now].every((round) => {
      const invited = round.invited[from];
      return (
        !round.organisations.includes(from) || round.audience.reduce((sum, role) => sum + (invited?.[role] ?? 0), 0) >= round.k
      );
    });
  const k = Math.max(before.k, now.k);
  const ofCells = now.mode === 'pooled' ? {} : { cells: cells(before, now, roles) };
  const allowed =
    n >= Math.max(k, 8) &&
    p10(people(first.filter(counts)).size, people(second.filter(counts)).size, n, k) &&
    p10(people(keep(before).filter(counts)).size, people(keep(now).filter(counts)).size, n, k) &&
    p10(behind(first), behind(second), n, k) &&
    (before.audience.length === now.audience.length && roles.length === now.audience.length
      ? true
      : everySplitShown(before, now, roles) || targets.reduce((sum, one) => sum + one, 0) >= 20 * (k - 1));
  if (!allowed) return { ...(n >= k && { nPaired: n }), label: 'too few to tell', ...ofCells };
  const D = mean(d);
  const squares = d.map((one) => times(minus(one, D), minus(one, D))).reduce(add);
  const half = (t975(n - 1) * Math.sqrt(number(squares) / (n - 1))) / Math.sqrt(n);
  const [low, high] = [number(D) - half, number(D) + half];
  return { nPaired: n, mean: rounded(D, 1), interval: [shown(low), shown(high)], label: label(D, low, high), ...ofCells };
};
