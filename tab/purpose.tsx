import { memo } from 'react';
import type { Overview } from '../bot/contracts/tab-api.ts';
import { ActionsLink } from './actions-door.tsx';
import { DeliveriesLink } from './deliveries-door.tsx';
import { ManageLink } from './manage-door.tsx';
import { MeetingsLink } from './meetings-door.tsx';
import { MeetingLink } from './meeting-door.tsx';
import { MethodLink } from './method-door.tsx';
import { useReader } from './reader.ts';
import { KeepLink } from './rights-door.tsx';
import { ShareDoor } from './share-door.tsx';
import { SummaryLinks } from './summary-door.tsx';
import { TimelineLink } from './timeline-door.tsx';
import { WhoLink } from './who/who-door.tsx';

/** What this is all for, before any number. */
export const Purpose = memo(function Purpose({ overview }: { readonly overview: Overview }) {
  const { say, date, day, linked } = useReader();
  const { purpose, outcomes, nextMeeting, organisations, you, closed } = overview;
  const own = you && organisations.find((organisation) => organisation.id === you.organisation)?.name;
  return (
    <header className="purpose">
      <p className="eyebrow">{say('purpose.title')}</p>
      <h1>{purpose}</h1>
      <ul className="organisations" aria-label={say('purpose.organisations')}>
        {organisations
          .filter(({ left }) => !left)
          .map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
      </ul>
      {outcomes.length > 0 && (
        <details>
          <summary>{say('purpose.outcomes', { count: outcomes.length })}</summary>
          <ol>
            {outcomes.map((outcome, place) => (
              <li key={place}>{outcome}</li>
            ))}
          </ol>
        </details>
      )}
      <div className="aside quiet">
        <p>
          {closed === null ? say('purpose.meeting', { date: date(nextMeeting) }) : say('purpose.closed', { date: day(closed) })}
          {overview.meeting && <MeetingLink meeting={overview.meeting.number} />}
        </p>
        {own && <p>{say(`you.${you.role}`, { organisation: own })}</p>}
        {overview.rounds.length > 0 && <TimelineLink />}
        <MethodLink />
        {!linked && <ManageLink />}
        {you?.integrationManager && <DeliveriesLink />}
        <WhoLink />
        {!linked && (
          <>
            <MeetingsLink />
            <SummaryLinks />
            <KeepLink />
            <ActionsLink actions={overview.actions} />
          </>
        )}
        <ShareDoor place="" label="" />
      </div>
      {closed === null && !you && <p className="note">{say('you.unknown')}</p>}
    </header>
  );
});
