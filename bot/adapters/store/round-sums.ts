import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { CollaborationId, Role } from '../../domain/collaboration.ts';
import { items, localItems, questionIds } from '../../domain/instrument.ts';
import type { QuestionId } from '../../domain/instrument.ts';
import { wholeNetwork } from '../../domain/questionnaire.ts';
import type { CellSums, ItemSums } from '../../domain/sums.ts';
import type { Unit } from '../../ports/unit.ts';
import type { NetworkSums } from '../../ports/unit-answers.ts';
import { allRelational, asColumns, hasIndex, indexOf, rating, ratingsAsColumns } from './index-of-answer.ts';
import type { Schema } from './schema.ts';

/**
 * `Unit.answers.sums`: one pass over the round, not through a common table expression, which would be written out first and
 * read by one process only. Every sum stays far below 2^53: 10,000,000 answers of 5 have squares of 2.5e8 and indexes of 2.1e10.
 */
export const sumsIn =
  (db: Kysely<Schema>, id: CollaborationId): Unit['answers']['sums'] =>
  async (round, asked = allRelational) => {
    const rated = asked.rated ?? ofPartners.map((_, place) => place + 1);
    const { rows } = await sql<SumRow>`
      select organisation, role, target, not_working_together, count(*)::int as answers,
        count(*) filter (where ${hasIndex(asked)})::int as indexes, coalesce(sum(${indexOf(asked)}), 0)::float8 as index_sum,
        ${ratedSums(rated)}
      from answers ${ratingsAsColumns}
      where collaboration_id = ${id} and round = ${round}
      group by organisation, role, target, not_working_together`.execute(db);
    return cellsOf(rows, rated);
  };

/** `Unit.answers.networkSums`, in one pass over the round. */
export const networkSumsIn =
  (db: Kysely<Schema>, id: CollaborationId): Unit['answers']['networkSums'] =>
  async (round, rated) => {
    const { rows } = await sql<Pick<SumRow, 'n' | 'sum' | 'squares'>>`
      select ${ratedSums(rated)} from answers ${asColumns(rated)}
      where collaboration_id = ${id} and round = ${round} and target = ${wholeNetwork}`.execute(db);
    return rows[0] === undefined ? {} : sumsOfItems(rows[0], rated);
  };

type Column = readonly (number | null)[];
type SumRow = {
  organisation: number;
  role: Role;
  target: number;
  not_working_together: boolean;
  answers: number;
  indexes: number;
  index_sum: number;
  n: Column;
  sum: Column;
  squares: Column;
};

/** R1 to R7, E1, E2 and the partners' own stand first among the ratings. */
const ofPartners = [...items, ...localItems] as const;

/** How many rated each place, the sum of their ratings and of the squares. */
const ratedSums = (rated: readonly number[]) => sql`
  array[${perItem(rated, (one) => sql`count(${one})`)}]::float8[] as n,
  array[${perItem(rated, (one) => sql`sum(${one})`)}]::float8[] as sum,
  array[${perItem(rated, (one) => sql`sum(${one} * ${one})`)}]::float8[] as squares`;

const perItem = (places: readonly number[], aggregate: (one: RawBuilder<number | null>) => RawBuilder<unknown>) =>
  sql.join(places.map((place) => aggregate(rating(place))));

/** A cell comes in up to two rows: those who rated, and those who do not work together, of whose ratings nothing counts. */
const cellsOf = (rows: readonly SumRow[], rated: readonly number[]): readonly CellSums[] => {
  const cells = new Map<string, CellSums>();
  for (const row of rows) {
    const cell = { from: String(row.organisation), to: String(row.target), role: row.role };
    const key = `${cell.from} ${cell.to} ${cell.role}`;
    const known = cells.get(key) ?? { ...cell, indexes: 0, indexSum: 0, notWorkingTogether: 0, items: {} };
    cells.set(key, { ...known, ...(row.not_working_together ? { notWorkingTogether: row.answers } : ratingsOf(row, rated)) });
  }
  return [...cells.values()];
};

const ratingsOf = (row: SumRow, rated: readonly number[]): Pick<CellSums, 'indexes' | 'indexSum' | 'items'> => ({
  indexes: row.indexes,
  indexSum: row.index_sum,
  items: sumsOfItems(row, rated),
});

const sumsOfItems = (row: Pick<SumRow, 'n' | 'sum' | 'squares'>, rated: readonly number[]): NetworkSums =>
  Object.fromEntries(
    rated.flatMap((place, column): [QuestionId, ItemSums][] => {
      const item = questionIds[place - 1];
      const n = row.n[column] ?? 0;
      if (item === undefined || n === 0) return [];
      return [[item, { n, sum: row.sum[column] ?? 0, squares: row.squares[column] ?? 0 }]];
    }),
  );
