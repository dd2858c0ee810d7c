import type { Person } from './collaboration.ts';

/** How long a code is good, and how long a channel waits to be confirmed before it has to ask anew, in milliseconds. */
export const codeGoodFor = 15 * 60_000;
export const askGoodFor = 7 * 86_400_000;

/** So many wrong codes in an hour (milliseconds), from one channel or by one person, and no code is looked at any more. */
export const mostTries = 5;
export const triesWithin = 3_600_000;

/** Thirty-two signs that nobody takes for one another; ten of them are 50 bits. */
export const codeSigns = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const codeLength = 10;

/** As it is read out or written: in two halves. */
export const shownCode = (code: string): string => `${code.slice(0, codeLength / 2)}-${code.slice(codeLength / 2)}`;

const alike: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** What somebody typed, as a code is kept; undefined: it cannot be one. Capitals, hyphens and look-alikes do not matter. */
export const typedCode = (typed: string): string | undefined => {
  const signs = Array.from(typed.toUpperCase().replace(/[\s-]/g, ''), (sign) => alike[sign] ?? sign);
  return signs.length === codeLength && signs.every((sign) => codeSigns.includes(sign)) ? signs.join('') : undefined;
};

/** What Teams calls a channel and its team, where it says. */
export type ChannelName = { readonly team?: string | undefined; readonly channel?: string | undefined };

export const nameOf = ({ team, channel }: ChannelName): string | undefined =>
  team === undefined && channel === undefined ? undefined : [team, channel].filter(Boolean).join(' / ');

/** A channel that has shown a code and waits for an integration manager. `tenantId`: whose the channel is. */
export type LinkAsk = {
  readonly id: number;
  readonly channel: string;
  readonly tenantId: string;
  readonly named: ChannelName;
  readonly by: Person;
  readonly byName: string;
  readonly at: Date;
};
