import { sql, type RawBuilder } from 'kysely';
import { fewestForIndex, items, localItems, relationalItems } from '../../domain/instrument.ts';
import { indexScale } from '../../domain/sums.ts';
import type { Asked } from '../../ports/unit-answers.ts';

/** All of R1 to R7, which stand first among the items. */
export const allRelational: Asked = {
  relational: relationalItems.map((_, place) => place + 1),
  fewest: fewestForIndex(relationalItems.length),
};

/** One rating of a row that was joined with `ratingsAsColumns`. `place` from 1, as PostgreSQL counts. */
export const rating = (place: number): RawBuilder<number | null> => sql.ref(`rated.r${place}`);

/**
 * To stand behind `from answers`: each rating as a column. PostgreSQL unpacks the array whenever a place of it is asked for; as
 * columns of an outer join it does so once a row. A second such join on top of this one undoes that: measured 1.6 times as long.
 */
export const asColumns = (places: readonly number[]): RawBuilder<unknown> => sql`left join lateral (
  select ${sql.join(places.map((place) => sql`ratings[${sql.lit(place)}] as ${sql.ref(`r${place}`)}`))}
) as rated on true`;

/** Of everything that is asked about a partner. */
export const ratingsAsColumns = asColumns([...items, ...localItems].map((_, place) => place + 1));

/** Whether enough is answered for an index (method.md, scoring 1). */
export const hasIndex = ({ relational, fewest }: Asked): RawBuilder<boolean> =>
  relational.length === 0 ? sql`false` : sql`num_nonnulls(${sql.join(relational.map(rating))}) >= ${sql.lit(fewest)}`;

/** The index in 420ths, a whole number; null where too little is answered. */
export const indexOf = (asked: Asked): RawBuilder<number | null> => {
  if (asked.relational.length === 0) return sql`null::int`;
  const ratings = asked.relational.map(rating);
  const total = sql.join(
    ratings.map((one) => sql`coalesce(${one}, 0)`),
    sql` + `,
  );
  return sql`case when ${hasIndex(asked)} then (${total}) * ${sql.lit(indexScale)} / num_nonnulls(${sql.join(ratings)}) end`;
};
