import type { DeliveryOutcome, Held } from '../../domain/delivery.ts';
import type { Collaboration, Member } from '../../domain/collaboration.ts';
import { inLanguageOf } from '../../domain/message.ts';
import type { Message } from '../../domain/message.ts';
import type { Address } from '../../ports/teams.ts';
import type { Unit } from '../../ports/unit.ts';

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

/** The chat with a person: the one in which they were last reached, where there is one. */
const chatWith = async (unit: Unit, { id, tenantId, teamsUserId }: Member): Promise<Address> => {
  const { homeTenant, homeChannel: channel } = await unit.collaboration();
  const chat = await unit.deliveries.chatWith(id);
  return { to: 'person', tenantId, teamsUserId, channel, homeTenant, ...(chat === undefined ? {} : { chat }) };
};

/** To one person privately, in their own language. */
export const privately = async (unit: Unit, member: Member, message: Message): Promise<Ready> => ({
  is: 'ready',
  address: await chatWith(unit, member),
  message: inLanguageOf(member, message),
});
