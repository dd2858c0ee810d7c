import { AsyncLocalStorage } from 'node:async_hooks';
import { sql, type Kysely, type Transaction } from 'kysely';
import { AddedToClosed } from '../../domain/closed.ts';
import type { CollaborationId, Person } from '../../domain/collaboration.ts';
import type { Schema } from './schema.ts';

export type Trx = Transaction<Schema>;

export type Transactions = {
  /** One transaction that sees and writes this collaboration only. */
  readonly within: <T>(collaboration: CollaborationId, work: (trx: Trx) => Promise<T>) => Promise<T>;
  /** One statement without a transaction around it; it must say itself which collaboration it is about. */
  readonly alone: <T>(work: (db: Kysely<Schema>) => Promise<T>) => Promise<T>;
  /** One transaction that sees the shared tables, and of the collaborations which of them this channel is linked to. */
  readonly outside: <T>(channel: string | undefined, work: (trx: Trx) => Promise<T>) => Promise<T>;
  /** One transaction that sees, of all collaborations, this person's own rows on their rosters, and nothing else. Ids in lower case. */
  readonly asPerson: <T>(person: Person, work: (trx: Trx) => Promise<T>) => Promise<T>;
};

/** `Unit.oneAtATime`. */
export const oneAtATime = async (trx: Trx, id: CollaborationId): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(trx);
};

/** The id of no collaboration. */
const none = '00000000-0000-0000-0000-000000000000';

/** As `refuse_when_closed` says it (0034). */
const closedCode = 'CG001';
const asClosed = (fault: unknown): never => {
  throw fault instanceof Error && 'code' in fault && fault.code === closedCode ? new AddedToClosed() : fault;
};

/** Each transaction says in its first statement who it is; PostgreSQL forgets it at the end of the transaction. */
export const transactionsOf = (db: Kysely<Schema>): Transactions => {
  const running = new AsyncLocalStorage<{ over: boolean }>();

  // Embedded, there is one session: a transaction that waits for another one inside it waits for ever.
  const nested = (): boolean => running.getStore()?.over === false;
  const refuse = (): Promise<never> =>
    Promise.reject(new Error('inside a unit of work use nothing but the unit: this would wait for itself for ever'));
  const transact = <T>(first: (trx: Trx) => Promise<unknown>, work: (trx: Trx) => Promise<T>): Promise<T> => {
    if (nested()) return refuse();
    const state = { over: false };
    return running
      .run(state, () =>
        db.transaction().execute(async (trx) => {
          await first(trx);
          return work(trx);
        }),
      )
      .catch(asClosed)
      .finally(() => {
        state.over = true;
      });
  };

  return {
    alone: (work) => (nested() ? refuse() : work(db)),
    within: (collaboration, work) =>
      transact(
        (trx) =>
          sql`select set_config('role', 'app_tenant', true), set_config('app.collaboration_id', ${collaboration}, true)`.execute(
            trx,
          ),
        work,
      ),
    outside: (channel, work) =>
      transact(
        (trx) =>
          sql`select set_config('role', 'app_tenant', true), set_config('app.collaboration_id', ${none}, true),
            set_config('app.channel_id', ${channel ?? ''}, true)`.execute(trx),
        work,
      ),
    asPerson: ({ tenantId, objectId }, work) =>
      transact(
        (trx) =>
          sql`select set_config('role', 'app_tenant', true), set_config('app.collaboration_id', ${none}, true),
            set_config('app.person_tenant', ${tenantId}, true), set_config('app.person_object', ${objectId}, true)`.execute(trx),
        work,
      ),
  };
};
