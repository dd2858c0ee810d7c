import { sql, type Kysely } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import { questionIds } from '../../domain/instrument.ts';
import type { Answer } from '../../domain/round.ts';
import type { Unit } from '../../ports/unit.ts';
import { differingIn } from './differing.ts';
import { pairedIn } from './paired-sums.ts';
import { networkSumsIn, sumsIn } from './round-sums.ts';
import type { Schema } from './schema.ts';

export const answersIn = (db: Kysely<Schema>, id: CollaborationId): Unit['answers'] => ({
  record: async (round, respondent, { organisation, role }, { target, notWorkingTogether, ratings }, at) => {
    const given = ratingsRow(ratings);
    const { rows } = await sql<{ answers: readonly AnswerRow[] | null }>`
      select record_answer(${id}::uuid, ${round}::smallint, ${respondent}::bytea, ${organisation}::smallint, ${role}::text,
        ${target}::smallint, ${notWorkingTogether}::boolean, ${given}::smallint[], ${at}::timestamptz) as answers`.execute(db);
    return rows[0]?.answers?.map(answerOf) ?? 'not open';
  },

  of: async (round, respondent) => {
    const { rows } = await sql<{ answers: readonly AnswerRow[] }>`
      select answers_of(${id}::uuid, ${round}::smallint, ${respondent}::bytea) as answers`.execute(db);
    return (rows[0]?.answers ?? []).map(answerOf);
  },

  inAllRounds: async (respondent) => {
    const { rows } = await sql<{ round: number; answers: readonly AnswerRow[] }>`
      select number as round, answers_of(${id}::uuid, number, ${respondent}::bytea) as answers
      from rounds where collaboration_id = ${id} order by number`.execute(db);
    return rows.flatMap(({ round, answers }) => (answers.length === 0 ? [] : [{ round, answers: answers.map(answerOf) }]));
  },

  erase: async (respondent) => {
    // A close that is under way is waited for: what it publishes is of these answers too, and must be marked as such.
    await sql`select from rounds where collaboration_id = ${id} order by number for no key update`.execute(db);
    await sql`
      update rounds set answers_gone = true
      where collaboration_id = ${id} and state = 'closed' and not answers_gone and exists (
        select from answers where answers.collaboration_id = ${id} and answers.round = rounds.number and respondent = ${respondent}::bytea)`.execute(
      db,
    );
    await sql`select erase_answers(${id}::uuid, ${respondent}::bytea), erase_draws(${id}::uuid, ${respondent}::bytea)`.execute(
      db,
    );
  },

  differing: differingIn(db, id),

  forgetPublished: async (round) => {
    await sql`select forget_published(${id}::uuid, ${round}::smallint)`.execute(db);
  },

  forgetRound: async (round) => {
    const { rows } = await sql<{ forgotten: boolean }>`
      select forget_round(${id}::uuid, ${round}::smallint) as forgotten, forget_draws(${id}::uuid, ${round}::smallint)`.execute(
      db,
    );
    return rows[0]?.forgotten ?? false;
  },

  networkSums: networkSumsIn(db, id),
  sums: sumsIn(db, id),
  paired: pairedIn(db, id),
});

/** One call of `Unit.answers.record`. */
export type Recording = Parameters<Unit['answers']['record']>;

/** Many people's answers in one trip, each as `record` stores it alone; an answer that cannot be stored is an `Error` in its place. */
export const recordTogether = async (
  db: Kysely<Schema>,
  id: CollaborationId,
  recordings: readonly Recording[],
): Promise<readonly (readonly Answer[] | 'not open' | Error)[]> => {
  const given = recordings.map(
    ([round, respondent, { organisation, role }, { target, notWorkingTogether, ratings }, moment]) => ({
      round,
      who: respondent.toString('hex'),
      own: organisation,
      role,
      about: target,
      apart: notWorkingTogether,
      ratings: ratingsRow(ratings),
      moment,
    }),
  );
  const { rows } = await sql<{ outcomes: readonly (readonly AnswerRow[] | { readonly fault: string } | null)[] }>`
    select record_answers(${id}::uuid, ${JSON.stringify(given)}::jsonb) as outcomes`.execute(db);
  return (rows[0]?.outcomes ?? []).map((outcome) => {
    if (outcome === null) return 'not open';
    return 'fault' in outcome ? new Error(outcome.fault) : outcome.map(answerOf);
  });
};

type AnswerRow = { readonly target: number; readonly apart: boolean; readonly ratings: readonly (number | null)[] };

/** Each rating in its place, up to the last one there is. */
const ratingsRow = (ratings: Answer['ratings']): readonly (number | null)[] => {
  const length = questionIds.findLastIndex((id) => ratings[id] !== undefined) + 1;
  return questionIds.slice(0, length).map((id) => ratings[id] ?? null);
};

const answerOf = ({ target, apart, ratings }: AnswerRow): Answer => ({
  target,
  notWorkingTogether: apart,
  ratings: Object.fromEntries(questionIds.flatMap((id, place) => (ratings[place] == null ? [] : [[id, ratings[place]]]))),
});
