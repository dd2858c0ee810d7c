import { sql } from 'kysely';
import type { Action } from '../../domain/actions/action.ts';
import type { WaitingNudge } from '../../domain/actions/nudging.ts';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { ActionsPart } from '../../ports/unit-actions.ts';
import type { Trx } from './transaction.ts';

type Part = Pick<
  ActionsPart,
  'due' | 'nextDue' | 'setNext' | 'unclaimed' | 'claim' | 'ofDelivery' | 'release' | 'waitingFor' | 'moveTo'
>;

export const nudgesIn = (trx: Trx, id: CollaborationId, some: ActionsPart['some']): Part => ({
  // Goes along the index `actions_due` and reads no action that is not due.
  due: async (now, most) => {
    const due = await trx
      .selectFrom('actions')
      .select('id')
      .where('collaboration_id', '=', id)
      .where('next_nudge', '<=', now)
      .orderBy('next_nudge')
      .orderBy('id')
      .limit(most)
      .execute();
    const ids = due.map((row) => row.id);
    const place = (action: Action): number => ids.indexOf(action.id);
    return [...(await some(ids))].sort((one, other) => place(one) - place(other));
  },

  nextDue: async () => {
    const row = await trx
      .selectFrom('actions')
      .select('next_nudge')
      .where('collaboration_id', '=', id)
      .where('next_nudge', 'is not', null)
      .orderBy('next_nudge')
      .limit(1)
      .executeTakeFirst();
    return row?.next_nudge ?? undefined;
  },

  setNext: async (action, next) => {
    await trx
      .updateTable('actions')
      .set({ next_nudge: next ?? null })
      .where('collaboration_id', '=', id)
      .where('id', '=', action)
      .execute();
  },

  unclaimed: async (member, nudges) => {
    if (nudges.length === 0) return [];
    const claimed = await trx
      .selectFrom('nudges')
      .select(['action_id as action', 'due', 'step'])
      .where('collaboration_id', '=', id)
      .where('member_id', '=', member)
      .where('action_id', 'in', [...new Set(nudges.map(({ action }) => action))])
      .execute();
    const known = new Set(claimed.map(keyOf));
    return nudges.filter((nudge) => !known.has(keyOf(nudge)));
  },

  claim: async (member, nudges, delivery) => {
    const values = nudges.map(({ action, due, step, asked }) => ({
      ...{ collaboration_id: id, action_id: action, member_id: member, due, step, delivery_id: delivery },
      asked: asked ?? null,
    }));
    await trx.insertInto('nudges').values(values).execute();
  },

  ofDelivery: async (delivery) => {
    const rows = await trx
      .selectFrom('nudges')
      .select(['action_id as action', 'due', 'step', 'asked'])
      .where('collaboration_id', '=', id)
      .where('delivery_id', '=', delivery)
      .orderBy('action_id')
      .orderBy('due')
      .execute();
    return rows.map(({ asked, ...nudge }) => ({ ...nudge, ...(asked === null ? {} : { asked }) }));
  },

  release: async (action) => {
    await sql`
      delete from nudges using deliveries
      where nudges.collaboration_id = ${id} and nudges.action_id = ${action}
        and deliveries.collaboration_id = ${id} and deliveries.id = nudges.delivery_id and deliveries.state = 'queued'`.execute(
      trx,
    );
  },

  moveTo: async (from, to) => {
    await trx
      .updateTable('nudges')
      .set({ delivery_id: to })
      .where('collaboration_id', '=', id)
      .where('delivery_id', '=', from)
      .execute();
  },

  waitingFor: async (member) => {
    const row = await trx
      .selectFrom('deliveries')
      .select('id')
      .where('collaboration_id', '=', id)
      .where('member_id', '=', member)
      .where('kind', 'in', ['nudge', 'digest', 'brief', 'update request'])
      .where('state', '=', 'queued')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    return row?.id;
  },
});

const keyOf = ({ action, due, step }: WaitingNudge): string => `${action} ${due} ${step}`;
