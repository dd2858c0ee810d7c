import { useCallback, useEffect, useRef, useState } from 'react';
import { ActionsDoor, actionsLink } from './actions-door.tsx';
import { DeliveriesDoor, deliveriesLink } from './deliveries-door.tsx';
import type { Host } from './host.ts';
import { ManageDoor, manageLink } from './manage-door.tsx';
import { MeetingDoor, meetingLink } from './meeting-door.tsx';
import { MeetingsDoor, meetingsLink } from './meetings-door.tsx';
import { MethodDoor, methodLink } from './method-door.tsx';
import { MinutesDoor, minutesLink } from './minutes-door.tsx';
import { OverviewScreen } from './overview-screen.tsx';
import {
  deliveriesPlace,
  focusPlace,
  isOnActions,
  isOnManage,
  isOnMethod,
  isOnRights,
  meetingAt,
  meetingsPlace,
  minutesAt,
  usePlace,
  whoPlace,
  planPicturePlace,
  summaryPlace,
} from './place.ts';
import { RightsDoor } from './rights-door.tsx';
import { planPictureLink, SummaryDoor, summaryLink } from './summary-door.tsx';
import { WhoDoor, whoLink } from './who/who-door.tsx';

const linkTo = (place: string): string | undefined => {
  if (isOnMethod(place)) return methodLink;
  if (isOnActions(place)) return actionsLink;
  if (place === whoPlace) return whoLink;
  if (isOnRights(place)) return `#${place}`;
  if (place === summaryPlace) return summaryLink;
  if (place === planPicturePlace) return planPictureLink;
  const meeting = meetingAt(place)?.meeting;
  if (meeting !== undefined) return meetingLink(meeting);
  if (place === deliveriesPlace) return deliveriesLink;
  if (place === meetingsPlace) return meetingsLink;
  const minutes = minutesAt(place);
  if (minutes !== undefined) return minutesLink(minutes);
  return isOnManage(place) ? manageLink : undefined;
};

/** The page the address names. The first screen stays as it is behind another page, so that coming back costs nothing. */
export function Pages({ host, channel }: { readonly host: Host; readonly channel: string }) {
  const place = usePlace();
  const away = linkTo(place);
  const minutes = minutesAt(place);
  const [changes, setChanges] = useState(0);
  const changed = useCallback(() => {
    setChanges((before) => before + 1);
  }, []);
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (away === undefined) return;
    return () => {
      const find = (what: string) => first.current?.querySelector<HTMLElement>(what);
      // To the focus areas, where a link names them; else to the link the page was opened by.
      const named = location.hash === `#${focusPlace}` ? find(`#${focusPlace}`) : undefined;
      (named ?? find(`a[href="${away}"]`))?.focus();
    };
  }, [away]);
  return (
    <>
      <div className="kept" hidden={away !== undefined} aria-hidden={away !== undefined || undefined} ref={first}>
        <OverviewScreen host={host} channel={channel} changes={changes} />
      </div>
      {isOnMethod(place) && <MethodDoor place={place} />}
      {isOnManage(place) && <ManageDoor place={place} host={host} channel={channel} changed={changed} />}
      {isOnActions(place) && <ActionsDoor place={place} host={host} channel={channel} changed={changed} />}
      {place === meetingsPlace && <MeetingsDoor host={host} channel={channel} changed={changed} />}
      {minutes !== undefined && <MinutesDoor host={host} channel={channel} meeting={minutes} key={minutes} />}
      {place === deliveriesPlace && <DeliveriesDoor host={host} channel={channel} />}
      {isOnRights(place) && <RightsDoor place={place} host={host} channel={channel} key={place} />}
      {place === summaryPlace && <SummaryDoor host={host} channel={channel} as="summary" />}
      {place === planPicturePlace && <SummaryDoor host={host} channel={channel} as="picture" />}
      {meetingAt(place) && <MeetingDoor place={place} host={host} channel={channel} changed={changed} />}
      {place === whoPlace && <WhoDoor host={host} channel={channel} />}
    </>
  );
}
