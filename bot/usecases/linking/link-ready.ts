import type { Delivery } from '../../domain/delivery.ts';
import { askGoodFor } from '../../domain/linking.ts';
import type { Unit } from '../../ports/unit.ts';
import { addressOf, dropped, homeOf } from '../sending/ready.ts';
import type { Ready } from '../sending/ready.ts';
import { channelFor } from '../which-channel.ts';

/** The home channel is told that a channel asks, unless somebody has answered it meanwhile. */
export const readyLinkAsked = async (unit: Unit, { key }: Delivery, now: Date): Promise<Ready> => {
  const asks = await unit.links.asks(new Date(now.getTime() - askGoodFor));
  const ask = asks.find(({ id }) => key === `link asked ${id}`);
  if (ask === undefined) return dropped;
  const collaboration = await unit.collaboration();
  const { language, id, homeChannel: channel, purpose } = collaboration;
  const facts = { language, collaboration: id, channel, purpose, named: ask.named };
  return { is: 'ready', address: homeOf(collaboration), message: { kind: 'link asked', facts } };
};

/** A channel is told that it is linked, while it is. */
export const readyLinked = async (unit: Unit, { channel: through }: Delivery): Promise<Ready> => {
  const found = through === undefined ? undefined : channelFor({ through }, await unit.setUp.channels());
  if (found === undefined) return dropped;
  const { language, id, purpose } = await unit.collaboration();
  const facts = { language, collaboration: id, channel: found.channel, purpose, named: found.named };
  return { is: 'ready', address: addressOf(found), message: { kind: 'linked', facts } };
};
