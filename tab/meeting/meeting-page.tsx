import { useMemo } from 'react';
import '../actions/actions.css';
import '../manage/manage.css';
import type { MeetingProps } from '../meeting-door.tsx';
import { Loading, Stale, Trouble } from '../notice.tsx';
import { meetingAt } from '../place.ts';
import { readerIn, ReaderContext } from '../reader.ts';
import { useCaller } from '../use-caller.ts';
import './meeting.css';
import { MeetingView } from './meeting-view.tsx';
import { useAgenda } from './use-agenda.ts';

/** One meeting, step by step: on a projector, on the stage of a meeting, in its side panel. Whoever leads it turns the steps, and everybody's page follows. */
export function MeetingPage({ place, host, channel, changed }: MeetingProps) {
  const caller = useCaller(host);
  const found = meetingAt(place);
  const number = found?.meeting ?? 0;
  const at = useMemo(() => ({ caller, channel, meeting: number }), [caller, channel, number]);
  const { meeting, failure, fetchedAt, busy, ask } = useAgenda(at, changed);
  const zone = meeting?.page.zone ?? 'UTC';
  const reader = useMemo(() => readerIn(host.language, zone), [host.language, zone]);
  if (!meeting) return failure ? <Trouble failure={failure} host={host} retry={ask} busy={busy} back /> : <Loading />;
  return (
    <ReaderContext value={reader}>
      <MeetingView
        key={number}
        meeting={meeting}
        host={host}
        looked={found?.step}
        stale={failure && fetchedAt && <Stale since={fetchedAt} retry={ask} busy={busy} />}
      />
    </ReaderContext>
  );
}
