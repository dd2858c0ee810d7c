import { createContext, useContext } from 'react';
import type { Organisation } from './relations.ts';

/** What the places of the results begin with: nothing where the latest stand, `round-3-` on the page of a round, whose links stay there. */
export const WithinContext = createContext('');

/** Names a place among the results shown here, such as `matrix`. */
export function useWithin(): (place: string) => string {
  const within = useContext(WithinContext);
  return (place) => within + place;
}

/** The page of a pair; its two organisations stand in the order of set-up, whichever way the reader came. */
export function pairLink(organisations: readonly Organisation[], one: string, other: string, within = ''): string {
  const [first, second] = organisations.map(({ id }) => id).filter((id) => id === one || id === other);
  return `#${within}pair-${first ?? one}-${second ?? other}`;
}

/** The same where this is shown: what is said of an earlier round never leads to the pair of the latest. */
export function usePairLink(organisations: readonly Organisation[]): (one: string, other: string) => string {
  const within = useContext(WithinContext);
  return (one, other) => pairLink(organisations, one, other, within);
}
