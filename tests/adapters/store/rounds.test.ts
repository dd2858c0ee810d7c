import assert from 'node:assert/strict';
import type { Snapshot } from '../../../bot/contracts/tab-api.ts';
import { onEveryEngine, wholeStore } from '../../store-engines.ts';
import { addMember, hours, newCollaboration, newRound, noon, openRound } from './samples.ts';

const snapshot = (round: number): Snapshot => ({
  version: 1,
  round,
  opened: noon.toISOString(),
  closed: hours(24).toISOString(),
  audience: ['leader'],
  organisations: [{ id: '1', name: 'Sample hospital trust' }],
  form: 'full',
  localQuestions: [],
  results: { mode: 'pooled', k: 5, response: { 1: { hidden: 'fewer than k' } }, seen: { 1: { hidden: 'fewer than k' } } },
});

describe('rounds, participation and snapshots are kept', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('two launches at the same time give one open round', async () => {
      const { store } = opened();
      const id = await newCollaboration(store);
      const launches = await Promise.all([1, 2, 3].map(() => store.within(id, (unit) => unit.rounds.launch(newRound))));
      assert.deepEqual(
        launches.filter((round) => round !== 'one is open'),
        [{ ...newRound, number: 1, state: 'open' }],
      );
    });

    it('rounds are numbered on from the latest, and none is launched while one is open', async () => {
      const { store } = opened();
      const id = await openRound(store);
      assert.equal(await store.within(id, (unit) => unit.rounds.launch(newRound)), 'one is open');
      const closed = await store.within(id, (unit) => unit.rounds.close(1, hours(1)));
      assert.deepEqual(closed, { ...newRound, number: 1, state: 'closed' });
      assert.equal(await store.within(id, (unit) => unit.rounds.close(1, hours(2))), undefined);
      await store.within(id, (unit) => unit.rounds.launch(newRound));
      assert.equal((await store.within(id, (unit) => unit.rounds.latest()))?.number, 2);
      assert.equal((await store.within(id, (unit) => unit.rounds.find(1)))?.state, 'closed');
    });

    it('participation only moves forward, and inviting again changes nothing', async () => {
      const { store } = opened();
      const id = await openRound(store);
      const { id: member } = await addMember(store, id, 'Sample leader 1');
      const own = { member, organisation: 1, role: 'leader' } as const;
      const now = (): Promise<unknown> => store.within(id, (unit) => unit.participation.of(1, member));
      assert.equal(await now(), undefined);
      await store.within(id, (unit) => unit.participation.invite(1, [own]));
      assert.deepEqual(await now(), { ...own, state: 'invited' });
      await store.within(id, (unit) => unit.participation.reach(1, member, 'finished'));
      await store.within(id, (unit) => unit.participation.reach(1, member, 'started'));
      await store.within(id, (unit) => unit.participation.invite(1, [{ ...own, organisation: 2 }]));
      assert.deepEqual(await now(), { ...own, state: 'finished' });
    });

    it('counts say how many are invited and have answered, and the silent are those who have not finished', async () => {
      const { store } = opened();
      const id = await openRound(store);
      const [one, two, three] = [
        await addMember(store, id, 'one'),
        await addMember(store, id, 'two'),
        await addMember(store, id, 'three'),
      ];
      await store.within(id, async ({ participation }) => {
        await participation.invite(1, [
          { member: one.id, organisation: 1, role: 'leader' },
          { member: two.id, organisation: 1, role: 'employee' },
          { member: three.id, organisation: 2, role: 'leader' },
        ]);
        await participation.reach(1, one.id, 'started');
        await participation.reach(1, two.id, 'finished');
        assert.deepEqual(await participation.counts(1), {
          invited: { 1: { leader: 1, employee: 1 }, 2: { leader: 1, employee: 0 } },
          answered: { 1: { leader: 1, employee: 1 }, 2: { leader: 0, employee: 0 } },
        });
        assert.deepEqual(await participation.silent(1), [one, three]);
      });
    });

    it('a second edition of a snapshot is read instead of the first, which stays; each is saved once', async () => {
      const { store } = opened();
      const id = await openRound(store);
      const second = { ...snapshot(1), closed: hours(48).toISOString() };
      await store.within(id, async ({ snapshots }) => {
        await snapshots.save(snapshot(1));
        assert.deepEqual(await snapshots.ofRound(1), { snapshot: snapshot(1), edition: 1 });
        await snapshots.save(second, 2);
        assert.deepEqual(await snapshots.latest(), second);
        assert.deepEqual(await snapshots.ofRound(1), { snapshot: second, edition: 2 });
        assert.equal(await snapshots.ofRound(2), undefined);
      });
      await assert.rejects(store.within(id, (unit) => unit.snapshots.save(second, 2)));
    });

    it('a snapshot is saved once per round, and the newest is read', async () => {
      const { store } = opened();
      const id = await openRound(store);
      assert.equal(await store.within(id, (unit) => unit.snapshots.latest()), undefined);
      await store.within(id, async (unit) => {
        await unit.snapshots.save(snapshot(1));
        await unit.rounds.close(1, hours(24));
        await unit.rounds.launch(newRound);
        await unit.snapshots.save(snapshot(2));
      });
      assert.deepEqual(await store.within(id, (unit) => unit.snapshots.latest()), snapshot(2));
      await assert.rejects(store.within(id, (unit) => unit.snapshots.save(snapshot(1))));
    });
  });
});
