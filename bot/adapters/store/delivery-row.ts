import type { Selectable } from 'kysely';
import { heldReasons, sendFailures } from '../../domain/delivery.ts';
import type { Delivery, Held, SendFailure } from '../../domain/delivery.ts';
import type { Schema } from './schema.ts';

export const deliveryOf = (row: Selectable<Schema['deliveries']>): Delivery => ({
  id: row.id,
  key: row.key,
  kind: row.kind,
  state: row.state,
  attempts: row.attempts,
  ...(row.round === null ? {} : { round: row.round }),
  ...(row.meeting === null ? {} : { meeting: row.meeting }),
  ...(row.member_id === null ? {} : { member: row.member_id }),
  ...(row.channel === null ? {} : { channel: row.channel }),
  ...reasonOf(row.reason),
  ...heldOf(row),
  ...(row.conversation === null ? {} : { conversation: row.conversation }),
  ...(row.activity === null ? {} : { activity: row.activity }),
});

/** Of a reason that this version of the app does not know, that it was refused is all that can be said. */
export const reasonOf = (reason: string | null): { readonly reason?: SendFailure } =>
  reason === null ? {} : { reason: sendFailures.find((known) => known === reason) ?? 'refused' };

/** A reason that this version of the app does not know was a newer one's, which has been taken back: it waits, for Teams or for us. */
const heldOf = ({ held, held_until: until }: Pick<Selectable<Schema['deliveries']>, 'held' | 'held_until'>): { held?: Held } =>
  held === null
    ? {}
    : {
        held: {
          because: heldReasons.find((known) => known === held) ?? 'asked to wait',
          ...(until === null ? {} : { until }),
        },
      };
