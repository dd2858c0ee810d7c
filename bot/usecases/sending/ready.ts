import type { DeliveryOutcome, Held } from '../../domain/delivery.ts';
import type { Collaboration, Member } from '../../domain/collaboration.ts';
import { inLanguageOf } from '../../domain/message.ts';
import type { Message } from '../../domain/message.ts';
import type { LinkedChannel } from '../../domain/set-up.ts';
import type { Address } from '../../ports/teams.ts';
import type { Unit } from '../../ports/unit.ts';
import { channelFor } from '../which-channel.ts';

/** What to do with a delivery whose turn has come: send it, or what becomes of it instead. `round`, `meeting`: whose card it is. */
export type Ready =
  | {
      readonly is: 'ready';
      readonly address: Address;
      readonly message: Message;
      readonly round?: number;
      readonly meeting?: number;
    }
  | { readonly is: 'not now'; readonly outcome: DeliveryOutcome };

export const dropped: Ready = { is: 'not now', outcome: { state: 'dropped' } };
export const held = (why: Held): Ready => ({ is: 'not now', outcome: { state: 'queued', held: why } });

export const homeOf = ({ homeTenant: tenantId, homeChannel: channel }: Collaboration): Address => ({
  to: 'channel',
  tenantId,
  channel,
});

export const addressOf = ({ tenantId, channel }: LinkedChannel): Address => ({ to: 'channel', tenantId, channel });

/** What came of meetings, and what managers and chairs read, stays with who takes part through the home channel. */
const homeKinds: readonly Message['kind'][] = ['digest', 'brief', 'survey not opened', 'since last'];

/**
 * To one person privately, in their own language, in the chat in which they were last reached, where there is one. Who took part through a
 * channel that is not linked any more gets nothing, whatever it is.
 */
export const privately = async (unit: Unit, member: Member, message: Message): Promise<Ready> => {
  const theirs = channelFor(member, await unit.setUp.channels());
  if (theirs === undefined || (!theirs.home && homeKinds.includes(message.kind))) return dropped;
  const { id, tenantId, teamsUserId } = member;
  const chat = await unit.deliveries.chatWith(id);
  const { channel, tenantId: homeTenant } = theirs;
  return {
    is: 'ready',
    address: { to: 'person', tenantId, teamsUserId, channel, homeTenant, ...(chat === undefined ? {} : { chat }) },
    message: inLanguageOf(member, message),
  };
};
