import type { Host } from './host.ts';
import { Later } from './later.tsx';
import { managePlace } from './place.ts';
import { useReader } from './reader.ts';

export const manageLink = `#${managePlace}`;

export function ManageLink() {
  const { say } = useReader();
  return (
    <a className="link" href={manageLink}>
      {say('manage.open')}
    </a>
  );
}

export interface ManageProps {
  /** Which of its pages: `manage`, `manage-roster` or `manage-round`. */
  readonly place: string;
  readonly host: Host;
  readonly channel: string;
  /** Something was stored: what is shown elsewhere is old. */
  readonly changed: () => void;
}

const managePage = () => import('./manage/manage-page.tsx').then(({ ManagePage }) => ManagePage);

/** Few people need it, and everybody would wait for it. */
export const ManageDoor = (props: ManageProps) => <Later part={managePage} props={props} />;
