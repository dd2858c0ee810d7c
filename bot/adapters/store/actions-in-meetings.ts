import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Action, ActionDeed, ActionEvent } from '../../domain/actions/action.ts';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { ActionsPart } from '../../ports/unit-actions.ts';
import type { Schema } from './schema.ts';
import type { Trx } from './transaction.ts';

type Row = Pick<Selectable<Schema['action_events']>, 'action_id' | 'what' | 'member_id' | 'at' | 'was' | 'becomes'>;

/** What owners say of how it goes; the rest is what was agreed, and who owns it. */
const updates: readonly ActionDeed[] = ['on track', 'stuck', 'done', 'dropped', 'more time', 'snoozed'];

/** What a meeting asks of actions. */
export const actionsInMeetingsIn = (
  trx: Trx,
  id: CollaborationId,
  some: (ids: readonly number[]) => Promise<readonly Action[]>,
): Pick<ActionsPart, 'lastSaid' | 'agreedAt'> => ({
  lastSaid: async (actions) => {
    const { rows } = await sql<Row>`
      select distinct on (action_id) action_id, what, member_id, at, was, becomes from action_events
      where collaboration_id = ${id} and action_id = any(${actions}) and what = any(${updates})
      order by action_id, id desc`.execute(trx);
    return new Map(rows.map((row) => [row.action_id, eventOf(row)]));
  },

  agreedAt: async (meeting) => {
    const { rows } = await sql<{ id: number }>`
      select id from actions where collaboration_id = ${id} and source ->> 'from' = 'meeting' and source ? 'number'
        and (source ->> 'number')::int = ${meeting}`.execute(trx);
    return [...(await some(rows.map((row) => row.id)))].sort((one, other) => one.id - other.id);
  },
});

const eventOf = ({ what, member_id, at, was, becomes }: Row): ActionEvent => ({
  ...{ what, at: new Date(at), was, is: becomes },
  ...(member_id === null ? {} : { by: member_id }),
});
