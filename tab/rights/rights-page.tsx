import { keepPlace } from '../place.ts';
import type { RightsProps } from '../rights-door.tsx';
import { KeepPage } from './keep-page.tsx';
import { LogPage } from './log-page.tsx';

export function RightsPage({ place, ...props }: RightsProps & { readonly place: string }) {
  return place === keepPlace ? <KeepPage {...props} /> : <LogPage {...props} />;
}
