import { sql, type Selectable } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import { listedKinds, statesOf } from '../../domain/delivery-list.ts';
import { heldReasons, isUnreachable, sendFailures } from '../../domain/delivery.ts';
import type { Delivery, DeliveryOutcome, Held, SendFailure } from '../../domain/delivery.ts';
import type { Fate } from '../../domain/delivery-report.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Schema } from './schema.ts';
import type { Trx } from './transaction.ts';

export const deliveriesIn = (trx: Trx, id: CollaborationId): Unit['deliveries'] => ({
  claim: async ({ key, kind, round, meeting, member }, at, held) => {
    const what = { key, kind, round: round ?? null, meeting: meeting ?? null, member_id: member ?? null };
    const row = await trx
      .insertInto('deliveries')
      .values({ collaboration_id: id, ...what, state: 'queued', claimed: at, touched: at, ...heldColumns(held) })
      .onConflict((conflict) => conflict.columns(['collaboration_id', 'key']).doNothing())
      .returningAll()
      .executeTakeFirst();
    return row && deliveryOf(row);
  },

  find: async (number) => {
    const row = await trx
      .selectFrom('deliveries')
      .selectAll()
      .where('collaboration_id', '=', id)
      .where('id', '=', number)
      .executeTakeFirst();
    return row && deliveryOf(row);
  },

  cards: async (round) => {
    const rows = await trx
      .selectFrom('deliveries')
      .selectAll()
      .where('collaboration_id', '=', id)
      .where('round', '=', round)
      .where('member_id', 'is', null)
      .orderBy('id')
      .execute();
    return rows.map(deliveryOf);
  },

  fates: async (round, kind) => {
    const rows = await trx
      .selectFrom('deliveries')
      .select(['state', 'reason', sql<number>`count(*)::int`.as('count')])
      .where('collaboration_id', '=', id)
      .where('round', '=', round)
      .where('kind', '=', kind)
      .groupBy(['state', 'reason'])
      .execute();
    return rows.map(({ state, reason, count }): Fate => ({ state, count, ...reasonOf(reason) }));
  },

  sentToPeople: async (round, last, most) => {
    const rows = await trx
      .selectFrom('deliveries')
      .selectAll()
      .where('collaboration_id', '=', id)
      .where('round', '=', round)
      .where('member_id', 'is not', null)
      .where('state', '=', 'sent')
      .where('id', '>', last)
      .orderBy('id')
      .limit(most)
      .execute();
    return rows.map(deliveryOf);
  },

  begin: async (number, at) => {
    const row = await trx
      .updateTable('deliveries')
      .set(({ eb }) => ({ state: 'sending', attempts: eb('attempts', '+', 1), touched: at, ...heldColumns(undefined) }))
      .where('collaboration_id', '=', id)
      .where('id', '=', number)
      .where('state', '=', 'queued')
      .returningAll()
      .executeTakeFirst();
    return row && deliveryOf(row);
  },

  // What was sent, has failed or was dropped stays so: a job that runs twice changes nothing. What was unknown may turn out to have
  // been sent: its sender was slow, and given up for lost.
  settle: async (number, outcome, at) => {
    const from = outcome.state === 'sent' ? (['queued', 'sending', 'unknown'] as const) : (['queued', 'sending'] as const);
    await settleFrom(trx, from, { id, number, outcome, at });
  },

  settleWaiting: (number, outcome, at) => settleFrom(trx, ['queued'], { id, number, outcome, at }),

  // Of unknown outcome counts: it may have arrived. What still waits does not: it looks here itself when its turn comes.
  // The lock makes two deliveries to one person look one after the other.
  lastTouch: async (member) => {
    await trx
      .selectFrom('members')
      .select('id')
      .where('collaboration_id', '=', id)
      .where('id', '=', member)
      .forUpdate()
      .executeTakeFirst();
    const row = await trx
      .selectFrom('deliveries')
      .select(sql<Date | null>`max(touched)`.as('last'))
      .where('collaboration_id', '=', id)
      .where('member_id', '=', member)
      .where('state', 'in', ['sending', 'sent', 'unknown'])
      .executeTakeFirst();
    return row?.last ?? undefined;
  },

  lastFailure: async (member) => {
    const row = await trx
      .selectFrom('deliveries')
      .select(['state', 'reason'])
      .where('collaboration_id', '=', id)
      .where('member_id', '=', member)
      .where('state', 'in', ['sent', 'failed', 'unknown'])
      .orderBy('touched', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.state === 'failed' ? reasonOf(row.reason).reason : undefined;
  },

  chatWith: async (member) => {
    const row = await trx
      .selectFrom('deliveries')
      .select('conversation')
      .where('collaboration_id', '=', id)
      .where('member_id', '=', member)
      .where('state', '=', 'sent')
      .orderBy('touched', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.conversation ?? undefined;
  },

  unreached: async (since, most) => {
    const { rows } = await sql<{ member: number; reason: string }>`
      select member, reason from (
        select distinct on (member_id) id, member_id as member, reason from deliveries
        where collaboration_id = ${id} and kind in ('nudge', 'digest') and state = 'failed' and touched >= ${since}
          and reason = any (${sendFailures.filter(isUnreachable)}::text[])
        order by member_id, id desc) latest
      order by id desc limit ${most}`.execute(trx);
    return rows.map(({ member, reason }) => ({ member, reason: reasonOf(reason).reason ?? 'refused' }));
  },

  listed: async ({ only, before, most }) => {
    const rows = await trx
      .selectFrom('deliveries')
      .selectAll()
      .select(
        sql<number>`(select count(*)::int from nudges
          where nudges.collaboration_id = ${id} and nudges.delivery_id = deliveries.id)`.as('actions'),
      )
      .where('collaboration_id', '=', id)
      .where('kind', 'in', listedKinds)
      .$if(only !== 'all', (query) => query.where('state', 'in', statesOf[only]))
      .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
      .orderBy('id', 'desc')
      .limit(most)
      .execute();
    return rows.flatMap((row) => {
      const kind = listedKinds.find((one) => one === row.kind);
      const { claimed, touched, actions } = row;
      return kind === undefined ? [] : [{ ...deliveryOf(row), kind, claimed, touched, actions }];
    });
  },

  ofRound: async (round) => {
    const rows = await trx
      .selectFrom('deliveries')
      .selectAll()
      .where('collaboration_id', '=', id)
      .where('round', '=', round)
      .orderBy('id')
      .execute();
    return rows.map(deliveryOf);
  },

  toMember: async (member) => {
    const rows = await trx
      .selectFrom('deliveries')
      .select(['kind', 'round', 'state', 'touched as at'])
      .where('collaboration_id', '=', id)
      .where('member_id', '=', member)
      .orderBy('id')
      .execute();
    return rows.map(({ round, ...message }) => ({ ...message, ...(round === null ? {} : { round }) }));
  },
});

type Settling = { readonly id: CollaborationId; readonly number: number; readonly outcome: DeliveryOutcome; readonly at: Date };

const settleFrom = async (
  trx: Trx,
  from: readonly Delivery['state'][],
  { id, number, outcome, at }: Settling,
): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable('deliveries')
    .set({
      touched: at,
      state: outcome.state,
      reason: outcome.state === 'failed' ? outcome.reason : null,
      ...heldColumns(outcome.state === 'queued' ? outcome.held : undefined),
      conversation: outcome.state === 'sent' ? outcome.conversation : null,
      activity: outcome.state === 'sent' ? outcome.activity : null,
    })
    .where('collaboration_id', '=', id)
    .where('id', '=', number)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

const heldColumns = (held: Held | undefined) => ({ held: held?.because ?? null, held_until: held?.until ?? null });

const deliveryOf = (row: Selectable<Schema['deliveries']>): Delivery => ({
  id: row.id,
  key: row.key,
  kind: row.kind,
  state: row.state,
  attempts: row.attempts,
  ...(row.round === null ? {} : { round: row.round }),
  ...(row.meeting === null ? {} : { meeting: row.meeting }),
  ...(row.member_id === null ? {} : { member: row.member_id }),
  ...reasonOf(row.reason),
  ...heldOf(row),
  ...(row.conversation === null ? {} : { conversation: row.conversation }),
  ...(row.activity === null ? {} : { activity: row.activity }),
});

/** Of a reason that this version of the app does not know, that it was refused is all that can be said. */
const reasonOf = (reason: string | null): { readonly reason?: SendFailure } =>
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
