import type { NewAction, Partners } from '../../bot/contracts/actions-api.ts';
import { newActionPlace } from '../place.ts';

/** How the text begins. */
export type Begins = 'start' | 'stop';

const named = new RegExp(
  `^${newActionPlace}(?:-(?<begins>start|stop))?-(?:pair-(?<one>[^-]+)-(?<other>[^-]+)|area-(?<area>.+))$`,
);

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};

/** What the place of the form says about where the action comes from; what is not known is no source. */
export function sourceAt(
  place: string,
  organisations: Partners['organisations'],
): { readonly source: NewAction['source']; readonly begins: Begins | undefined } {
  const parts: Readonly<Partial<Record<string, string>>> = named.exec(place)?.groups ?? {};
  const { one, other, area } = parts;
  const begins = parts['begins'] === 'stop' ? 'stop' : parts['begins'] === 'start' ? 'start' : undefined;
  const isKnown = (id: string | undefined): id is string => organisations.some((organisation) => organisation.id === id);
  if (isKnown(one) && isKnown(other)) return { source: { from: 'pair', one, other }, begins };
  const name = decoded(area ?? '').trim();
  return { source: name === '' ? { from: 'by hand' } : { from: 'focus area', name }, begins };
}
