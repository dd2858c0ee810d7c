import type { Organisation, Person } from './collaboration.ts';
import type { ChannelName } from './linking.ts';

/** How much of what people write about their collaboration is kept, in characters and pieces. */
export const limits = { purpose: 300, outcome: 200, outcomes: 6, name: 80, organisations: 30, fewestOrganisations: 2 } as const;

/** What the partners want to have reached; checked back against later, so it keeps its id while its text is mended. */
export type Outcome = { readonly id: number; readonly text: string };

/**
 * A channel of the collaboration; results are shown in the home channel, and a linked one collects and shows the same. `tenantId`: whose
 * the channel is. `askedBy`: who asked for the link.
 */
export type LinkedChannel = {
  readonly id: number;
  readonly channel: string;
  readonly tenantId: string;
  readonly home: boolean;
  readonly named: ChannelName;
  readonly askedBy?: Person;
};

/** As it will stand on a card: on one line. */
export const onOneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** Names are the same whatever the case of their letters. */
export const sameName = (one: string, other: string): boolean => one.toLocaleLowerCase() === other.toLocaleLowerCase();

/** Whether it is a partner now: it is asked in the next round, and people may say that they answer for it. */
export const isHere = ({ leftAfter }: Organisation): boolean => leftAfter === undefined;

/** Which organisations ask and are asked about in the round with this number, whatever came after it. */
export const takesPartIn =
  (round: number) =>
  ({ joinedWith = 1, leftAfter = Infinity }: Organisation): boolean =>
    joinedWith <= round && round <= leftAfter;
