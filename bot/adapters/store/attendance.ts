import { sql } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Attendee, MeetingsPart } from '../../ports/unit-meetings.ts';
import type { Trx } from './transaction.ts';

type AttendancePart = Pick<MeetingsPart, 'attendance' | 'setAttendance' | 'attendances' | 'attendedBy' | 'forgetAttendance'>;

export const attendanceIn = (trx: Trx, id: CollaborationId): AttendancePart => ({
  attendance: async (number) => {
    const taken = await trx
      .selectFrom('meetings')
      .select('attendance_taken')
      .where('collaboration_id', '=', id)
      .where('number', '=', number)
      .executeTakeFirst();
    if (taken?.attendance_taken == null) return undefined;
    const { rows } = await sql<Attendee>`
      select member_id as member, a.organisation from attendance a
      join members m on m.collaboration_id = a.collaboration_id and m.id = member_id
      where a.collaboration_id = ${id} and meeting = ${number} order by a.organisation, m.name, member_id`.execute(trx);
    return rows;
  },

  setAttendance: async (number, present, at) => {
    await trx
      .updateTable('meetings')
      .set({ attendance_taken: at })
      .where('collaboration_id', '=', id)
      .where('number', '=', number)
      .execute();
    await trx.deleteFrom('attendance').where('collaboration_id', '=', id).where('meeting', '=', number).execute();
    if (present.length === 0) return;
    const rows = present.map(({ member, organisation }) => ({ member_id: member, organisation }));
    await trx
      .insertInto('attendance')
      .values(rows.map((row) => ({ collaboration_id: id, meeting: number, ...row })))
      .execute();
  },

  attendedBy: (member) =>
    trx
      .selectFrom('attendance as a')
      .innerJoin('meetings as m', (join) =>
        join.onRef('m.collaboration_id', '=', 'a.collaboration_id').onRef('m.number', '=', 'a.meeting'),
      )
      .select(['m.date', 'a.organisation'])
      .where('a.collaboration_id', '=', id)
      .where('a.member_id', '=', member)
      .orderBy('m.date')
      .execute(),

  forgetAttendance: async (member) => {
    await trx.deleteFrom('attendance').where('collaboration_id', '=', id).where('member_id', '=', member).execute();
  },

  attendances: async (most) => {
    const { rows } = await sql<{ meeting: number; present: readonly Attendee[] }>`
      select number as meeting, coalesce(
        (select json_agg(json_build_object('member', member_id, 'organisation', organisation) order by member_id)
         from attendance where collaboration_id = ${id} and meeting = number), '[]') as present
      from meetings where collaboration_id = ${id} and state = 'held' and attendance_taken is not null
      order by date desc limit ${most}`.execute(trx);
    return rows.reverse();
  },
});
