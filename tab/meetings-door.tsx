import type { Host } from './host.ts';
import { Later } from './later.tsx';
import { meetingsPlace } from './place.ts';
import { useReader } from './reader.ts';

export const meetingsLink = `#${meetingsPlace}`;

export function MeetingsLink() {
  const { say } = useReader();
  return (
    <a className="link" href={meetingsLink}>
      {say('meetings.open')}
    </a>
  );
}

export interface MeetingsProps {
  readonly host: Host;
  readonly channel: string;
  /** Something was stored: what is shown elsewhere is old. */
  readonly changed: () => void;
}

const meetingsPage = () => import('./meetings/meetings-page.tsx').then(({ MeetingsPage }) => MeetingsPage);

export const MeetingsDoor = (props: MeetingsProps) => <Later part={meetingsPage} props={props} />;
