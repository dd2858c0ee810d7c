import { sql } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import { countedKinds, listedKinds, statesOf } from '../../domain/delivery-list.ts';
import { isUnreachable, sendFailures } from '../../domain/delivery.ts';
import type { Delivery, DeliveryOutcome, Held } from '../../domain/delivery.ts';
import type { Fate } from '../../domain/delivery-report.ts';
import type { Unit } from '../../ports/unit.ts';
import { deliveryOf, reasonOf } from './delivery-row.ts';
import type { touchesIn } from './touches.ts';
import type { Trx } from './transaction.ts';

export const deliveriesIn = (trx: Trx, id: CollaborationId, touches: ReturnType<typeof touchesIn>): Unit['deliveries'] => ({
  lastTouch: touches.lastTouch,
  takeTurn: touches.takeTurn,

  claim: async ({ key, kind, round, meeting, member, channel }, at, held) => {
    const whom = { member_id: member ?? null, channel: channel ?? null };
    const what = { key, kind, round: round ?? null, meeting: meeting ?? null, ...whom };
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

  ofMeeting: async (meeting, kind) => {
    const rows = await trx
      .selectFrom('deliveries')
      .selectAll()
      .where('collaboration_id', '=', id)
      .where('meeting', '=', meeting)
      .where('kind', '=', kind)
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
    await settleFrom(trx, touches, from, { id, number, outcome, at });
  },

  settleWaiting: (number, outcome, at) => settleFrom(trx, touches, ['queued'], { id, number, outcome, at }),

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
        where collaboration_id = ${id} and kind in ('nudge', 'digest', 'brief', 'update request') and state = 'failed' and touched >= ${since}
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
        sql<number>`case when kind = 'agreed'
          then (select count(*)::int from actions a where a.collaboration_id = ${id} and a.told_with = deliveries.id)
          else (select count(*)::int from nudges n where n.collaboration_id = ${id} and n.delivery_id = deliveries.id) end`.as(
          'actions',
        ),
      )
      .where('collaboration_id', '=', id)
      .where('kind', 'not in', countedKinds)
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
  { settled }: Pick<ReturnType<typeof touchesIn>, 'settled'>,
  from: readonly Delivery['state'][],
  { id, number, outcome, at }: Settling,
): Promise<boolean> => {
  const before = await trx
    .selectFrom('deliveries')
    .select(['state', 'touched', 'member_id'])
    .where('collaboration_id', '=', id)
    .where('id', '=', number)
    .where('state', 'in', from)
    .forUpdate()
    .executeTakeFirst();
  if (before === undefined) return false;
  await trx
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
    .execute();
  if (before.member_id !== null) await settled(before.member_id, before, outcome, at);
  return true;
};

const heldColumns = (held: Held | undefined) => ({ held: held?.because ?? null, held_until: held?.until ?? null });
