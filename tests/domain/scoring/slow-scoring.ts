import type { Row } from '../../../bot/domain/scoring/sums-from-rows.ts';
import type { CellItem } from '../../../bot/domain/scoring/tally.ts';
import type { SampleRound } from './rounds.ts';

/**
 * The rules of method.md a second time, from the rows, one after the other, with fractions of big integers and nothing clever;
 * for the tests to compare with. Shares nothing with the engine.
 */
export type Fraction = readonly [bigint, bigint];
export const add = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
export const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
export const minus = (one: Fraction, other: Fraction): Fraction => add(one, times([-1n, 1n], other));
export const less = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d < c * b;
export const whole = (value: number): Fraction => [BigInt(value), 1n];
export const sum = (values: readonly Fraction[]): Fraction => values.reduce(add, [0n, 1n]);
export const mean = (values: readonly Fraction[]): Fraction => times(sum(values), [1n, BigInt(values.length)]);

/** Half away from zero by hand: the digits, then one more step if what is left is a half or more. */
export const rounded = ([a, b]: Fraction, decimals: number): number => {
  if (a < 0n) return 0 - rounded([-a, b], decimals);
  const scaled = a * 10n ** BigInt(decimals);
  const down = scaled / b;
  const left = scaled - down * b;
  return Number(left + left >= b ? down + 1n : down) / 10 ** decimals;
};

export const floor: Fraction = [3n, 2n];
export const V = (m: Fraction): number => rounded(less(m, floor) ? floor : m, 1);
/** A published number, exactly: it has one decimal. */
export const exact = (v: number): Fraction => [BigInt(Math.round(v * 10)), 10n];
const difference = (one: number, other: number): number => (Math.round(one * 10) - Math.round(other * 10)) / 10;
const band = (v: number): string => (v >= 4 ? 'strength' : v >= 3 ? 'discuss' : 'attention');

const R = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'] as const;
const L = ['L1', 'L2', 'L3'] as const;
type Asked = readonly (typeof R)[number][];
export const askedIn = ({ relational }: SampleRound): Asked => relational ?? R;
export const hidden = { hidden: 'fewer than k' };

/** Ratings of one item, of those who gave one. */
const given = (rows: readonly Row[], item: CellItem): Fraction[] => rows.flatMap((row) => row.ratings[item] ?? []).map(whole);
/** x_r of each row that has one: at least 4 of 7 items, 2 of 3. */
export const x = (rows: readonly Row[], asked: Asked): Fraction[] =>
  rows
    .map((row) => asked.flatMap((item) => given([row], item)))
    .filter((ratings) => ratings.length > asked.length / 2)
    .map(mean);
const apart = (rows: readonly Row[]): number => rows.filter((row) => row.notWorkingTogether).length;

const variance = (values: readonly Fraction[]): Fraction => {
  const middle = mean(values);
  const squares = values.map((value) => times(minus(value, middle), minus(value, middle)));
  return times(sum(squares), [1n, BigInt(values.length - 1)]);
};

const agreement = (rows: readonly Row[], asked: Asked): string | undefined => {
  if (asked.some((item) => given(rows, item).length < 2)) return undefined;
  const spread = times(mean(asked.map((item) => variance(given(rows, item)))), [1n, 2n]);
  const rwg = minus([1n, 1n], spread);
  if (!less(rwg, [70n, 100n])) return 'agree';
  return less(rwg, [50n, 100n]) ? 'split views' : 'partly';
};

export const keep = ({ rows, close, audience }: SampleRound): Row[] => {
  const counting = rows.filter((row) => row.from !== row.to && row.submitted <= close && audience.includes(row.role));
  const inTime = counting.toSorted((one, other) => one.submitted - other.submitted);
  return [...new Map(inTime.map((row) => [`${row.respondent} about ${row.to}`, row])).values()];
};

const cell = (rows: readonly Row[], k: number, asked: Asked): object => {
  const n = x(rows, asked).length;
  const count = n + apart(rows) >= k ? { notWorkingTogether: apart(rows) } : {};
  if (n < k) return { ...hidden, ...count };
  const m = mean(x(rows, asked));
  const profile = asked.every((item) => given(rows, item).length >= k)
    ? {
        items: Object.fromEntries(asked.map((item) => [item, V(mean(given(rows, item)))])),
        itemsOrLower: asked.filter((item) => less(mean(given(rows, item)), floor)),
      }
    : {};
  const own = L.filter((item) => given(rows, item).length >= k);
  const local =
    own.length === 0
      ? {}
      : {
          local: Object.fromEntries(own.map((item) => [item, V(mean(given(rows, item)))])),
          localOrLower: own.filter((item) => less(mean(given(rows, item)), floor)),
        };
  const word = n >= Math.max(5, k) ? agreement(rows, asked) : undefined;
  const ofRole = (role: Row['role']): Fraction[] =>
    x(
      rows.filter((row) => row.role === role),
      asked,
    );
  const [leaders, employees] = [ofRole('leader'), ofRole('employee')];
  const splits = leaders.length >= k && employees.length >= k ? { split: split(V(mean(leaders)), V(mean(employees))) } : {};
  const words = word ? { agreement: word } : {};
  return { n, index: V(m), orLower: less(m, floor), band: band(V(m)), ...count, ...profile, ...local, ...words, ...splits };
};

const split = (leaders: number, employees: number): object => {
  const gap = difference(leaders, employees);
  const flag = gap >= 1 ? 'leaders see it brighter' : gap <= -1 ? 'employees see it brighter' : 'similar';
  return { leaders, employees, gap, flag };
};

const pair = (there: number | undefined, back: number | undefined): object => {
  if (there === undefined && back === undefined) return { status: 'hidden' };
  if (there === undefined || back === undefined) return { status: 'one side hidden' };
  const gap = difference(there, back);
  const strength = rounded(mean([exact(there), exact(back)]), 1);
  if (gap >= 1 || gap <= -1) return { strength, gap, status: 'asymmetric' };
  if (there >= 4 && back >= 4) return { strength, gap, status: 'mutual strength' };
  if (there < 3 && back < 3) return { strength, gap, status: 'mutual attention' };
  return { strength, gap, status: 'balanced' };
};

const expectation = (there: readonly Row[], back: readonly Row[], k: number, asked: Asked): object => {
  const needs = given(there, 'E1');
  const gives = given(back, 'E2');
  if (x(there, asked).length < k || x(back, asked).length < k || needs.length < k || gives.length < k) return hidden;
  const [need, canGive] = [V(mean(needs)), V(mean(gives))];
  const gap = difference(need, canGive);
  const flag = gap >= 1 ? 'expects clearly more' : gap <= -1 ? 'room to ask for more' : 'aligned';
  return { need, canGive, gap, flag };
};

const response = (round: SampleRound, kept: readonly Row[], id: string): object => {
  const answered = new Set(kept.filter((row) => row.from === id).map((row) => row.respondent)).size;
  const invited = round.audience.map((role) => round.invited[id]?.[role] ?? 0).reduce((one, other) => one + other, 0);
  if (invited < round.k) return hidden;
  const rate: Fraction = [BigInt(answered), BigInt(invited)];
  const flag = less(rate, [50n, 100n]) ? 'very low' : less(rate, [70n, 100n]) ? 'low' : 'ok';
  return { answered, invited, rate: rounded(rate, 2), flag };
};

const share = (part: number, all: number): number | null => (all === 0 ? null : rounded([BigInt(part), BigInt(all)], 2));
const averageOf = (values: readonly number[], fewest: number): number | null =>
  values.length < fewest ? null : rounded(mean(values.map(exact)), 1);
const each = <T>(keys: readonly string[], of: (key: string) => T): Record<string, T> =>
  Object.fromEntries(keys.map((key) => [key, of(key)]));

export const slowResults = (round: SampleRound): Record<string, unknown> => {
  const { k, mode, organisations: ids } = round;
  const asked = askedIn(round);
  const kept = keep(round);
  const responses = each(ids, (id) => response(round, kept, id));
  if (mode === 'pooled') {
    const seen = (id: string): object => {
      const all = x(
        kept.filter((row) => row.to === id),
        asked,
      );
      if (all.length < k) return hidden;
      const v = V(mean(all));
      return { n: all.length, index: v, orLower: less(mean(all), floor), band: band(v) };
    };
    return { mode, k, response: responses, seen: each(ids, seen) };
  }
  const about = (i: string, j: string): Row[] => kept.filter((row) => row.from === i && row.to === j);
  const published = new Map<string, number>();
  for (const i of ids) {
    for (const j of ids) {
      const all = x(about(i, j), asked);
      if (i !== j && all.length >= k) published.set(`${i}>${j}`, V(mean(all)));
    }
  }
  const value = (i: string, j: string): number | undefined => published.get(`${i}>${j}`);
  const some = (values: readonly (number | undefined)[]): number[] => values.filter((one) => one !== undefined);
  const directions = ids.flatMap((i) => ids.filter((j) => j !== i).map((j) => [i, j] as const));
  const pairs = directions.filter(([i, j]) => ids.indexOf(i) < ids.indexOf(j));
  const both = pairs.map(([i, j]) => some([value(i, j), value(j, i)])).filter((sides) => sides.length === 2);
  const cells = [...published.values()];
  return {
    mode,
    k,
    response: responses,
    cells: Object.fromEntries(directions.map(([i, j]) => [`${i}>${j}`, cell(about(i, j), k, asked)])),
    pairs: Object.fromEntries(pairs.map(([i, j]) => [`${i}-${j}`, pair(value(i, j), value(j, i))])),
    seenByOthers: each(ids, (j) => averageOf(some(ids.map((i) => value(i, j))), 2)),
    seesOthers: each(ids, (i) => averageOf(some(ids.map((j) => value(i, j))), 2)),
    network: {
      possibleCells: directions.length,
      publishedCells: cells.length,
      coverage: share(cells.length, directions.length),
      index: averageOf(cells, 1),
      strongTieDensity: share(cells.filter((v) => v >= 4).length, cells.length),
      reciprocity: share(
        both.filter((sides) => sides.every((v) => v >= 4)).length,
        both.filter((sides) => sides.some((v) => v >= 4)).length,
      ),
    },
    expectationGaps: Object.fromEntries(
      (round.expectation?.includes('E2') === false ? [] : directions).map(([i, j]) => [
        `${i} needs from ${j}`,
        expectation(about(i, j), about(j, i), k, asked),
      ]),
    ),
  };
};
