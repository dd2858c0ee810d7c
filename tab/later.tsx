import { type ComponentType, useEffect, useState } from 'react';
import { Loading, Unfetched } from './notice.tsx';

/** A part of the page whose script is fetched when it is shown; where it does not come, a word about that and another try. */
export function Later<Props extends object>({
  part,
  props,
}: {
  readonly part: () => Promise<ComponentType<Props>>;
  readonly props: Props;
}) {
  const [Found, setFound] = useState<ComponentType<Props> | 'nothing'>();
  useEffect(() => {
    part().then(
      (Part) => {
        setFound(() => Part);
      },
      () => {
        setFound('nothing');
      },
    );
  }, [part]);
  if (Found === undefined) return <Loading />;
  return Found === 'nothing' ? <Unfetched /> : <Found {...props} />;
}
