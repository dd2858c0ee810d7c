import { sql } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Pseudonyms } from '../../ports/identity.ts';
import type { Jobs } from '../../ports/jobs.ts';
import type { Store } from '../../ports/store.ts';
import { installationsIn, type Installations } from '../installations.ts';
import { openQueue } from '../jobs.ts';
import { proveMasterKey, pseudonymsIn, sealNewKey } from '../pseudonyms.ts';
import { answersIn } from './answers.ts';
import { answersTogether } from './answers-together.ts';
import { collaborationsIn } from './collaborations.ts';
import { openDatabase, type Place } from './database.ts';
import { forgetOrderIn } from './forget-order.ts';
import { useLinkCodeIn } from './link-codes.ts';
import { keepLanguageIn } from './keep-language.ts';
import { standingIn } from './standing.ts';
import { transactionsOf, type Transactions } from './transaction.ts';
import { unitIn } from './unit.ts';

export type OpenStore = {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly pseudonyms: Pseudonyms;
  readonly installations: Installations;
  /** Lets the jobs at work finish, then closes the database. The same as `store.close`. */
  close(): Promise<void>;
};

/**
 * Opens, and where needed creates and migrates, the database. Throws with a sentence for whoever starts the app: in use by
 * another process, changed migration, wrong master key, no rights. `masterKey`: 32 bytes.
 */
export const openStore = async ({ masterKey, ...place }: Place & { readonly masterKey: Buffer }): Promise<OpenStore> => {
  if (masterKey.length !== 32) throw new Error(`the master key has ${masterKey.length} bytes; it must have 32`);
  const { db, queue: way, close: closeDatabase } = await openDatabase(place);
  try {
    const transactions = transactionsOf(db);
    await proveMasterKey(transactions, masterKey);
    const pseudonyms = pseudonymsIn(transactions, masterKey);
    place.sayStep?.('Opening the job queue');
    const queue = await openQueue(way, place.log);
    const record = answersTogether(transactions);
    const collaborations = collaborationsIn(transactions, (id) => sealNewKey(masterKey, id));
    const needs = { enqueue: queue.enqueue, masterKey };
    let closing: Promise<void> | undefined;
    const close = (): Promise<void> => (closing ??= queue.stop().finally(closeDatabase));
    return {
      store: {
        ...collaborations,
        createCollaboration: (wish, founder, begin) =>
          collaborations.createCollaboration(wish, founder, begin && ((trx, id) => begin(unitIn(trx, id, needs)))),
        useLinkCode: useLinkCodeIn(transactions, masterKey),
        standing: standingIn(transactions),
        keepLanguage: keepLanguageIn(transactions),
        pageTurned: (id, round, at) =>
          transactions.within(id, async (trx) => {
            await trx
              .updateTable('last_pages')
              .set({ at })
              .where('collaboration_id', '=', id)
              .where('round', '=', round)
              .where('at', '<', at)
              .execute();
          }),
        answers: (id) => ({
          record: record(id),
          of: (...whose) => transactions.alone((alone) => answersIn(alone, id).of(...whose)),
        }),
        within: async (id, work) => {
          const destroyed: CollaborationId[] = [];
          const result = await transactions.within(id, (trx) => work(unitIn(trx, id, needs, () => destroyed.push(id))));
          for (const gone of destroyed) pseudonyms.forget(gone);
          return result;
        },
        forgetOrder: forgetOrderIn(transactions),
        ...welcomesIn(transactions),
        ping: () =>
          transactions.outside(undefined, async (trx) => {
            await sql`select 1`.execute(trx);
          }),
        close,
      },
      jobs: queue,
      pseudonyms,
      installations: installationsIn(transactions),
      close,
    };
  } catch (error) {
    await closeDatabase();
    throw error;
  }
};

const welcomesIn = ({ outside }: Transactions): Pick<Store, 'claimWelcome' | 'forgetWelcome'> => ({
  claimWelcome: (conversation) =>
    outside(undefined, async (trx) => {
      const claimed = await trx
        .insertInto('welcomes')
        .values({ conversation })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return claimed.numInsertedOrUpdatedRows === 1n;
    }),
  forgetWelcome: (conversation) =>
    outside(undefined, async (trx) => {
      await trx.deleteFrom('welcomes').where('conversation', '=', conversation).execute();
    }),
});
