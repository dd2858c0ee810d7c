import type { Delivery } from '../../domain/delivery.ts';
import type { Messenger } from '../../ports/teams.ts';

export type Place = Parameters<Messenger['update']>[0];

/** Where messages that were sent are known to stand; of one whose answer was lost nobody knows. `tenantId`: of the home channel. */
export const placesOf = (sent: readonly Delivery[], tenantId: string): readonly Place[] =>
  sent.flatMap(({ conversation, activity }) =>
    conversation === undefined || activity === undefined ? [] : [{ tenantId, conversation, activity }],
  );
