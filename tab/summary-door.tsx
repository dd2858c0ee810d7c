import type { Host } from './host.ts';
import { Later } from './later.tsx';
import { planPicturePlace, summaryPlace } from './place.ts';
import { useReader } from './reader.ts';

export const summaryLink = `#${summaryPlace}`;
export const planPictureLink = `#${planPicturePlace}`;

/** The ways to the two pages that are made to be printed. */
export function SummaryLinks() {
  const { say } = useReader();
  return (
    <>
      <a className="link" href={planPictureLink}>
        {say('planPicture.open')}
      </a>
      <a className="link" href={summaryLink}>
        {say('summary.open')}
      </a>
    </>
  );
}

export interface SummaryProps {
  readonly host: Host;
  readonly channel: string;
  /** `picture`: the plan for the wall. */
  readonly as: 'summary' | 'picture';
}

const summaryPages = () => import('./summary/summary-pages.tsx').then(({ SummaryPages }) => SummaryPages);

export const SummaryDoor = (props: SummaryProps) => <Later part={summaryPages} props={props} />;
