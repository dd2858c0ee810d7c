import { sql, type Selectable } from 'kysely';
import type { Action, ActionEvent, Owner } from '../../domain/actions/action.ts';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { ActionsPart } from '../../ports/unit-actions.ts';
import { actionsInMeetingsIn } from './actions-in-meetings.ts';
import { forgetInClosedIn } from './forget-in-actions.ts';
import { nudgesIn } from './nudges.ts';
import { tellingsIn } from './tellings.ts';
import type { Schema } from './schema.ts';
import { searchActionsIn } from './search-actions.ts';
import type { Trx } from './transaction.ts';

type Row = Selectable<Schema['actions']> & { readonly owners: readonly Owner[] };

export const actionsIn = (trx: Trx, id: CollaborationId): ActionsPart => {
  const own = { collaboration_id: id };

  /** With its owners in their order, in one trip. */
  const rows = () =>
    trx
      .selectFrom('actions')
      .selectAll()
      .select(
        sql<readonly Owner[]>`(
          select coalesce(json_agg(json_strip_nulls(json_build_object('organisation', o.organisation, 'member', o.member_id))
            order by o.position), '[]')
          from action_owners o where o.collaboration_id = actions.collaboration_id and o.action_id = actions.id)`.as('owners'),
      )
      .where('collaboration_id', '=', id);

  const some: ActionsPart['some'] = async (ids) =>
    ids.length === 0 ? [] : (await rows().where('id', 'in', ids).execute()).map(actionOf);

  const setOwners = async (action: number, owners: readonly Owner[]): Promise<void> => {
    await trx.deleteFrom('action_owners').where('collaboration_id', '=', id).where('action_id', '=', action).execute();
    if (owners.length === 0) return;
    const values = owners.map(({ organisation, member }, at) => ({
      ...{ ...own, action_id: action, position: at + 1, organisation },
      member_id: member ?? null,
    }));
    await trx.insertInto('action_owners').values(values).execute();
  };

  const tell = async (action: number, { what, by, at, was, is }: ActionEvent): Promise<void> => {
    const kept = { was: JSON.stringify(was), becomes: JSON.stringify(is) };
    await trx
      .insertInto('action_events')
      .values({ ...own, action_id: action, what, member_id: by ?? null, at, ...kept })
      .execute();
  };

  const history = () =>
    trx
      .selectFrom('action_events')
      .select(['what', 'member_id', 'at', 'was', 'becomes', 'action_id'])
      .where('collaboration_id', '=', id)
      .orderBy('id');

  return {
    ...nudgesIn(trx, id, some),
    ...actionsInMeetingsIn(trx, id, some),
    ...tellingsIn(trx, id, some),
    some,
    forgetInClosed: forgetInClosedIn(trx, id),

    agree: async (action, request, event, next) => {
      const { text, kind, source, test, agreed } = action;
      const fixed = { request, text, kind, source: JSON.stringify(source), test: test ? JSON.stringify(test) : null, agreed };
      const row = await trx
        .insertInto('actions')
        .values({ ...own, ...fixed, ...changing(action), next_nudge: next ?? null })
        .onConflict((conflict) => conflict.columns(['collaboration_id', 'request']).doNothing())
        .returning('id')
        .executeTakeFirst();
      if (row === undefined) return undefined;
      await setOwners(row.id, action.owners);
      await tell(row.id, event);
      return { ...action, id: row.id };
    },

    agreedWith: async (request) => {
      const row = await rows().where('request', '=', request).executeTakeFirst();
      return row && actionOf(row);
    },

    findToChange: async (action) => {
      const lock = trx.selectFrom('actions').select('id').where('collaboration_id', '=', id).where('id', '=', action);
      if ((await lock.forUpdate().executeTakeFirst()) === undefined) return undefined;
      const row = await rows().where('id', '=', action).executeTakeFirst();
      return row && actionOf(row);
    },

    change: async (after, event, next) => {
      await trx
        .updateTable('actions')
        .set({ ...changing(after), ...(next === 'as it is' ? {} : { next_nudge: next ?? null }) })
        .where('collaboration_id', '=', id)
        .where('id', '=', after.id)
        .execute();
      if (event.is.owners !== undefined) await setOwners(after.id, after.owners);
      await tell(after.id, event);
    },

    open: async () => (await rows().where('closed', 'is', null).orderBy('due').orderBy('id').execute()).map(actionOf),

    count: async () =>
      await trx
        .selectFrom('actions')
        .select([sql<number>`count(*)::int`.as('open'), sql<number>`(count(*) filter (where state = 'stuck'))::int`.as('stuck')])
        .where('collaboration_id', '=', id)
        .where('closed', 'is', null)
        .executeTakeFirstOrThrow(),

    closed: async (most) =>
      (await rows().where('closed', 'is not', null).orderBy('closed', 'desc').orderBy('id', 'desc').limit(most).execute()).map(
        actionOf,
      ),

    cycle: async () => {
      const found = await trx
        .selectFrom('actions')
        .select(['id', 'state', 'due', 'closed'])
        .where('collaboration_id', '=', id)
        .orderBy('due')
        .orderBy('id')
        .execute();
      return found.map(({ closed, ...action }) => ({ ...action, ...(closed === null ? {} : { closed }) }));
    },

    kept: async (most) => {
      const found = rows().where('verdict', '=', 'keep').orderBy('closed', 'desc').orderBy('id', 'desc').limit(most);
      return (await found.execute()).map(actionOf);
    },

    ownedBy: async (member) => {
      const owned = trx
        .selectFrom('action_owners')
        .select('action_id')
        .where('collaboration_id', '=', id)
        .where('member_id', '=', member);
      return (await rows().where('id', 'in', owned).orderBy('due').orderBy('id').execute()).map(actionOf);
    },

    search: searchActionsIn(trx, id, some),

    history: async (action) => (await history().where('action_id', '=', action).execute()).map(eventOf),

    saidBy: async (member) =>
      (await history().where('member_id', '=', member).execute()).map((row) => ({ ...eventOf(row), action: row.action_id })),
  };
};

/** What is written anew with every change. */
const changing = (action: Omit<Action, 'id'>) => ({
  due: action.due,
  next_step: action.nextStep ?? null,
  state: action.state,
  stuck: action.stuck ? JSON.stringify(action.stuck) : null,
  snoozed: action.snoozed ? JSON.stringify(action.snoozed) : null,
  verdict: action.verdict ?? null,
  kept_by: action.keptBy ?? null,
  moved: action.moved,
  agreed_by: action.agreedBy ?? null,
  heard: action.heard,
  nudged_from: action.nudgedFrom,
  closed: action.closed ?? null,
});

const actionOf = (row: Row): Action => ({
  id: row.id,
  text: row.text,
  kind: row.kind,
  due: row.due,
  owners: row.owners,
  source: row.source,
  state: row.state,
  moved: row.moved,
  agreed: row.agreed,
  heard: row.heard,
  nudgedFrom: row.nudged_from,
  ...(row.next_step === null ? {} : { nextStep: row.next_step }),
  ...(row.test === null ? {} : { test: row.test }),
  ...(row.stuck === null ? {} : { stuck: row.stuck }),
  ...(row.snoozed === null ? {} : { snoozed: row.snoozed }),
  ...(row.verdict === null ? {} : { verdict: row.verdict }),
  ...(row.kept_by === null ? {} : { keptBy: row.kept_by }),
  ...(row.agreed_by === null ? {} : { agreedBy: row.agreed_by }),
  ...(row.closed === null ? {} : { closed: row.closed }),
});

const eventOf = (
  row: Pick<Selectable<Schema['action_events']>, 'what' | 'member_id' | 'at' | 'was' | 'becomes'>,
): ActionEvent => ({
  what: row.what,
  at: row.at,
  was: row.was,
  is: row.becomes,
  ...(row.member_id === null ? {} : { by: row.member_id }),
});
