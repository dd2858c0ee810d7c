import type { Host } from './host.ts';
import { Later } from './later.tsx';
import { minutesPlace } from './place.ts';

export const minutesLink = (meeting: number): string => `#${minutesPlace(meeting)}`;

export interface MinutesProps {
  readonly host: Host;
  readonly channel: string;
  readonly meeting: number;
}

const minutesPage = () => import('./minutes/minutes-page.tsx').then(({ MinutesPage }) => MinutesPage);

export const MinutesDoor = (props: MinutesProps) => <Later part={minutesPage} props={props} />;
