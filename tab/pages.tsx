import { useEffect, useRef } from 'react';
import type { Host } from './host.ts';
import { MethodDoor, methodLink } from './method-door.tsx';
import { OverviewScreen } from './overview-screen.tsx';
import { isOnMethod, usePlace } from './place.ts';

/** The page the address names. The first screen stays as it is behind another page, so that coming back costs nothing. */
export function Pages({ host, channel }: { readonly host: Host; readonly channel: string }) {
  const place = usePlace();
  const away = isOnMethod(place);
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!away) return;
    return () => first.current?.querySelector<HTMLElement>(`a[href="${methodLink}"]`)?.focus();
  }, [away]);
  return (
    <>
      <div hidden={away} ref={first}>
        <OverviewScreen host={host} channel={channel} />
      </div>
      {away && <MethodDoor place={place} />}
    </>
  );
}
