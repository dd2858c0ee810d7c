import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import { items } from '../../domain/instrument.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Trx } from './transaction.ts';

/** Rows of one statement. */
const batch = 5_000;

const sha256 = (content: readonly string[]): Buffer => {
  const hash = createHash('sha256');
  for (const line of content) hash.update(line).update('\n');
  return hash.digest();
};

export const importsIn = (trx: Trx, id: CollaborationId): Unit['imports'] => ({
  numberOf: async (content) => {
    const row = await trx
      .selectFrom('rounds')
      .select('number')
      .where('collaboration_id', '=', id)
      .where('content_sha256', 'in', [content.own, ...content.others].map(sha256))
      .orderBy('number')
      .executeTakeFirst();
    return row?.number;
  },

  sameTimeAndPeople: async ({ opens, closed, audience }, people) => {
    const { rows } = await sql<{ number: number }>`
      select r.number from rounds r
      where r.collaboration_id = ${id} and r.content_sha256 is not null and r.opens <= ${closed} and r.closed >= ${opens}
        and exists (select from snapshots s where s.collaboration_id = ${id} and s.round = r.number)
        and (exists (
            select from answers a join unnest(${people.map((one) => one.toString('hex'))}::text[]) as given (respondent)
              on a.respondent = decode(given.respondent, 'hex')
            where a.collaboration_id = ${id} and a.round = r.number)
          or r.audience && ${[...audience]}::text[] and not exists (
            select from answers a where a.collaboration_id = ${id} and a.round = r.number))
      order by r.number limit 1`.execute(trx);
    return rows[0]?.number;
  },

  addRound: async ({ mode, k, audience, opens, closed, invited }, content) => {
    const { rows } = await sql<{ number: number }>`
      insert into rounds (collaboration_id, number, state, mode, k, audience, opens, closes, closed, invited, content_sha256)
      select ${id}::uuid, coalesce(max(number), 0) + 1, 'closed', ${mode}::text, ${k}::smallint, ${[...audience]}::text[],
        ${opens}::timestamptz, ${closed}::timestamptz, ${closed}::timestamptz, ${JSON.stringify(invited)}::jsonb,
        ${sha256(content.own)}::bytea
      from rounds where collaboration_id = ${id}
      returning number`.execute(trx);
    const [row] = rows;
    if (row === undefined) throw new Error('an insert without a condition returns its row');
    return row.number;
  },

  addAnswers: async (round, answers) => {
    // By pseudonym: the order of a file may say who is who.
    const inOrder = answers.map((answer) => ({ ...answer, hex: answer.respondent.toString('hex') }));
    inOrder.sort((one, other) => (one.hex === other.hex ? one.target - other.target : one.hex < other.hex ? -1 : 1));
    for (let start = 0; start < inOrder.length; start += batch) {
      const some = inOrder.slice(start, start + batch);
      const ratings = some.map((one) => `{${items.map((item) => one.ratings[item] ?? 'null').join()}}`);
      await sql`
        insert into answers (collaboration_id, round, respondent, target, organisation, role, not_working_together, ratings)
        select ${id}::uuid, ${round}::smallint, decode(respondent, 'hex'), target, organisation, role, apart, ratings::smallint[]
        from unnest(${some.map(({ hex }) => hex)}::text[], ${some.map(({ target }) => target)}::smallint[],
          ${some.map(({ organisation }) => organisation)}::smallint[], ${some.map(({ role }) => role)}::text[],
          ${some.map(({ notWorkingTogether }) => notWorkingTogether)}::boolean[], ${ratings}::text[])
          as given (respondent, target, organisation, role, apart, ratings)`.execute(trx);
    }
  },
});
