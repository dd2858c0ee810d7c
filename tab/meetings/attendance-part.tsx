import { useCallback } from 'react';
import { attendanceDesk, type MeetingShown } from '../../bot/contracts/meetings-api.ts';
import { sentenceOf } from '../failure.ts';
import { useReader } from '../reader.ts';
import { usePage } from '../use-page.ts';
import { AttendanceForm } from './attendance-form.tsx';
import { fetchAttendance, sendAttendance } from './meetings-api.ts';
import type { OnMeetings } from './use-meetings.ts';

/** Who was there: names are fetched when somebody wants to say it. */
export function AttendancePart({
  meeting: { number },
  on,
  done,
}: {
  readonly meeting: MeetingShown;
  readonly on: OnMeetings;
  readonly done: () => void;
}) {
  const { say } = useReader();
  const { at } = on;
  const { page, failure, load, show } = usePage(
    useCallback(() => fetchAttendance(at, number), [at, number]),
    attendanceDesk,
  );
  if (!page)
    return failure ? (
      <p role="alert">
        {sentenceOf(failure, say)}{' '}
        <button type="button" className="plain" onClick={load}>
          {say('again')}
        </button>
      </p>
    ) : (
      <p role="status" className="late">
        {say('start.loading')}
      </p>
    );
  return (
    <AttendanceForm
      desk={page}
      send={async (present) => {
        const fetched = await sendAttendance(at, number, { seen: page.present, present });
        show(fetched);
        if ('value' in fetched) on.stored();
        return fetched;
      }}
      done={done}
    />
  );
}
