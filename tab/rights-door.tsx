import type { Host } from './host.ts';
import { Later } from './later.tsx';
import { keepPlace } from './place.ts';
import { useReader } from './reader.ts';

export function KeepLink() {
  const { say } = useReader();
  return (
    <a className="link" href={`#${keepPlace}`}>
      {say('keep.open')}
    </a>
  );
}

export interface RightsProps {
  readonly host: Host;
  readonly channel: string;
}

const page = () => import('./rights/rights-page.tsx').then(({ RightsPage }) => RightsPage);

/** `place`: everything the partners may keep, for everybody; or the log, for integration managers. */
export const RightsDoor = (props: RightsProps & { readonly place: string }) => <Later part={page} props={props} />;
