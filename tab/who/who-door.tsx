import type { Host } from '../host.ts';
import { Later } from '../later.tsx';
import { whoPlace } from '../place.ts';
import { useReader } from '../reader.ts';

export const whoLink = `#${whoPlace}`;

export function WhoLink() {
  const { say } = useReader();
  return (
    <a className="link" href={whoLink}>
      {say('who.open')}
    </a>
  );
}

const whoPage = () => import('./who-page.tsx').then(({ WhoPage }) => WhoPage);

export const WhoDoor = (props: { readonly host: Host; readonly channel: string }) => <Later part={whoPage} props={props} />;
