import type { Organisation } from './relations.ts';

/** The page of a pair; its two organisations stand in the order of set-up, whichever way the reader came. */
export function pairLink(organisations: readonly Organisation[], one: string, other: string): string {
  const [first, second] = organisations.map(({ id }) => id).filter((id) => id === one || id === other);
  return `#pair-${first ?? one}-${second ?? other}`;
}
