import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { sealNewKey } from '../../../bot/adapters/pseudonyms.ts';
import { collaborationsIn } from '../../../bot/adapters/store/collaborations.ts';
import { openDatabase, type Database, type Place } from '../../../bot/adapters/store/database.ts';
import { forgetOrderIn } from '../../../bot/adapters/store/forget-order.ts';
import { transactionsOf, type Transactions } from '../../../bot/adapters/store/transaction.ts';
import { unitIn } from '../../../bot/adapters/store/unit.ts';
import type { CollaborationId } from '../../../bot/domain/collaboration.ts';
import type { Unit } from '../../../bot/ports/unit.ts';
import { masterKey, onEveryEngine } from '../../store-engines.ts';
import { hours, newRound, somebody, wish } from './samples.ts';

type Opened = Database & { transactions: Transactions };
const open = async (place: Place): Promise<Opened> => {
  const database = await openDatabase(place);
  return { ...database, transactions: transactionsOf(database.db) };
};

const people = 7;

describe('the order of answers', () => {
  onEveryEngine(open, (opened) => {
    const within = <T>(id: CollaborationId, work: (unit: Unit) => Promise<T>): Promise<T> =>
      opened().transactions.within(id, (trx) => work(unitIn(trx, id, { enqueue: () => Promise.resolve(), masterKey })));

    /** A round whose people answered, each in a transaction of their own, in an order that is neither that of pseudonyms nor of joining. */
    const answered = async (): Promise<CollaborationId> => {
      const { createCollaboration } = collaborationsIn(opened().transactions, (key) => sealNewKey(masterKey, key));
      const id = (await createCollaboration(wish(), somebody('Sample integration manager'))) as CollaborationId;
      await within(id, ({ rounds }) => rounds.launch(newRound));
      const members = await within(id, async (unit) => {
        const joined: number[] = [];
        for (let one = 0; one < people; one += 1)
          joined.push((await unit.members.put(somebody(`Sample ${one}`, 1, 'leader'))).id);
        await unit.participation.invite(
          1,
          joined.map((member) => ({ member, organisation: 1, role: 'leader' })),
        );
        return joined;
      });
      const last = randomBytes(32);
      last[0] = 255;
      const respondents = [
        last,
        ...Array.from({ length: people - 1 }, (_, place) => Buffer.concat([Buffer.of(place), randomBytes(31)])),
      ];
      for (const [place, respondent] of respondents.entries()) {
        await within(id, async ({ answers, participation }) => {
          for (const target of [3, 2]) {
            const answer = { target, notWorkingTogether: false, ratings: { R1: 1 + (place % 5) } };
            await answers.record(1, respondent, { organisation: 1, role: 'leader' }, answer, hours(1));
          }
          await participation.reach(1, members.at(-1 - place) ?? 0, 'finished');
        });
      }
      return id;
    };

    /** As the rows lie in the files of the database. */
    const asTheyLie = (id: CollaborationId): Promise<{ answers: string[]; participation: string[] }> =>
      opened().transactions.within(id, async (trx) => {
        const answers = await sql<{ row: string }>`
          select encode(respondent, 'hex') || ' ' || target as row from answers where collaboration_id = ${id} order by ctid`.execute(
          trx,
        );
        const participation = await sql<{ row: string }>`
          select lpad(member_id::text, 9, '0') as row from participation where collaboration_id = ${id} order by ctid`.execute(
          trx,
        );
        return { answers: answers.rows.map(({ row }) => row), participation: participation.rows.map(({ row }) => row) };
      });

    const sortedOf = ({ answers, participation }: Awaited<ReturnType<typeof asTheyLie>>) => ({
      answers: [...answers].sort(),
      participation: [...participation].sort(),
    });

    for (const most of [1, 3, 100]) {
      it(`is gone after the round was closed, and no answer with it, in slices of ${most}`, async () => {
        const id = await answered();
        await within(id, ({ rounds }) => rounds.close(1, hours(2)));
        const before = await asTheyLie(id);
        assert.notDeepEqual(before, sortedOf(before));
        const read = ({ answers, participation }: Unit) => Promise.all([answers.sums(1), participation.counts(1)]);
        const [sums, counts] = await within(id, read);
        assert.equal(await forgetOrderIn(opened().transactions, most)(id, 1), 'done');
        assert.deepEqual(await asTheyLie(id), sortedOf(before));
        assert.deepEqual(await within(id, read), [sums, counts]);
        assert.equal(counts.answered['1']?.leader, people);
      });
    }

    it('of an open round stays', async () => {
      const id = await answered();
      const before = await asTheyLie(id);
      const forget = forgetOrderIn(opened().transactions, 3);
      assert.equal(await forget(id, 1), 'not closed');
      for (const name of ['forget_order_of_answers', 'forget_order_of_participation']) {
        const after = name.endsWith('answers') ? sql`'\\x'::bytea` : sql`0::bigint`;
        await assert.rejects(
          opened().transactions.within(id, (trx) =>
            sql`select ${sql.ref(name)}(${id}::uuid, 1::smallint, ${after}, 3)`.execute(trx),
          ),
          /only a closed round/,
        );
      }
      assert.deepEqual(await asTheyLie(id), before);
    });

    it('stays where it still lies when the round is opened again meanwhile, and is gone after the next close', async () => {
      const id = await answered();
      const { transactions } = opened();
      await within(id, ({ rounds }) => rounds.close(1, hours(2)));
      const before = await asTheyLie(id);
      let slices = 0;
      const reopened = forgetOrderIn(
        {
          ...transactions,
          within: async (collaboration, work) => {
            slices += 1;
            const reopen = sql`update rounds set state = 'open', closed = null where collaboration_id = ${id}`;
            if (slices === 3) await transactions.within(id, (trx) => reopen.execute(trx));
            return await transactions.within(collaboration, work);
          },
        },
        3,
      );
      assert.equal(await reopened(id, 1), 'not closed');
      assert.equal(slices, 3);
      assert.deepEqual(sortedOf(await asTheyLie(id)), sortedOf(before));
      await within(id, ({ rounds }) => rounds.close(1, hours(3)));
      assert.equal(await forgetOrderIn(transactions, 3)(id, 1), 'done');
      // Freed places are filled first, so the last slice may lie before the others.
      const after = await asTheyLie(id);
      assert.deepEqual(sortedOf(after), sortedOf(before));
      assert.notDeepEqual(after.participation, before.participation);
      assert.notDeepEqual(after.answers, before.answers);
    });

    it('may be forgotten twice at once, and once more', async () => {
      const id = await answered();
      await within(id, ({ rounds }) => rounds.close(1, hours(2)));
      const before = await asTheyLie(id);
      const forget = forgetOrderIn(opened().transactions, 3);
      assert.deepEqual(await Promise.all([forget(id, 1), forget(id, 1)]), ['done', 'done']);
      // The slices of the two may lie in one another's way; nothing is lost, and nothing left of the old order.
      assert.deepEqual(sortedOf(await asTheyLie(id)), sortedOf(before));
      assert.equal(await forget(id, 1), 'done');
      assert.deepEqual(await asTheyLie(id), sortedOf(before));
    });

    it('of another collaboration cannot be touched', async () => {
      const [id, other] = [await answered(), await answered()];
      await within(other, ({ rounds }) => rounds.close(1, hours(2)));
      await assert.rejects(
        opened().transactions.within(id, (trx) =>
          sql`select forget_order_of_answers(${other}::uuid, 1::smallint, ''::bytea, 3)`.execute(trx),
        ),
        /not the collaboration/,
      );
    });
  });
});
