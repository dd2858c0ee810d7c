import type { Overview } from '../bot/contracts/tab-api.ts';
import type { Host } from './host.ts';
import { Later } from './later.tsx';
import { actionsPlace } from './place.ts';
import { useReader } from './reader.ts';

export const actionsLink = `#${actionsPlace}`;

/** The way to the board, with how many are open once there are any. */
export function ActionsLink({ actions: { open, stuck } }: { readonly actions: Overview['actions'] }) {
  const { say } = useReader();
  const counts = stuck > 0 ? say('actions.openStuck', { count: open, stuck }) : say('actions.openCount', { count: open });
  return (
    <span>
      <a className="link" href={actionsLink}>
        {say('actions.open')}
      </a>
      {open > 0 && ` (${counts})`}
    </span>
  );
}

export interface ActionsProps {
  /** The board, `action-12`, or the form of a new one. */
  readonly place: string;
  readonly host: Host;
  readonly channel: string;
  /** Something was stored: what is shown elsewhere is old. */
  readonly changed: () => void;
}

const actionsPages = () => import('./actions/actions-pages.tsx').then(({ ActionsPages }) => ActionsPages);

export const ActionsDoor = (props: ActionsProps) => <Later part={actionsPages} props={props} />;
