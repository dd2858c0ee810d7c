import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { Loading, Unfetched } from './notice.tsx';

type Part<Props> = () => Promise<ComponentType<Props>>;

/** What has come stays, and is drawn at once when it is shown again. */
const come = new WeakMap<() => Promise<unknown>, unknown>();

async function fetched<Props>(part: Part<Props>): Promise<ComponentType<Props>> {
  const found = await part();
  come.set(part, found);
  return found;
}

/** Fetches a part before it is shown. Where it does not come, `Later` tries again and says so. */
export function fetchAhead<Props>(part: Part<Props>): void {
  fetched(part).catch(() => undefined);
}

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
  readonly part: Part<Props>;
  readonly props: Props;
  readonly waiting?: ReactNode;
  readonly missing?: ReactNode;
}) {
  const [Found, setFound] = useState(() => come.get(part) as ComponentType<Props> | 'nothing' | undefined);
  useEffect(() => {
    // What has come by now is drawn already; asking again costs nothing, and what came in between is not missed.
    fetched(part).then(
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
