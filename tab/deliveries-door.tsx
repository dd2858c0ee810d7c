import type { Host } from './host.ts';
import { Later } from './later.tsx';
import { deliveriesPlace } from './place.ts';
import { useReader } from './reader.ts';

export const deliveriesLink = `#${deliveriesPlace}`;

export function DeliveriesLink() {
  const { say } = useReader();
  return (
    <a className="link" href={deliveriesLink}>
      {say('deliveries.open')}
    </a>
  );
}

export interface DeliveriesProps {
  readonly host: Host;
  readonly channel: string;
}

const page = () => import('./deliveries/deliveries-page.tsx').then(({ DeliveriesPage }) => DeliveriesPage);

/** For integration managers. */
export const DeliveriesDoor = (props: DeliveriesProps) => <Later part={page} props={props} />;
