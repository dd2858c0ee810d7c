import { sql, type Kysely } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import { items } from '../../domain/instrument.ts';
import type { Answer } from '../../domain/round.ts';
import type { Unit } from '../../ports.ts';
import { pairedIn } from './paired-sums.ts';
import { sumsIn } from './round-sums.ts';
import type { Schema } from './schema.ts';

export const answersIn = (db: Kysely<Schema>, id: CollaborationId): Unit['answers'] => ({
  record: async (round, respondent, { organisation, role }, { target, notWorkingTogether, ratings }, at) => {
    const given = items.map((item) => ratings[item] ?? null);
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

  sums: sumsIn(db, id),
  paired: pairedIn(db, id),
});

type AnswerRow = { readonly target: number; readonly apart: boolean; readonly ratings: readonly (number | null)[] };

const answerOf = ({ target, apart, ratings }: AnswerRow): Answer => ({
  target,
  notWorkingTogether: apart,
  ratings: Object.fromEntries(items.flatMap((item, place) => (ratings[place] == null ? [] : [[item, ratings[place]]]))),
});
