import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { CollaborationId, Role } from '../../domain/collaboration.ts';
import { questionIds } from '../../domain/instrument.ts';
import type { PeopleAtPlace, Place } from '../../domain/reopening.ts';
import { indexScale } from '../../domain/sums.ts';
import type { Asked } from '../../ports/unit-answers.ts';
import type { Unit } from '../../ports/unit.ts';
import { allRelational } from './index-of-answer.ts';
import type { Schema } from './schema.ts';

type Counts = { changed: number; added: number };
type Row = Counts & { target: number; organisation: number | null; role: Role | null; place: number };

/** Places that are no question; questions are numbered from 1, as PostgreSQL counts their ratings. */
const otherPlaces = { 'not working together': 0, index: -1, profile: -2 } as const;

const placeOf = (place: number): Place | undefined =>
  questionIds[place - 1] ?? (['not working together', 'index', 'profile'] as const).find((one) => otherPlaces[one] === place);

type Edition = 'was' | 'is';

/** What a page adds to a place, as text; null: nothing. Ratings of who does not work with the target count nowhere. */
const added = (edition: Edition, { relational, fewest }: Asked): { rating: Raw; apart: Raw; index: Raw; profile: Raw } => {
  const ratings = sql.ref(`pages.${edition}_ratings`);
  const apart = sql.ref(`pages.${edition}_apart`);
  const own = sql`(select ${ratings}[item] as rating, item from unnest(array[${sql.join(relational)}]::int[]) as item) as own`;
  return {
    rating: sql`case when not ${apart} then ${ratings}[question]::text end`,
    apart: sql`case when ${apart} then 'apart' end`,
    index: sql`case when not ${apart} then (select (sum(rating) * ${sql.lit(indexScale)} / count(rating))::text
      from ${own} having count(rating) >= ${sql.lit(fewest)}) end`,
    profile: sql`case when not ${apart} then (select string_agg(coalesce(rating::text, '-'), '' order by item)
      from ${own} having count(rating) > 0) end`,
  };
};
type Raw = RawBuilder<unknown>;

/** What of it stands in this scope: that of one organisation, of one of its roles, or of everybody. */
const inScope = (edition: Edition): Raw => {
  const [organisation, role] = [sql.ref(`pages.${edition}_organisation`), sql.ref(`pages.${edition}_role`)];
  return sql`case when (scope.organisation is null or scope.organisation = ${organisation})
    and (scope.role is null or scope.role = ${role}) then said.${sql.raw(edition)} end`;
};

const pagesIn = (table: 'answers' | 'published_answers', edition: Edition, id: CollaborationId, round: number): Raw => {
  const named = ['organisation', 'role', 'ratings'].map((column) => `a.${column} as ${edition}_${column}`).join(', ');
  return sql`select a.respondent, a.target, ${sql.raw(`${named}, a.not_working_together as ${edition}_apart`)}
    from ${sql.table(table)} a join rounds r on r.collaboration_id = a.collaboration_id and r.number = a.round
    where a.collaboration_id = ${id} and r.collaboration_id = ${id} and a.round = ${round}
      and (a.target = 0 or (a.target <> a.organisation and a.role = any (r.audience)))`;
};

/**
 * `Unit.answers.differing`. A person has one page about a target, wherever they are now: compared with itself, it is counted once in each
 * scope, and nowhere where it adds the same. Pages that are as they were are not looked into.
 */
const peopleIn = async (db: Kysely<Schema>, id: CollaborationId, round: number, asked: Asked): Promise<readonly Row[]> => {
  const [was, is] = [added('was', asked), added('is', asked)];
  const { rows } = await sql<Row>`
    with before as (${pagesIn('published_answers', 'was', id, round)}), now as (${pagesIn('answers', 'is', id, round)}),
    pages as (
      select * from before full join now using (respondent, target)
      where (was_organisation, was_role, was_apart, was_ratings) is distinct from (is_organisation, is_role, is_apart, is_ratings)
    ),
    found as (
      select pages.target, scope.organisation, scope.role, said.place, pages.was_organisation is null as is_new
      from pages,
      lateral (
        select question as place, ${was.rating} as was, ${is.rating} as is
        from generate_series(1, greatest(cardinality(was_ratings), cardinality(is_ratings))) as question
        union all select ${sql.lit(otherPlaces['not working together'])}, ${was.apart}, ${is.apart}
        union all select ${sql.lit(otherPlaces.index)}, ${was.index}, ${is.index}
        union all select ${sql.lit(otherPlaces.profile)}, ${was.profile}, ${is.profile}
      ) as said,
      lateral (
        select null::smallint as organisation, null::text as role
        union select was_organisation, null union select is_organisation, null
        union select was_organisation, was_role union select is_organisation, is_role
      ) as scope
      where (${inScope('was')}) is distinct from (${inScope('is')})
    )
    select target, organisation, role, place, (count(*) filter (where not is_new))::int as changed,
      (count(*) filter (where is_new))::int as added
    from found group by target, organisation, role, place
    order by target, organisation nulls first, role nulls first, place`.execute(db);
  return rows;
};

export const differingIn =
  (db: Kysely<Schema>, id: CollaborationId): Unit['answers']['differing'] =>
  async (round, asked = allRelational) => {
    const erased = await db
      .selectFrom('erased_respondents')
      .select(['organisation', 'target', 'role', 'respondents'])
      .where('collaboration_id', '=', id)
      .where('round', '=', round)
      .orderBy('target')
      .orderBy('organisation')
      .orderBy('role')
      .execute();
    const people = await peopleIn(db, id, round, asked);
    return {
      people: people.flatMap(({ target, organisation, role, place: number, ...counts }): PeopleAtPlace[] => {
        const place = placeOf(number);
        if (place === undefined) return [];
        const whose = { ...(organisation === null ? {} : { from: String(organisation) }), ...(role === null ? {} : { role }) };
        return [{ to: String(target), ...whose, place, ...counts }];
      }),
      erased: erased.map(({ organisation, target, role, respondents }) => ({
        ...{ from: String(organisation), to: String(target), role, people: respondents },
      })),
    };
  };
