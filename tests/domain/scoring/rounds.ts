import { roles } from '../../../bot/domain/collaboration.ts';
import type { Role } from '../../../bot/domain/collaboration.ts';
import { expectationItems, localItems, relationalItems } from '../../../bot/domain/instrument.ts';
import type { ExpectationItem, RelationalItem } from '../../../bot/domain/instrument.ts';
import type { Mode } from '../../../bot/domain/round.ts';
import { changeSince, comparedCells } from '../../../bot/domain/scoring/change-since.ts';
import type { PublishedRound } from '../../../bot/domain/scoring/change-since.ts';
import { pairedSumsOfRows } from '../../../bot/domain/scoring/paired-sums-from-rows.ts';
import { publish } from '../../../bot/domain/scoring/publish.ts';
import type { Change, Results } from '../../../bot/domain/scoring/results.ts';
import { sumsOfRows } from '../../../bot/domain/scoring/sums-from-rows.ts';
import type { Row } from '../../../bot/domain/scoring/sums-from-rows.ts';
import type { CellItem } from '../../../bot/domain/scoring/tally.ts';
import type { Headcount } from '../../../bot/domain/sums.ts';

/** How often a property is tried. */
export const numRuns = process.env.CI ? 1000 : 200;

/** A round as rows: what tests make up, score and change. */
export type SampleRound = {
  readonly mode: Mode;
  readonly k: number;
  readonly audience: readonly Role[];
  readonly organisations: readonly string[];
  readonly invited: Headcount;
  readonly close: number;
  readonly rows: readonly Row[];
  readonly relational?: readonly RelationalItem[];
  readonly expectation?: readonly ExpectationItem[];
};

export const resultsOf = ({ rows, close, ...round }: SampleRound): Results =>
  publish({ ...round, sums: sumsOfRows(rows, close, round.audience, round.relational) });

const publishedRound = (round: SampleRound): PublishedRound => ({
  ...round,
  results: resultsOf(round),
  answered: sumsOfRows(round.rows, round.close, round.audience).answered,
});

/** The cells (`from>to`) that both rounds publish. */
export const comparedOf = (before: SampleRound, now: SampleRound): ReadonlySet<string> =>
  comparedCells(publishedRound(before), publishedRound(now));

export const changeOfRounds = (before: SampleRound, now: SampleRound): Change =>
  changeSince(publishedRound(before), publishedRound(now), pairedSumsOfRows(before, now, comparedOf(before, now)));

export const validIndex = (row: Row, { relational = relationalItems }: Pick<SampleRound, 'relational'> = {}): boolean =>
  relational.filter((item) => row.ratings[item] !== undefined).length > relational.length / 2;

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

/** `asked` has an answer each, but so many of 100 are missing. */
export const ratingsAround = (
  { between, percent }: Chance,
  asked: readonly CellItem[],
  centre: number,
  spread: number,
  missing: number,
): Row['ratings'] =>
  Object.fromEntries(
    asked
      .filter(() => !percent(missing))
      .map((item): [CellItem, number] => [item, Math.min(5, Math.max(1, centre + between(-spread, spread)))]),
  );

const close = 1_000_000;

/** What an organisation thinks of each other: around where on the scale, how far apart, and where employees differ. */
type Moods = readonly { readonly to: string; readonly centre: number; readonly spread: number; readonly employees: number }[];

type Form = Required<Pick<SampleRound, 'relational' | 'expectation'>> & { readonly asked: readonly CellItem[] };

/** Short in one of four rounds, with up to three local questions. */
const anyForm = (random: Chance): Form => {
  const short = random.percent(25);
  const local = random.between(0, 3);
  const relational = short ? (['R1', 'R4', 'R7'] as const) : relationalItems;
  const expectation = short ? (['E1'] as const) : expectationItems;
  return { relational, expectation, asked: [...relational, ...expectation, ...localItems.slice(0, local)] };
};

type Respondent = { readonly respondent: string; readonly from: string; readonly role: Role };

const rowsOfRespondent = (random: Chance, { respondent, from, role }: Respondent, form: Form, moods: Moods): Row[] => {
  const missing = [0, 0, 5, 40][random.between(0, 3)] ?? 0;
  return moods.flatMap(({ to, centre, spread, employees }): Row[] => {
    const own = centre + (role === 'employee' ? employees : 0);
    if (random.percent(10)) return [];
    const row = (submitted: number): Row => {
      const notWorkingTogether = random.percent(8);
      const ratings = notWorkingTogether ? {} : ratingsAround(random, form.asked, own, spread, missing);
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
  const form = anyForm(random);
  const moods = new Map(organisations.map((from) => [from, organisations.map(mood)]));
  return {
    relational: form.relational,
    expectation: form.expectation,
    mode: random.percent(25) ? 'pooled' : 'matrix',
    k: random.between(3, 6),
    audience,
    organisations,
    invited,
    close,
    rows: people.flatMap((person) => rowsOfRespondent(random, person, form, moods.get(person.from) ?? [])),
  };
};

/** What became of one person's answer by the next round. */
const movedOn = (random: Chance, row: Row, drift: number): Row => {
  const step = random.percent(60) ? drift : random.between(-1, 1);
  const ratings = Object.fromEntries(
    Object.entries(row.ratings).map(([item, rating]) => [item, Math.min(5, Math.max(1, rating + step))]),
  );
  return { ...row, ratings: random.percent(3) ? {} : ratings };
};

/**
 * A round and the next one of the same collaboration: most people again, with answers that drifted; some left, some came, some
 * changed organisation or role; now and then with another k, mode, audience or form.
 */
export const sampleRounds = (seed: number, fewest = 2, most = 9): { readonly before: SampleRound; readonly now: SampleRound } => {
  const before = sampleRound(seed, fewest, most);
  const random = chance(seed ^ 0x5bd1e995);
  const drift = random.between(-2, 2);
  const leaving = [0, 0, 10, 30][random.between(0, 3)] ?? 0;
  const respondents = [...new Set(before.rows.map(({ respondent }) => respondent))];
  const became = new Map(
    respondents.map((respondent) => {
      const left = random.percent(leaving);
      const role = random.percent(3) ? roles[random.between(0, 1)] : undefined;
      const from = random.percent(3) ? before.organisations[random.between(0, before.organisations.length - 1)] : undefined;
      return [respondent, { left, ...(role && { role }), ...(from !== undefined && { from }), replaced: random.percent(50) }];
    }),
  );
  const rows = before.rows.flatMap((row): Row[] => {
    const { left, replaced, ...place } = became.get(row.respondent) ?? { left: true, replaced: false };
    if (left && !replaced) return [];
    return [{ ...movedOn(random, row, drift), ...(left ? { respondent: `${row.respondent} successor` } : place) }];
  });
  const other = sampleRound(seed + 1, 2, 2);
  const { relational, expectation } = other;
  const sameForm = random.percent(90) || relational === undefined || expectation === undefined;
  const now: SampleRound = {
    ...before,
    ...(random.percent(80) ? {} : { k: other.k, mode: other.mode, audience: other.audience }),
    ...(sameForm ? {} : { relational, expectation }),
    rows,
  };
  return random.percent(50) ? { before, now } : { before: now, now: before };
};
