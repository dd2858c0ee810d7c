import type { Organisation, Role } from '../collaboration.ts';
import { items } from '../instrument.ts';
import type { Mode } from '../round.ts';
import { chooseMode } from '../scoring/mode.ts';
import { publish } from '../scoring/publish.ts';
import { headsOf } from '../scoring/response.ts';
import type { Results } from '../scoring/results.ts';
import { keptOf, sumsOfRows } from '../scoring/sums-from-rows.ts';
import type { Row } from '../scoring/sums-from-rows.ts';
import type { CellSums, Headcount } from '../sums.ts';
import type { FileHead } from './file.ts';

/** A round collected elsewhere, ready to be stored. Organisations are those of the collaboration, numbers or numbers as text. */
export type ImportedRound = {
  readonly mode: Mode;
  readonly k: number;
  readonly audience: readonly Role[];
  /** Instant of the first answer that counts, and the instant it closed; UTC. */
  readonly opens: Date;
  readonly closed: Date;
  readonly organisations: readonly Organisation[];
  readonly invited: Headcount;
  readonly answered: Headcount;
  /** The rows that count: one of a respondent about an organisation. */
  readonly kept: readonly Row[];
  readonly leftOut: {
    readonly aboutThemselves: number;
    readonly late: number;
    readonly otherRole: number;
    readonly superseded: number;
  };
  /** How many rows the file has. */
  readonly rows: number;
};

const answeredOf = (kept: readonly Row[]): Headcount => {
  const places = new Map(kept.map(({ respondent, from, role }) => [respondent, { from, role }]));
  const heads: Record<string, Record<Role, number>> = {};
  for (const { from, role } of places.values()) {
    const own = (heads[from] ??= { leader: 0, employee: 0 });
    own[role] += 1;
  }
  return heads;
};

/** `own`: what is kept with the round; `others`: what would be kept with it under another audience. */
export type Content = { readonly own: readonly string[]; readonly others: readonly (readonly string[])[] };

/** Undefined: no row counts. `rows`: all of the file, from and to organisations of the collaboration. */
export const importedRound = (
  { k, mode, audience, close }: Pick<FileHead, 'k' | 'mode' | 'audience' | 'close'>,
  organisations: readonly Organisation[],
  invited: Headcount,
  rows: readonly Row[],
): ImportedRound | undefined => {
  const kept = [...keptOf(rows, close, audience).values()].flatMap((about) => [...about.values()]);
  if (kept.length === 0) return undefined;
  const others = rows.filter(({ from, to }) => from !== to);
  const inTime = others.filter(({ submitted }) => submitted <= close);
  const asked = inTime.filter(({ role }) => audience.includes(role));
  const ids = organisations.map(({ id }) => String(id));
  return {
    mode: mode === 'auto' ? chooseMode({ k, audience, invited, organisations: ids }) : mode,
    k,
    audience,
    opens: new Date(kept.reduce((first, { submitted }) => Math.min(first, submitted), close)),
    closed: new Date(close),
    organisations,
    invited,
    answered: answeredOf(kept),
    kept,
    leftOut: {
      aboutThemselves: rows.length - others.length,
      late: others.length - inTime.length,
      otherRole: inTime.length - asked.length,
      superseded: asked.length - kept.length,
    },
    rows: rows.length,
  };
};

/** So many rows are added up in one go. */
const pieceOfRows = 5_000;

/** The sums of a round piece by piece, so that others have their turn in between; a cell may be in several. */
export function* sumsInPieces({ kept, audience }: ImportedRound): Generator<readonly CellSums[]> {
  for (let start = 0; start < kept.length; start += pieceOfRows)
    yield sumsOfRows(kept.slice(start, start + pieceOfRows), Infinity, audience).cells;
}

/** What would be published of it; the database adds up the same (`answers.sums`). */
export const resultsOf = (
  { mode, k, audience, invited, answered, organisations }: ImportedRound,
  cells: readonly CellSums[],
): Results =>
  publish({
    ...{ mode, k, audience, invited },
    organisations: organisations.map(({ id }) => String(id)),
    sums: { cells, answered },
  });

/** Cells of the matrix, or organisations as the network sees them: how many are shown, of how many. */
export const shownOf = (results: Results): { readonly published: number; readonly possible: number } => {
  if (results.mode === 'matrix') return { published: results.network.publishedCells, possible: results.network.possibleCells };
  const seen = Object.values(results.seen);
  return { published: seen.filter((one) => !('hidden' in one)).length, possible: seen.length };
};

/** Organisations and roles of the audience in which more people answered than were invited: a count is wrong. */
export const overfull = ({ organisations, audience, invited, answered }: ImportedRound) =>
  organisations.flatMap(({ id, name }) =>
    audience.flatMap((role) => {
      const [came, asked] = [headsOf(answered, String(id), [role]), headsOf(invited, String(id), [role])];
      return came > asked ? [{ organisation: name, role, answered: came, invited: asked }] : [];
    }),
  );

/**
 * What the rows that count say, in an order and a form of ours: the same for the same answers in another order, in another kind of
 * file or beside rows that are left out. The first is the round's own; the others are what its rows say under other audiences: the
 * same answers are not imported twice, whatever the head says.
 */
export const contentOf = (rows: readonly Row[], { close, audience }: Pick<FileHead, 'close' | 'audience'>): Content => {
  const kept = [...keptOf(rows, close, ['leader', 'employee']).values()].flatMap((about) => [...about.values()]);
  const lines = kept.map(({ respondent, from, role, to, submitted, notWorkingTogether, ratings }) => ({
    role,
    line: JSON.stringify([
      ...[respondent, from, role, to, submitted, notWorkingTogether],
      ...items.map((item) => ratings[item] ?? null),
    ]),
  }));
  lines.sort((one, other) => (one.line < other.line ? -1 : 1));
  const of = (roles: readonly Role[]): readonly string[] =>
    lines.filter(({ role }) => roles.includes(role)).map(({ line }) => line);
  return { own: of(audience), others: [of(['leader', 'employee']), of(['leader']), of(['employee'])] };
};
