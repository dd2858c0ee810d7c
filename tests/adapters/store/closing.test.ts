import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { openDatabase, type Database, type Place } from '../../../bot/adapters/store/database.ts';
import { sealNewKey } from '../../../bot/adapters/pseudonyms.ts';
import { collaborationsIn } from '../../../bot/adapters/store/collaborations.ts';
import { forgetOrderIn } from '../../../bot/adapters/store/forget-order.ts';
import { transactionsOf, type Transactions } from '../../../bot/adapters/store/transaction.ts';
import { unitIn } from '../../../bot/adapters/store/unit.ts';
import { AddedToClosed } from '../../../bot/domain/closed.ts';
import type { CollaborationId } from '../../../bot/domain/collaboration.ts';
import type { Unit } from '../../../bot/ports/unit.ts';
import { masterKey, onEveryEngine } from '../../store-engines.ts';
import { hours, newRound, noon, somebody, wish } from './samples.ts';

type Opened = Database & { transactions: Transactions; create: () => Promise<CollaborationId> };

const open = async (place: Place): Promise<Opened> => {
  const database = await openDatabase(place);
  const transactions = transactionsOf(database.db);
  const { createCollaboration } = collaborationsIn(transactions, (id) => sealNewKey(masterKey, id));
  const create = async () => (await createCollaboration(wish(), somebody('Sample founder'))) as CollaborationId;
  return { ...database, transactions, create };
};

/** What the app may add to, or take from, after a close, and why. */
const stillOpen: Readonly<Record<string, string>> = {
  audit: 'the log goes on',
  installations: 'of no collaboration',
  welcomes: 'of no collaboration',
  last_touches: 'of no collaboration',
  master_key_proof: 'of no collaboration',
  link_tries: 'of no collaboration',
  last_pages: 'of an open round, and none is opened',
};

describe('the database, of a collaboration that is closed', () => {
  onEveryEngine(open, (opened) => {
    const within = <T>(id: CollaborationId, work: (unit: Unit) => Promise<T>): Promise<T> =>
      opened().transactions.within(id, (trx) => work(unitIn(trx, id, { enqueue: () => Promise.resolve(), masterKey })));
    const closed = async (): Promise<CollaborationId> => {
      const id = await opened().create();
      await within(id, async (unit) => {
        await unit.rounds.launch(newRound);
        await unit.rounds.close(1, hours(1));
      });
      assert.equal(await within(id, (unit) => unit.closing.close(hours(2))), true);
      return id;
    };

    it('takes no answer, whoever still knows a pseudonym, and opens no round', async () => {
      const id = await closed();
      const respondent = randomBytes(32);
      const answer = { target: 2, notWorkingTogether: true, ratings: {} };
      const own = { organisation: 1, role: 'leader' } as const;
      assert.equal(await within(id, (unit) => unit.answers.record(1, respondent, own, answer, noon)), 'not open');
      const { transactions } = opened();
      const row = { collaboration_id: id, round: 1, respondent, target: 2, organisation: 1, role: 'leader' } as const;
      await assert.rejects(
        transactions.within(id, (trx) =>
          trx
            .insertInto('answers')
            .values({ ...row, not_working_together: true, ratings: [] })
            .execute(),
        ),
        AddedToClosed,
      );
      await assert.rejects(
        within(id, (unit) => unit.rounds.launch(newRound)),
        AddedToClosed,
      );
      await assert.rejects(
        within(id, (unit) => unit.rounds.reopen(1, hours(48), hours(3))),
        AddedToClosed,
      );
    });

    it('has no key any more, gets no other, and is not opened again by the app', async () => {
      const id = await closed();
      const { transactions } = opened();
      const keys = await transactions.within(id, (trx) => trx.selectFrom('pseudonym_keys').selectAll().execute());
      assert.deepEqual(keys, []);
      const sealed = sealNewKey(masterKey, id);
      await assert.rejects(
        transactions.within(id, (trx) => trx.insertInto('pseudonym_keys').values({ collaboration_id: id, sealed }).execute()),
        AddedToClosed,
      );
      for (const change of [sql`update collaborations set closed = null`, sql`drop trigger refuse_when_closed on answers`])
        await assert.rejects(
          transactions.within(id, (trx) => change.execute(trx)),
          /permission denied|must be owner/,
        );
    });

    it('is closed once, by its own transactions, and never while a round is open', async () => {
      const [id, other] = [await closed(), await opened().create()];
      assert.equal(await within(id, (unit) => unit.closing.close(hours(3))), false);
      await assert.rejects(
        opened().transactions.within(id, (trx) => sql`select close_collaboration(${other}::uuid, ${noon})`.execute(trx)),
        /not the collaboration of this transaction/,
      );
      await within(other, (unit) => unit.rounds.launch(newRound));
      await assert.rejects(
        within(other, (unit) => unit.closing.close(noon)),
        /with an open round/,
      );
      assert.equal((await within(other, (unit) => unit.collaboration())).closed, undefined);
    });

    it('still writes its rows in an order that says nothing, forgets them, and keeps its log', async () => {
      const id = await opened().create();
      const answer = { target: 2, notWorkingTogether: true, ratings: {} };
      await within(id, async (unit) => {
        await unit.rounds.launch(newRound);
        await unit.answers.record(1, randomBytes(32), { organisation: 1, role: 'leader' }, answer, noon);
        await unit.rounds.close(1, hours(1));
      });
      await within(id, (unit) => unit.closing.close(hours(2)));
      assert.equal(await forgetOrderIn(opened().transactions)(id, 1), 'done');
      await within(id, (unit) => unit.note('answers forgotten', undefined, { round: 1 }, hours(4)));
      assert.equal(await within(id, (unit) => unit.answers.forgetRound(1)), true);
    });

    it('guards every table the app may add to, but for those that say why not', async () => {
      const { rows } = await sql<{ name: string; guarded: boolean }>`
        select c.relname as name, exists (
          select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'refuse_when_closed') as guarded
        from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
          and (has_table_privilege('app_tenant', c.oid, 'insert') or has_any_column_privilege('app_tenant', c.oid, 'update'))
        order by 1`.execute(opened().db);
      assert.ok(rows.length > 25);
      assert.deepEqual(
        rows.filter(({ guarded }) => !guarded).map(({ name }) => name),
        Object.keys(stillOpen).sort(),
      );
    });
  });
});
