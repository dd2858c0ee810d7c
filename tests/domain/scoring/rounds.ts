import { roles } from '../../../bot/domain/collaboration.ts';
import type { Role } from '../../../bot/domain/collaboration.ts';
import { items, relationalItems } from '../../../bot/domain/instrument.ts';
import type { Item } from '../../../bot/domain/instrument.ts';
import type { Mode } from '../../../bot/domain/round.ts';
import { publish } from '../../../bot/domain/scoring/publish.ts';
import type { Results } from '../../../bot/domain/scoring/results.ts';
import { sumsOfRows } from '../../../bot/domain/scoring/sums-from-rows.ts';
import type { Row } from '../../../bot/domain/scoring/sums-from-rows.ts';
import type { Headcount } from '../../../bot/domain/sums.ts';

/** A round as rows: what tests make up, score and change. */
export type SampleRound = {
  readonly mode: Mode;
  readonly k: number;
  readonly audience: readonly Role[];
  readonly organisations: readonly string[];
  readonly invited: Headcount;
  readonly close: number;
  readonly rows: readonly Row[];
};

export const resultsOf = ({ rows, close, ...round }: SampleRound): Results =>
  publish({ ...round, sums: sumsOfRows(rows, close, round.audience) });

export const validIndex = (row: Row): boolean => relationalItems.filter((item) => row.ratings[item] !== undefined).length >= 4;

export type Chance = {
  /** A whole number from `low` to `high`. */
  readonly between: (low: number, high: number) => number;
  /** True so many times out of 100. */
  readonly percent: (times: number) => boolean;
};

/** The same seed gives the same numbers (a xorshift generator of 32 bits). */
export const chance = (seed: number): Chance => {
  let state = seed | 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  // Neighbouring seeds begin alike.
  for (let warm = 0; warm < 20; warm += 1) next();
  return {
    between: (low, high) => low + (next() % (high - low + 1)),
    percent: (times) => next() % 100 < times,
  };
};

export const ratingsAround = ({ between, percent }: Chance, centre: number, spread: number, missing: number): Row['ratings'] =>
  Object.fromEntries(
    items
      .filter(() => !percent(missing))
      .map((item): [Item, number] => [item, Math.min(5, Math.max(1, centre + between(-spread, spread)))]),
  );

const close = 1_000_000;

/** What an organisation thinks of each other: around where on the scale, how far apart, and where employees differ. */
type Moods = readonly { readonly to: string; readonly centre: number; readonly spread: number; readonly employees: number }[];

const rowsOfRespondent = (random: Chance, respondent: string, from: string, role: Role, moods: Moods): Row[] => {
  const missing = [0, 0, 5, 40][random.between(0, 3)] ?? 0;
  return moods.flatMap(({ to, centre, spread, employees }): Row[] => {
    const own = centre + (role === 'employee' ? employees : 0);
    if (random.percent(10)) return [];
    const row = (submitted: number): Row => {
      const notWorkingTogether = random.percent(8);
      const ratings = notWorkingTogether ? {} : ratingsAround(random, own, spread, missing);
      return { respondent, from, role, to, notWorkingTogether, ratings, submitted };
    };
    const kept = row(random.between(500, close));
    return [
      kept,
      ...(random.percent(10) ? [row(kept.submitted - random.between(1, 400))] : []),
      ...(random.percent(10) ? [row(close + random.between(1, 400))] : []),
    ];
  });
};

/** Any round that a file may hold: self-ratings, late rows, superseded rows and roles outside the audience among its rows. */
export const sampleRound = (seed: number, fewest = 2, most = 9): SampleRound => {
  const random = chance(seed);
  const organisations = Array.from({ length: random.between(fewest, most) }, (_, place) => `O${place}`);
  const audience = ([['leader'], ['employee'], ['employee', 'leader'], roles] as const)[random.between(0, 3)] ?? roles;
  const people = organisations.flatMap((from) =>
    roles.flatMap((role) =>
      Array.from({ length: random.between(0, 6) }, (_, place) => ({ respondent: `${from} ${role} ${place}`, from, role })),
    ),
  );
  const invited = Object.fromEntries(
    organisations.map((id) => {
      const heads = (role: Role): number =>
        people.filter((one) => one.from === id && one.role === role).length + random.between(0, 3);
      return [id, { leader: heads('leader'), employee: heads('employee') }];
    }),
  );
  const [low, high] = (
    [
      [1, 5],
      [1, 2],
      [4, 5],
      [2, 4],
    ] as const
  )[random.between(0, 3)] ?? [1, 5];
  const mood = (to: string): Moods[number] => ({
    to,
    centre: random.between(low, high),
    spread: random.percent(25) ? 3 : random.between(0, 1),
    employees: random.percent(25) ? random.between(-2, 2) : 0,
  });
  const moods = new Map(organisations.map((from) => [from, organisations.map(mood)]));
  return {
    mode: random.percent(25) ? 'pooled' : 'matrix',
    k: random.between(3, 6),
    audience,
    organisations,
    invited,
    close,
    rows: people.flatMap(({ respondent, from, role }) => rowsOfRespondent(random, respondent, from, role, moods.get(from) ?? [])),
  };
};
