import { type ReactNode, useMemo } from 'react';
import '../manage/manage.css';
import type { MeetingsProps } from '../meetings-door.tsx';
import { BackLink, Loading, Trouble } from '../notice.tsx';
import { meetingsPlace } from '../place.ts';
import { readerIn, ReaderContext } from '../reader.ts';
import { ShareDoor } from '../share-door.tsx';
import { useCaller } from '../use-caller.ts';
import { Comers } from './comers.tsx';
import { MeetingCard } from './meeting-card.tsx';
import { useMeetingsWords } from './meetings-words.ts';
import './meetings.css';
import { NewMeeting } from './new-meeting.tsx';
import { RhythmPart } from './rhythm-part.tsx';
import { type OnMeetings, useMeetings } from './use-meetings.ts';
import { useArrival } from '../use-arrival.ts';

/** When the collaboration meets, what happens until then, and what became of the meetings before. */
export function MeetingsPage({ host, channel, changed }: MeetingsProps) {
  const caller = useCaller(host);
  const at = useMemo(() => ({ caller, channel }), [caller, channel]);
  const { on, failure, busy, load } = useMeetings(at, changed);
  const zone = on?.page.zone ?? 'UTC';
  const reader = useMemo(() => readerIn(host.language, zone), [host.language, zone]);
  if (!on) return failure ? <Trouble failure={failure} host={host} retry={load} busy={busy} back /> : <Loading />;
  return (
    <ReaderContext value={reader}>
      <Frame>
        <Parts on={on} />
      </Frame>
    </ReaderContext>
  );
}

function Frame({ children }: { readonly children: ReactNode }) {
  const words = useMeetingsWords();
  const title = words('meetings.title');
  const heading = useArrival(title);
  return (
    <main className="page manage meetings">
      <header className="purpose">
        <p className="aside">
          <BackLink />
          <ShareDoor place={meetingsPlace} label={title} />
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p className="quiet">{words('meetings.intro')}</p>
      </header>
      {children}
    </main>
  );
}

function Parts({ on }: { readonly on: OnMeetings }) {
  const words = useMeetingsWords();
  const { meetings, mayChange, more } = on.page;
  const [next, ...later] = meetings.filter(({ state }) => state === 'planned');
  const over = meetings.filter(({ state }) => state !== 'planned');
  return (
    <>
      {next ? (
        <section className="card" aria-labelledby="next-meeting">
          <h2 id="next-meeting">{words('next.title')}</h2>
          <MeetingCard key={next.number} meeting={next} on={on} open />
        </section>
      ) : (
        <section className="card" aria-labelledby="next-meeting">
          <h2 id="next-meeting">{words('next.none')}</h2>
          <p>{words(mayChange ? 'next.none.plan' : 'next.none.ask')}</p>
        </section>
      )}
      {later.length > 0 && (
        <section className="card" aria-labelledby="later-meetings">
          <h2 id="later-meetings">{words('later.title', { count: later.length })}</h2>
          <ul className="listed">
            {later.map((meeting) => (
              <li key={meeting.number}>
                <MeetingCard meeting={meeting} on={on} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <RhythmPart on={on} />
      {mayChange && <NewMeeting on={on} />}
      {over.length > 0 && (
        <section className="card" aria-labelledby="past-meetings">
          <h2 id="past-meetings">{words('past.title')}</h2>
          <ul className="listed">
            {over.map((meeting) => (
              <li key={meeting.number}>
                <MeetingCard meeting={meeting} on={on} />
              </li>
            ))}
          </ul>
          {more && <p className="quiet">{words('past.more')}</p>}
        </section>
      )}
      <Comers of={on.page} />
    </>
  );
}
