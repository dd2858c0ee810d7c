import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { Loading, Unfetched } from './notice.tsx';

/**
 * A part of the page whose script is fetched when it is shown; where it does not come, a word about that and another try.
 * `waiting`, `missing`: what stands there instead inside a page that has more to show; without them, a page of its own.
 */
export function Later<Props extends object>({
  part,
  props,
  waiting = <Loading />,
  missing = <Unfetched />,
}: {
  readonly part: () => Promise<ComponentType<Props>>;
  readonly props: Props;
  readonly waiting?: ReactNode;
  readonly missing?: ReactNode;
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
  if (Found === undefined) return waiting;
  return Found === 'nothing' ? missing : <Found {...props} />;
}
