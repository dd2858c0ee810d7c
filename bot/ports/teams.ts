import type { Person } from '../domain/collaboration.ts';
import type { SendFailure } from '../domain/delivery.ts';
import type { ChannelName } from '../domain/linking.ts';
import type { Message } from '../domain/message.ts';

export type Sent =
  | { readonly outcome: 'sent'; readonly conversation: string; readonly activity: string }
  | { readonly outcome: 'failed'; readonly reason: SendFailure }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'later'; readonly afterSeconds: number };

export type Address =
  | { readonly to: 'channel'; readonly tenantId: string; readonly channel: string }
  | {
      readonly to: 'person';
      readonly tenantId: string;
      readonly teamsUserId: string;
      /** The channel they take part through, and the tenant that hosts it. */
      readonly channel: string;
      readonly homeTenant: string;
      /** The chat with them, where it is known. */
      readonly chat?: string;
    };

export type Messenger = {
  /** Resolves when Teams takes another request of this tenant: what waits for that is not begun yet. */
  ready(tenantId: string): Promise<void>;
  post(address: Address, message: Message): Promise<Sent>;
  /** Changes what stands there; never notifies anybody. */
  update(
    place: { readonly tenantId: string; readonly conversation: string; readonly activity: string },
    message: Message,
  ): Promise<Sent>;
};

export type Directory = {
  /** The tenant a person of this channel belongs to (a shared channel has people of several); undefined: not in the channel. */
  tenantOf(tenantId: string, channel: string, objectId: string): Promise<{ readonly tenant: string } | 'unknown' | undefined>;
  /** Whether this person is in this channel now, asked of Teams; kept for at most a minute. `unknown`: Teams did not answer. */
  isInChannel(tenantId: string, channel: string, person: Person): Promise<boolean | 'unknown'>;
};

/** What Teams calls a channel and its team, as far as it says; never fails. */
export type NameOfChannel = (tenantId: string, team: string | undefined, channel: string) => Promise<ChannelName>;
