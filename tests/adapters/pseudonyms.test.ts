import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import sinon from 'sinon';
import { proveMasterKey, pseudonymsIn, sealNewKey } from '../../bot/adapters/pseudonyms.ts';
import { collaborationsIn } from '../../bot/adapters/store/collaborations.ts';
import { openDatabase, type Database, type Place } from '../../bot/adapters/store/database.ts';
import { transactionsOf, type Transactions } from '../../bot/adapters/store/transaction.ts';
import type { CollaborationId } from '../../bot/domain/collaboration.ts';
import { masterKey, onEveryEngine } from '../store-engines.ts';
import { somebody, tenant, wish } from './store/samples.ts';

type Opened = Database & { transactions: Transactions; create: () => Promise<CollaborationId> };

const open = async (place: Place): Promise<Opened> => {
  const database = await openDatabase(place);
  const transactions = transactionsOf(database.db);
  const { createCollaboration } = collaborationsIn(transactions, (id) => sealNewKey(masterKey, id));
  const create = async (): Promise<CollaborationId> =>
    (await createCollaboration(wish(), somebody('Sample founder'))) as CollaborationId;
  return { ...database, transactions, create };
};

const person = { tenantId: tenant, objectId: randomUUID() };

describe('pseudonyms of respondents', () => {
  onEveryEngine(open, (opened) => {
    it('are 32 bytes, the same for a person however their id is written, and another for somebody else', async () => {
      const { transactions, create } = opened();
      const id = await create();
      const pseudonyms = pseudonymsIn(transactions, masterKey);
      const own = await pseudonyms.of(id, person);
      assert.equal(own.length, 32);
      assert.deepEqual(await pseudonyms.of(id, { ...person, objectId: person.objectId.toUpperCase() }), own);
      assert.deepEqual(await pseudonymsIn(transactions, masterKey).of(id, person), own);
      assert.notDeepEqual(await pseudonyms.of(id, { ...person, objectId: randomUUID() }), own);
      assert.notDeepEqual(await pseudonyms.of(id, { ...person, tenantId: randomUUID() }), own);
    });

    it('differ between collaborations and cannot be made from the ids, or with the master key, alone', async () => {
      const { transactions, create } = opened();
      const [one, two] = [await create(), await create()];
      const pseudonyms = pseudonymsIn(transactions, masterKey);
      const own = await pseudonyms.of(one, person);
      assert.notDeepEqual(await pseudonyms.of(two, person), own);
      const withMaster = createHmac('sha256', masterKey).update(`${person.tenantId}|${person.objectId}`).digest();
      assert.notDeepEqual(withMaster, own);
    });

    it('are refused with another master key', async () => {
      const { transactions, create } = opened();
      const id = await create();
      await assert.rejects(
        pseudonymsIn(transactions, Buffer.alloc(32, 'other')).of(id, person),
        /not sealed with this master key/,
      );
    });

    it('are refused with the key of another collaboration in their place', () => {
      const { transactions } = opened();
      const [here, there] = [randomUUID(), randomUUID()] as unknown as [CollaborationId, CollaborationId];
      const row = { sealed: sealNewKey(masterKey, there) };
      const swapped: Pick<Transactions, 'within'> = { ...transactions, within: <T>() => Promise.resolve(row as T) };
      return assert.rejects(pseudonymsIn(swapped, masterKey).of(here, person), /not sealed with this master key/);
    });

    it('need the database again once the key has been in memory for five minutes', async () => {
      const { transactions, create } = opened();
      const id = await create();
      const within = sinon.spy(transactions, 'within');
      let now = new Date('2025-03-03T12:00:00Z');
      const pseudonyms = pseudonymsIn(transactions, masterKey, () => now);
      const first = await pseudonyms.of(id, person);
      now = new Date('2025-03-03T12:04:59Z');
      assert.deepEqual(await pseudonyms.of(id, person), first);
      assert.equal(within.callCount, 1);
      now = new Date('2025-03-03T12:05:00Z');
      assert.deepEqual(await pseudonyms.of(id, person), first);
      assert.equal(within.callCount, 2);
      within.restore();
    });

    it('a database does not start with another master key than its first', async () => {
      const { transactions } = opened();
      await proveMasterKey(transactions, masterKey);
      await proveMasterKey(transactions, masterKey);
      await assert.rejects(proveMasterKey(transactions, Buffer.alloc(32, 'other')), /not the one this database was set up with/);
    });
  });
});
