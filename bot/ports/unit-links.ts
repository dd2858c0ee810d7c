import type { LinkAsk } from '../domain/linking.ts';

/** How other channels come to a collaboration. Channels themselves are read with set-up. */
export type LinksPart = {
  /** A new code in place of the one before; it is told this once, and only a keyed hash of it is kept. */
  newCode(by: number, expires: Date): Promise<string>;
  /** Channels that have asked since then and wait, the first first. */
  asks(since: Date): Promise<readonly LinkAsk[]>;
  /** It waits no more. False: it did not. */
  dropAsk(id: number): Promise<boolean>;
  /** `channel taken`: it belongs to a collaboration by now; nothing is stored. */
  link(ask: LinkAsk, at: Date): Promise<'linked' | 'channel taken'>;
  /** False: it is not linked (any more); the home channel never is. */
  unlink(channel: string): Promise<boolean>;
};
