import type { Host } from './host.ts';
import { Later } from './later.tsx';
import { meetingPlace } from './place.ts';
import { useReader } from './reader.ts';

export const meetingLink = (meeting: number): string => `#${meetingPlace(meeting)}`;

/** The way to the next meeting, for everybody. */
export function MeetingLink({ meeting }: { readonly meeting: number }) {
  const { say } = useReader();
  return (
    <>
      {' '}
      <a className="link" href={meetingLink(meeting)}>
        {say('meeting.open')}
      </a>
    </>
  );
}

export interface MeetingProps {
  /** `meeting-3`, or `meeting-3-agreed`. */
  readonly place: string;
  readonly host: Host;
  readonly channel: string;
  /** Something was stored: what is shown elsewhere is old. */
  readonly changed: () => void;
}

const meetingPage = () => import('./meeting/meeting-page.tsx').then(({ MeetingPage }) => MeetingPage);

export const MeetingDoor = (props: MeetingProps) => <Later part={meetingPage} props={props} />;
