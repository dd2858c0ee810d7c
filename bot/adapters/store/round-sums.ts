import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { CollaborationId, Role } from '../../domain/collaboration.ts';
import { items, localItems } from '../../domain/instrument.ts';
import type { CellSums, ItemSums } from '../../domain/sums.ts';
import type { Unit } from '../../ports/unit.ts';
import { allRelational, hasIndex, indexOf, rating, ratingsAsColumns } from './index-of-answer.ts';
import { headcount } from './participation.ts';
import type { Schema } from './schema.ts';

/**
 * `Unit.answers.sums`: two passes over the round, neither through a common table expression, which would be written out first and
 * read by one process only. Every sum stays far below 2^53: 10,000,000 answers of 5 have squares of 2.5e8 and indexes of 2.1e10.
 */
export const sumsIn =
  (db: Kysely<Schema>, id: CollaborationId): Unit['answers']['sums'] =>
  async (round, asked = allRelational) => {
    const rated = asked.rated ?? ofPartners.map((_, place) => place + 1);
    const { rows } = await sql<SumRow>`
      select organisation, role, target, not_working_together, count(*)::int as answers,
        count(*) filter (where ${hasIndex(asked)})::int as indexes, coalesce(sum(${indexOf(asked)}), 0)::float8 as index_sum,
        array[${perItem(rated, (one) => sql`count(${one})`)}]::float8[] as n,
        array[${perItem(rated, (one) => sql`sum(${one})`)}]::float8[] as sum,
        array[${perItem(rated, (one) => sql`sum(${one} * ${one})`)}]::float8[] as squares
      from answers ${ratingsAsColumns}
      where collaboration_id = ${id} and round = ${round}
      group by organisation, role, target, not_working_together`.execute(db);
    return { cells: cellsOf(rows, rated), answered: await respondents(db, id, round) };
  };

/** Of `sums`, more than a third of the work. More processes for it were no faster, and on a busy machine far slower. */
export const respondents = async (db: Kysely<Schema>, id: CollaborationId, round: number) => {
  const { rows } = await sql<{ organisation: number; leads: boolean; people: number }>`
    select organisation, leads, count(*)::int as people
    from (
      select distinct organisation, role = 'leader' as leads, respondent
      from answers where collaboration_id = ${id} and round = ${round}
    ) as respondents group by organisation, leads`.execute(db);
  return headcount(rows.map(({ leads, ...counted }) => ({ ...counted, role: leads ? 'leader' : 'employee' })));
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
  items: Object.fromEntries(
    rated.flatMap((place, column): [(typeof ofPartners)[number], ItemSums][] => {
      const item = ofPartners[place - 1];
      const n = row.n[column] ?? 0;
      if (item === undefined || n === 0) return [];
      return [[item, { n, sum: row.sum[column] ?? 0, squares: row.squares[column] ?? 0 }]];
    }),
  ),
});
