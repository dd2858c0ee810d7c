import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { openDatabase } from '../../../bot/adapters/store/database.ts';
import type { Place } from '../../../bot/adapters/store/database.ts';
import { collaborationsIn } from '../../../bot/adapters/store/collaborations.ts';
import { keepLanguageIn } from '../../../bot/adapters/store/keep-language.ts';
import { membersIn } from '../../../bot/adapters/store/members.ts';
import { standingIn } from '../../../bot/adapters/store/standing.ts';
import { transactionsOf } from '../../../bot/adapters/store/transaction.ts';
import { sealNewKey } from '../../../bot/adapters/pseudonyms.ts';
import type { CollaborationId, Language, Person } from '../../../bot/domain/collaboration.ts';
import { masterKey, onEveryEngine } from '../../store-engines.ts';
import { somebody, tenant, wish } from './samples.ts';

const open = async (place: Place) => {
  const database = await openDatabase(place);
  const transactions = transactionsOf(database.db);
  const { createCollaboration } = collaborationsIn(transactions, (id) => sealNewKey(masterKey, id));
  const { within } = transactions;
  return {
    ...{ close: () => database.close(), oneConnection: place.databaseUrl === undefined, within },
    keep: keepLanguageIn(transactions),
    standing: standingIn(transactions),
    /** On the rosters of two collaborations. */
    prepare: async () => {
      const person = somebody('Sample leader', 1, 'leader');
      const ids: CollaborationId[] = [];
      for (let count = 0; count < 2; count += 1) {
        const id = (await createCollaboration(wish(), somebody('Sample manager'))) as CollaborationId;
        await within(id, (trx) => membersIn(trx, id).put(person));
        ids.push(id);
      }
      const [id, other] = ids;
      assert.ok(id && other);
      const kept = async (where = id, who: Person = person) =>
        (await within(where, (trx) => membersIn(trx, where).of(who)))?.language;
      /** Changes with every write to the row. */
      const edition = () =>
        within(id, async (trx) => {
          const { rows } = await sql<{ edition: string }>`
            select xmin || ' ' || ctid as edition from members where object_id = ${person.objectId}`.execute(trx);
          return rows[0]?.edition;
        });
      return { id, other, person, kept, edition };
    },
  };
};

describe('the language of a member’s Teams', () => {
  onEveryEngine(open, (opened) => {
    it('is kept for one collaboration, replaced by another, and found with where they stand in a round', async () => {
      const { keep, standing, prepare } = opened();
      const { id, other, person, kept } = await prepare();
      assert.equal(await kept(), undefined);
      assert.equal((await standing(id, person, 1)).member?.language, undefined);
      for (const language of ['nb', 'en', 'nb'] as const) {
        assert.equal(await keep(id, { ...person, objectId: person.objectId.toUpperCase() }, language), true);
        assert.equal(await kept(), language);
        assert.equal((await standing(id, person, 1)).member?.language, language);
      }
      assert.equal(await kept(other), undefined);
    });

    it('said again writes nothing', async () => {
      const { keep, prepare } = opened();
      const { id, person, kept, edition } = await prepare();
      await keep(id, person, 'nb');
      const before = await edition();
      assert.equal(await keep(id, person, 'nb'), true);
      assert.equal(await edition(), before);
      await keep(id, person, 'en');
      assert.notEqual(await edition(), before);
      assert.equal(await kept(), 'en');
    });

    it('said by many requests at once is one of those said', async () => {
      const { keep, prepare } = opened();
      const { id, person, kept } = await prepare();
      const said = await Promise.all(Array.from({ length: 12 }, () => keep(id, person, 'nb')));
      assert.ok(said.includes(true));
      assert.equal(await kept(), 'nb');
      await Promise.all((['en', 'nb', 'en', 'nb'] as const).map((language) => keep(id, person, language)));
      assert.ok(['en', 'nb'].includes((await kept()) ?? ''));
    });

    it('of who is not on the roster is kept nowhere, and no language but ours anywhere', async () => {
      const { keep, within, prepare } = opened();
      const { id, person, kept } = await prepare();
      const stranger = { tenantId: tenant, objectId: randomUUID() };
      assert.equal(await keep(id, stranger, 'nb'), true);
      assert.equal(await kept(id, stranger), undefined);
      await assert.rejects(keep(id, person, 'de' as Language), /check constraint/);
      await assert.rejects(
        within(id, (trx) => membersIn(trx, id).put({ ...person, language: 'de' as Language })),
        /check constraint/,
      );
      assert.equal(await kept(), undefined);
    });

    it('is said with their place too, and stays where nothing is said', async () => {
      const { within, prepare } = opened();
      const { id, person, kept } = await prepare();
      await within(id, (trx) => membersIn(trx, id).put({ ...person, language: 'nb' }));
      await within(id, (trx) => membersIn(trx, id).put(person));
      assert.equal(await kept(), 'nb');
      await within(id, (trx) => membersIn(trx, id).put({ ...person, language: 'en' }));
      assert.equal(await kept(), 'en');
    });

    it('keeps nobody waiting for who is sending to them: it is left, and said the next time (server only)', async function () {
      const { keep, within, oneConnection, prepare } = opened();
      if (oneConnection) this.skip();
      const { id, person, kept } = await prepare();
      let begins = (): void => undefined;
      const begun = new Promise<void>((resolve) => (begins = resolve));
      let ends = (): void => undefined;
      const mayEnd = new Promise<void>((resolve) => (ends = resolve));
      const sending = within(id, async (trx) => {
        await sql`select 1 from members where collaboration_id = ${id} and object_id = ${person.objectId} for update`.execute(
          trx,
        );
        begins();
        await mayEnd;
      });
      await begun;
      assert.equal(await keep(id, person, 'nb'), false);
      ends();
      await sending;
      assert.equal(await kept(), undefined);
      assert.equal(await keep(id, person, 'nb'), true);
      assert.equal(await kept(), 'nb');
    });
  });
});
