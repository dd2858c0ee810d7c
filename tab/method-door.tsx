import { Later } from './later.tsx';
import { methodPlace } from './place.ts';
import { useReader } from './reader.ts';

export const methodLink = `#${methodPlace}`;

export function MethodLink() {
  const { say } = useReader();
  return (
    <a className="link" href={methodLink}>
      {say('method.open')}
    </a>
  );
}

const methodPage = () => import('./method/method-page.tsx').then(({ MethodPage }) => MethodPage);

/** Its words would be a tenth of what the first screen may weigh. */
export const MethodDoor = ({ place }: { readonly place: string }) => <Later part={methodPage} props={{ place }} />;
