import assert from 'node:assert/strict';
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import pg from 'pg';
import type { Place } from '../../../bot/adapters/store/database.ts';
import type { OpenStore } from '../../../bot/adapters/store/open.ts';
import type { CollaborationId } from '../../../bot/domain/collaboration.ts';
import type { Answer } from '../../../bot/domain/round.ts';
import type { Store } from '../../../bot/ports/store.ts';
import type { Respondent } from '../../../bot/ports/unit-answers.ts';
import { differingPeople, pageKey } from '../../domain/differing-people.ts';
import type { Page } from '../../domain/differing-people.ts';
import { onEveryEngine, wholeStore } from '../../store-engines.ts';
import { addMember, hours, newRound, openRound, somebody, tenant } from './samples.ts';

const storeAndPlace = async (place: Place): Promise<OpenStore & { place: Place }> => ({ ...(await wholeStore(place)), place });

/** What is begun here does not belong to the unit of work around it. */
const outside = { run: AsyncLocalStorage.snapshot() };

/** Whether anybody waits for a lock in this database. */
const isWaiting = async (connectionString: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query(
      'select from pg_stat_activity where datname = current_database() and wait_event_type = $1',
      ['Lock'],
    );
    return rows.length > 0;
  } finally {
    await client.end();
  }
};

const leader = { organisation: 1, role: 'leader' } as const;
const about = (target: number, rating = 4): Answer => ({
  target,
  notWorkingTogether: false,
  ratings: { R1: rating, R2: rating, R3: rating, R4: rating },
});

const give = (store: Store, id: CollaborationId, who: Respondent, answer: Answer, at = hours(1), round = 1): Promise<unknown> =>
  store.within(id, (unit) => unit.answers.record(round, who, leader, answer, at));
const close = (store: Store, id: CollaborationId, at = hours(2), round = 1): Promise<unknown> =>
  store.within(id, (unit) => unit.rounds.close(round, at));
const reopen = (store: Store, id: CollaborationId): Promise<unknown> =>
  store.within(id, (unit) => unit.rounds.reopen(1, hours(48), hours(3)));
const differing = (store: Store, id: CollaborationId) => store.within(id, (unit) => unit.answers.differing(1));

describe('answers are erased', () => {
  onEveryEngine(storeAndPlace, (opened) => {
    it('of one respondent, in every round, and of nobody else; twice is once', async () => {
      const { store } = opened();
      const id = await openRound(store);
      const [own, other] = [randomBytes(32), randomBytes(32)];
      for (const who of [own, other]) {
        await give(store, id, who, about(2));
        await give(store, id, who, about(3));
      }
      await close(store, id);
      await store.within(id, (unit) => unit.rounds.launch(newRound));
      await give(store, id, own, about(2), hours(1), 2);
      const all = (who: Respondent) => store.within(id, (unit) => unit.answers.inAllRounds(who));
      assert.deepEqual(await all(own), [
        { round: 1, answers: [about(2), about(3)] },
        { round: 2, answers: [about(2)] },
      ]);
      await store.within(id, (unit) => unit.answers.erase(own));
      await store.within(id, (unit) => unit.answers.erase(own));
      assert.deepEqual(await all(own), []);
      assert.deepEqual(await all(other), [{ round: 1, answers: [about(2), about(3)] }]);
    });

    it('also while they are being written in another order', async function () {
      const { store, place } = opened();
      if (place.databaseUrl === undefined) this.skip();
      const id = await openRound(store);
      const own = randomBytes(32);
      await give(store, id, own, about(2));
      await close(store, id);
      await Promise.all([store.forgetOrder(id, 1), store.within(id, (unit) => unit.answers.erase(own))]);
      assert.deepEqual(await store.answers(id).of(1, own), []);
    });

    it('while the round closes: its results are of them too, so it is not as it was published', async function () {
      const { store, place } = opened();
      if (place.databaseUrl === undefined) this.skip();
      const id = await openRound(store);
      const own = randomBytes(32);
      await give(store, id, own, about(2));
      let erased: Promise<void> = Promise.resolve();
      await store.within(id, async (unit) => {
        await unit.rounds.close(1, hours(2));
        // Begun by somebody else, in a transaction of its own, and come as far as it can before the close is committed.
        erased = outside.run(() => store.within(id, (other) => other.answers.erase(own)));
        for (let looked = 0; looked < 1_000 && !(await isWaiting(place.databaseUrl ?? '')); looked += 1);
      });
      await erased;
      assert.equal(await store.within(id, (unit) => unit.rounds.isAsPublished(1)), false);
    });

    it('and a closed round is forgotten whole, with who took part, once; an open one never', async () => {
      const { store } = opened();
      const id = await openRound(store);
      const { id: member } = await addMember(store, id, 'Sample leader 1');
      await store.within(id, (unit) => unit.participation.invite(1, [{ member, ...leader }]));
      const own = randomBytes(32);
      await give(store, id, own, about(2));
      const forget = () => store.within(id, (unit) => unit.answers.forgetRound(1));
      await assert.rejects(forget(), /only for a closed round/);
      await close(store, id);
      assert.equal(await forget(), true);
      assert.equal(await forget(), false);
      assert.deepEqual(await store.answers(id).of(1, own), []);
      assert.equal(await store.within(id, (unit) => unit.participation.of(1, member)), undefined);
    });
  });
});

describe('a round that is opened again', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('is open until its new closing time, once, with its answers to go on from', async () => {
      const { store } = opened();
      const id = await openRound(store);
      const own = randomBytes(32);
      await give(store, id, own, about(2));
      assert.equal(await reopen(store, id), undefined);
      await close(store, id);
      assert.equal((await store.within(id, (unit) => unit.rounds.closedAt(1)))?.toISOString(), hours(2).toISOString());
      assert.deepEqual(await reopen(store, id), {
        ...newRound,
        ...{ number: 1, state: 'open', closes: hours(48), reopened: hours(3) },
      });
      assert.equal(await store.within(id, (unit) => unit.rounds.closedAt(1)), undefined);
      assert.deepEqual(await store.answers(id).of(1, own), [about(2)]);
      await give(store, id, own, about(2, 1), hours(30));
      assert.deepEqual(await store.answers(id).of(1, own), [about(2, 1)]);
      await assert.rejects(
        store.within(id, (unit) => unit.answers.forgetPublished(1)),
        /only for a closed round/,
      );
      await close(store, id, hours(48));
      assert.equal(await reopen(store, id), undefined);
    });

    it('counts a person who erases and answers anew as erased and added, and one who erases twice once', async () => {
      const { store } = opened();
      const id = await openRound(store);
      const [own, early, other] = [randomBytes(32), randomBytes(32), randomBytes(32)];
      for (const who of [own, early, other]) await give(store, id, who, about(2));
      await close(store, id);
      await store.within(id, (unit) => unit.answers.erase(early));
      await reopen(store, id);
      const cell = { from: '1', to: '2', role: 'leader' } as const;
      assert.deepEqual(await differing(store, id), { people: [], erased: [{ ...cell, people: 1 }] });
      for (let times = 0; times < 2; times += 1) {
        await store.within(id, (unit) => unit.answers.erase(own));
        await give(store, id, own, about(2, 1), hours(30));
      }
      await give(store, id, other, about(2, 5), hours(30));
      const { people, erased } = await differing(store, id);
      assert.deepEqual(
        people.filter(({ from, role }) => from === '1' && role === 'leader'),
        (['profile', 'index', 'R1', 'R2', 'R3', 'R4'] as const).map((place) => ({ ...cell, place, changed: 1, added: 1 })),
      );
      assert.deepEqual(erased, [{ ...cell, people: 2 }]);
      await close(store, id, hours(40));
      await store.within(id, (unit) => unit.answers.forgetPublished(1));
      await store.within(id, (unit) => unit.answers.erase(other));
      assert.deepEqual((await differing(store, id)).erased, []);
    });

    it('knows what who answers differently, however they answer and wherever they are by then', async function () {
      this.timeout(60_000);
      const { store } = opened();
      const rating = fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 3 });
      const said = fc.option(
        fc.record({
          apart: fc.nat(7).map((one) => one === 0),
          organisation: fc.integer({ min: 1, max: 3 }).map((one) => Math.min(one, 2)),
          role: fc.constantFrom('leader', 'employee'),
          ratings: fc.record({ R1: rating, R4: rating, R7: rating, E1: rating, L2: rating, PR3: rating }),
        }),
        { nil: undefined, freq: 3 },
      );
      const pages = fc.record({ network: said, partner: said });
      const people = fc.array(fc.record({ before: pages, after: pages }), { maxLength: 8 });
      const asked = { relational: [1, 4, 7], fewest: 2 };
      await fc.assert(
        fc.asyncProperty(people, async (all) => {
          const id = await openRound(store);
          const pseudonyms = all.map(() => randomBytes(32));
          const kept = { before: new Map<string, Page>(), after: new Map<string, Page>() };
          const giveAll = async (which: 'before' | 'after', at: Date): Promise<void> => {
            for (const [place, one] of all.entries())
              for (const [target, page] of [[0, one[which].network] as const, [3, one[which].partner] as const]) {
                if (page === undefined) continue;
                const { apart, organisation, role } = page;
                const ratings = apart
                  ? {}
                  : (JSON.parse(JSON.stringify(page.ratings)) as Partial<Record<keyof typeof page.ratings, number>>);
                const answer = { target, notWorkingTogether: apart, ratings };
                await store.within(id, (unit) =>
                  unit.answers.record(1, pseudonyms[place] ?? randomBytes(32), { organisation, role }, answer, at),
                );
                const own = { respondent: String(place), from: String(organisation), role, to: String(target) };
                kept[which].set(pageKey({ ...own, ...answer }), { ...own, ...answer });
              }
          };
          await giveAll('before', hours(1));
          await close(store, id);
          await reopen(store, id);
          await giveAll('after', hours(30));
          const found = await store.within(id, (unit) => unit.answers.differing(1, asked));
          const after = new Map([...kept.before, ...kept.after]);
          const expected = differingPeople([...kept.before.values()], [...after.values()], ['R1', 'R4', 'R7']);
          const key = ({ to, from, role, place }: (typeof expected)[number]): string => [to, from, role, place].join('/');
          const sorted = (some: typeof expected) => some.toSorted((one, two) => (key(one) < key(two) ? -1 : 1));
          assert.deepEqual(sorted(found.people), sorted(expected));
        }),
        { numRuns: 15 },
      );
    });
  });
});

describe('whom somebody is asked about in the short form', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('stays when they erase their answers in an open round, so that they are asked about the same partners; and goes in a closed one', async () => {
      const { store } = opened();
      const id = await openRound(store);
      const [own, other] = [randomBytes(32), randomBytes(32)];
      const drawn = (who: Respondent) => store.within(id, (unit) => unit.draws.inAllRounds(who));
      for (const who of [own, other]) await store.within(id, (unit) => unit.draws.keep(1, 1, who, [2, 3]));
      await store.within(id, (unit) => unit.answers.erase(own));
      assert.deepEqual(await drawn(own), [{ round: 1, partners: [2, 3] }]);
      await close(store, id);
      await store.within(id, (unit) => unit.answers.erase(own));
      assert.deepEqual([await drawn(own), await drawn(other)], [[], [{ round: 1, partners: [2, 3] }]]);
    });
  });
});

describe('when the key of a collaboration is destroyed', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('nobody can compute a pseudonym any more, not from memory either; the answers stay', async () => {
      const { store, pseudonyms } = opened();
      const [id, other] = [await openRound(store), await openRound(store)];
      const person = { tenantId: tenant, objectId: randomUUID() };
      const own = await pseudonyms.of(id, person);
      await give(store, id, own, about(2));
      await store.within(id, (unit) => unit.destroyKey());
      await assert.rejects(pseudonyms.of(id, person), /has no key/);
      assert.equal((await store.within(id, (unit) => unit.answers.sums(1)))[0]?.indexes, 1);
      assert.equal((await pseudonyms.of(other, person)).length, 32);
    });

    it('and the transaction that would have is undone, it is as it was', async () => {
      const { store, pseudonyms } = opened();
      const id = await openRound(store);
      const person = somebody('Sample leader');
      const own = await pseudonyms.of(id, person);
      await assert.rejects(
        store.within(id, async (unit) => {
          await unit.destroyKey();
          throw new Error('sample failure');
        }),
      );
      assert.deepEqual(await pseudonyms.of(id, person), own);
    });
  });
});
