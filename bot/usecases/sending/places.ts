import type { Delivery } from '../../domain/delivery.ts';
import type { LinkedChannel } from '../../domain/set-up.ts';
import type { Messenger } from '../../ports/teams.ts';
import { channelFor } from '../which-channel.ts';

export type Place = Parameters<Messenger['update']>[0];

/** Where cards for channels are known to stand, each with its channel; of a channel that is not linked any more, none. */
export const cardsIn = (
  sent: readonly Delivery[],
  channels: readonly LinkedChannel[],
): readonly { readonly place: Place; readonly channel: LinkedChannel }[] =>
  sent.flatMap((card) => {
    const channel = channelFor({ ...(card.channel === undefined ? {} : { through: card.channel }) }, channels);
    return channel === undefined ? [] : placesOf([card], channel.tenantId).map((place) => ({ place, channel }));
  });

/** Where messages that were sent are known to stand; of one whose answer was lost nobody knows. `tenantId`: of the channel. */
export const placesOf = (sent: readonly Delivery[], tenantId: string): readonly Place[] =>
  sent.flatMap(({ conversation, activity }) =>
    conversation === undefined || activity === undefined ? [] : [{ tenantId, conversation, activity }],
  );
