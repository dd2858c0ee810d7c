import { type ComponentType, useEffect, useState } from 'react';
import { Loading, Unfetched } from './notice.tsx';
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

type Page = ComponentType<{ readonly place: string }>;

/** Fetches the method page when somebody asks for it: its words would be a tenth of what the first screen may weigh. */
export function MethodDoor({ place }: { readonly place: string }) {
  const [Found, setFound] = useState<Page | 'nothing'>();
  useEffect(() => {
    import('./method/method-page.tsx').then(
      ({ MethodPage }) => {
        setFound(() => MethodPage);
      },
      () => {
        setFound('nothing');
      },
    );
  }, []);
  if (Found === undefined) return <Loading />;
  return Found === 'nothing' ? <Unfetched /> : <Found place={place} />;
}
