import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import type { MeetingsPart } from '../../ports/unit-meetings.ts';
import { attendanceIn } from './attendance.ts';
import { decisionsIn } from './decisions.ts';
import type { Schema } from './schema.ts';
import type { Trx } from './transaction.ts';

export const meetingsIn = (trx: Trx, id: CollaborationId): MeetingsPart => {
  const meeting = (number: number) => trx.updateTable('meetings').where('collaboration_id', '=', id).where('number', '=', number);
  const planned = (number: number) => meeting(number).where('state', '=', 'planned');
  /** Asked before it is stored: an error would end the transaction. Who plans has the collaboration to themselves. */
  const isTaken = async (date: string, but?: number): Promise<boolean> => {
    const { rows } = await sql<{ taken: boolean }>`
      select exists (select from meetings where collaboration_id = ${id} and date = ${date} and state <> 'called off'
        and number is distinct from ${but ?? null}::smallint) as taken`.execute(trx);
    return rows[0]?.taken ?? false;
  };

  return {
    all: async () => {
      const query = trx.selectFrom('meetings').selectAll().where('collaboration_id', '=', id);
      return (await query.orderBy('date').orderBy('number').execute()).map(meetingOf);
    },

    find: async (number) => {
      const query = trx.selectFrom('meetings').selectAll().where('collaboration_id', '=', id).where('number', '=', number);
      const found = await query.executeTakeFirst();
      return found && meetingOf(found);
    },

    plan: async ({ date, starts, byRhythm, survey }) => {
      if (await isTaken(date)) return 'day taken';
      const { rows } = await sql<Selectable<Schema['meetings']>>`
        insert into meetings (collaboration_id, number, date, starts, state, by_rhythm, survey)
        select ${id}::uuid, coalesce(max(number), 0) + 1, ${date}::date, ${starts}::text, 'planned', ${byRhythm}::boolean,
          ${survey === undefined ? null : JSON.stringify(survey)}::jsonb
        from meetings where collaboration_id = ${id}
        returning *`.execute(trx);
      const [stored] = rows;
      if (stored === undefined) throw new Error('an insert of one row stores one');
      return meetingOf(stored);
    },

    move: async (number, { date, starts }) => {
      if (await isTaken(date, number)) return 'day taken';
      const change = { date, starts, by_rhythm: false, survey_refused: null, version: sql<number>`version + 1` };
      return meetingOf(await meeting(number).set(change).returningAll().executeTakeFirstOrThrow());
    },

    end: async (number, at) => {
      const change = { state: 'held', ended: at, version: sql<number>`version + 1` } as const;
      return (await planned(number).set(change).executeTakeFirst()).numUpdatedRows === 1n;
    },

    callOff: async (number) => {
      const change = { state: 'called off', by_rhythm: false, version: sql<number>`version + 1` } as const;
      return (await planned(number).set(change).executeTakeFirst()).numUpdatedRows === 1n;
    },

    takeAway: async (number) => {
      const change = { state: 'called off', version: sql<number>`version + 1` } as const;
      await planned(number).where('by_rhythm', '=', true).set(change).execute();
    },

    moveByRhythm: async (number, { date, starts }) => {
      if (await isTaken(date, number)) return 'day taken';
      const place = { date, starts, state: 'planned', by_rhythm: true } as const;
      const change = { ...place, survey_refused: null, version: sql<number>`version + 1` };
      return meetingOf(await meeting(number).set(change).returningAll().executeTakeFirstOrThrow());
    },

    setSurvey: async (number, survey) => {
      const stored = survey === undefined ? null : JSON.stringify(survey);
      await meeting(number)
        .set({ survey: stored, survey_refused: null, version: sql<number>`version + 1` })
        .execute();
    },

    setRound: async (number, round) => {
      await meeting(number).set({ round, survey_refused: null }).execute();
    },

    refuseSurvey: async (number, reason) => {
      await meeting(number).set({ survey_refused: reason }).execute();
    },

    rhythm: async () => {
      const query = trx.selectFrom('rhythms').select(['rule', 'starts_from as from', 'starts', 'survey']);
      const found = await query.where('collaboration_id', '=', id).executeTakeFirst();
      if (found === undefined) return undefined;
      const { survey, ...rhythm } = found;
      return survey === null ? rhythm : { ...rhythm, survey };
    },

    setRhythm: async (rhythm) => {
      if (rhythm === undefined) {
        await trx.deleteFrom('rhythms').where('collaboration_id', '=', id).execute();
        return;
      }
      const survey = rhythm.survey === undefined ? null : JSON.stringify(rhythm.survey);
      const values = { rule: JSON.stringify(rhythm.rule), starts_from: rhythm.from, starts: rhythm.starts, survey };
      await trx
        .insertInto('rhythms')
        .values({ collaboration_id: id, ...values })
        .onConflict((conflict) => conflict.column('collaboration_id').doUpdateSet(values))
        .execute();
    },

    ...attendanceIn(trx, id),
    ...decisionsIn(trx, id),
  };
};

const meetingOf = (row: Selectable<Schema['meetings']>): Meeting => {
  const { number, date, starts, state, ended, by_rhythm, survey, version, round, survey_refused } = row;
  return {
    ...{ number, date, starts, state, byRhythm: by_rhythm, version },
    ...(ended === null ? {} : { ended }),
    ...(survey === null ? {} : { survey }),
    ...(round === null ? {} : { round }),
    ...(survey_refused === null ? {} : { surveyRefused: survey_refused }),
  };
};
