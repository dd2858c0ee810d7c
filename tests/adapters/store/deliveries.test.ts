import assert from 'node:assert/strict';
import { restedSince } from '../../../bot/domain/calendar.ts';
import type { CollaborationId } from '../../../bot/domain/collaboration.ts';
import type { DeliveryOutcome } from '../../../bot/domain/delivery.ts';
import { onEveryEngine, wholeStore } from '../../store-engines.ts';
import { addMember, hours, newCollaboration, noon, openRound, somebody } from './samples.ts';

const sent: DeliveryOutcome = { state: 'sent', conversation: 'a:sample', activity: '1:sample' };

describe('deliveries are kept', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('a delivery is claimed once, also by two at once', async () => {
      const { store } = opened();
      const id = await openRound(store);
      const wish = { key: 'survey 1', kind: 'survey', round: 1 } as const;
      const claims = await Promise.all([1, 2, 3].map(() => store.within(id, (unit) => unit.deliveries.claim(wish, noon))));
      const [claimed, ...others] = claims.filter((claim) => claim !== undefined);
      assert.deepEqual(others, []);
      assert(claimed);
      assert.deepEqual(claimed, { ...wish, id: claimed.id, state: 'queued', attempts: 0 });
      assert.deepEqual(await store.within(id, (unit) => unit.deliveries.cards(1)), [claimed]);
      assert.deepEqual(await store.within(id, (unit) => unit.deliveries.ofRound(1)), [claimed]);
    });

    it('a delivery is begun once, also by two at once', async () => {
      const { store } = opened();
      const id = await openRound(store);
      const claimed = await store.within(id, (unit) =>
        unit.deliveries.claim({ key: 'survey 1', kind: 'survey', round: 1 }, noon),
      );
      assert(claimed);
      const begun = await Promise.all(
        [1, 2, 3].map(() => store.within(id, (unit) => unit.deliveries.begin(claimed.id, hours(1)))),
      );
      assert.deepEqual(
        begun.filter((delivery) => delivery !== undefined),
        [{ ...claimed, state: 'sending', attempts: 1 }],
      );
    });

    it('what became of a delivery stays: a second outcome changes nothing', async () => {
      const { store } = opened();
      const id = await openRound(store);
      await store.within(id, async ({ deliveries }) => {
        const claimed = await deliveries.claim({ key: 'survey 1', kind: 'survey', round: 1 }, noon);
        assert(claimed);
        await deliveries.begin(claimed.id, hours(1));
        await deliveries.settle(claimed.id, sent, hours(1));
        await deliveries.settle(claimed.id, { state: 'unknown' }, hours(2));
        assert.deepEqual(await deliveries.find(claimed.id), { ...claimed, ...sent, attempts: 1 });
      });
    });

    it('what was refused for now waits again, and why one failed is kept', async () => {
      const { store } = opened();
      const id = await openRound(store);
      await store.within(id, async ({ deliveries }) => {
        const claimed = await deliveries.claim({ key: 'survey 1', kind: 'survey', round: 1 }, noon);
        assert(claimed);
        await deliveries.begin(claimed.id, hours(1));
        await deliveries.settle(claimed.id, { state: 'queued' }, hours(1));
        assert.equal((await deliveries.begin(claimed.id, hours(2)))?.state, 'sending');
        await deliveries.settle(claimed.id, { state: 'failed', reason: 'not registered' }, hours(2));
        assert.deepEqual(await deliveries.find(claimed.id), {
          ...claimed,
          ...{ state: 'failed', reason: 'not registered', attempts: 2 },
        });
      });
    });

    it('what somebody has begun is put off or dropped by nobody else', async () => {
      const { store } = opened();
      const id = await openRound(store);
      await store.within(id, async ({ deliveries }) => {
        const claimed = await deliveries.claim({ key: 'survey 1', kind: 'survey', round: 1 }, noon);
        assert(claimed);
        const held = { because: 'hours', until: hours(20) } as const;
        assert.equal(await deliveries.settleWaiting(claimed.id, { state: 'queued', held }, hours(1)), true);
        assert.deepEqual(await deliveries.find(claimed.id), { ...claimed, held });
        await deliveries.begin(claimed.id, hours(1));
        for (const outcome of [{ state: 'queued', held } as const, { state: 'dropped' } as const]) {
          assert.equal(await deliveries.settleWaiting(claimed.id, outcome, hours(2)), false);
          assert.equal((await deliveries.find(claimed.id))?.state, 'sending');
        }
      });
    });

    it('one given up for lost that had arrived after all is known to be sent; nothing else changes any more', async () => {
      const { store } = opened();
      const id = await openRound(store);
      await store.within(id, async ({ deliveries }) => {
        const claimed = await deliveries.claim({ key: 'survey 1', kind: 'survey', round: 1 }, noon);
        assert(claimed);
        await deliveries.begin(claimed.id, hours(1));
        await deliveries.settle(claimed.id, { state: 'unknown' }, hours(1));
        await deliveries.settle(claimed.id, { state: 'failed', reason: 'refused' }, hours(2));
        assert.equal((await deliveries.find(claimed.id))?.state, 'unknown');
        await deliveries.settle(claimed.id, sent, hours(3));
        assert.deepEqual(await deliveries.find(claimed.id), { ...claimed, ...sent, attempts: 1 });
        const failed = await deliveries.claim({ key: 'survey 1 2', kind: 'survey', round: 1 }, noon);
        assert(failed);
        await deliveries.settle(failed.id, { state: 'failed', reason: 'refused' }, hours(3));
        await deliveries.settle(failed.id, sent, hours(4));
        assert.deepEqual(
          (await deliveries.cards(1)).map(({ key, state }) => [key, state]),
          [
            ['survey 1', 'sent'],
            ['survey 1 2', 'failed'],
          ],
        );
      });
    });

    it('they are counted by kind and by what became of them, and what people were sent is read in batches', async () => {
      const { store } = opened();
      const id = await openRound(store);
      const { id: member } = await addMember(store, id, 'Sample leader 1');
      await store.within(id, async ({ deliveries }) => {
        const became = async (key: string, outcome: DeliveryOutcome, kind: 'survey copy' | 'reminder' = 'survey copy') => {
          const claimed = await deliveries.claim({ key, kind, round: 1, member }, noon);
          assert(claimed);
          await deliveries.settle(claimed.id, outcome, hours(1));
          return claimed.id;
        };
        const first = await became('1', sent);
        await became('2', { state: 'failed', reason: 'not found' });
        await became('3', { state: 'failed', reason: 'not found' });
        await became('4', { state: 'failed', reason: 'refused' });
        const second = await became('5', sent, 'reminder');
        const third = await became('6', sent);
        const card = await deliveries.claim({ key: 'survey 1', kind: 'survey', round: 1 }, noon);
        assert(card);
        await deliveries.settle(card.id, sent, hours(1));
        const fates = await deliveries.fates(1, 'survey copy');
        assert.deepEqual(fates.map(({ state, reason, count }) => `${count} ${state} ${reason ?? ''}`).sort(), [
          '1 failed refused',
          '2 failed not found',
          '2 sent ',
        ]);
        const ids = async (last: number, most: number) => (await deliveries.sentToPeople(1, last, most)).map((one) => one.id);
        assert.deepEqual(await ids(0, 2), [first, second]);
        assert.deepEqual(await ids(second, 2), [third]);
        assert.deepEqual(await ids(third, 2), []);
      });
    });

    it('the last touch of a member is what was sent, is being sent, or may have arrived', async () => {
      const { store } = opened();
      const id = await openRound(store);
      const { id: member } = await addMember(store, id, 'Sample leader 1');
      await store.within(id, async ({ deliveries }) => {
        const claim = async (key: string): Promise<number> => {
          const claimed = await deliveries.claim({ key, kind: 'reminder', round: 1, member }, noon);
          assert(claimed);
          return claimed.id;
        };
        const [first, second, third] = [await claim('1'), await claim('2'), await claim('3')];
        assert.equal(await deliveries.lastTouch(member), undefined);
        await deliveries.begin(first, hours(1));
        assert.deepEqual(await deliveries.lastTouch(member), hours(1));
        await deliveries.settle(first, sent, hours(2));
        await deliveries.settle(second, { state: 'unknown' }, hours(3));
        await deliveries.settle(third, { state: 'dropped' }, hours(4));
        assert.deepEqual(await deliveries.lastTouch(member), hours(3));
      });
    });

    it('the turn of a person is taken once in 48 hours, also by collaborations that come at once', async () => {
      const { store } = opened();
      const person = somebody('Sample leader 1', 1, 'leader');
      const places: { id: CollaborationId; member: number }[] = [];
      for (let count = 0; count < 3; count += 1) {
        const id = await newCollaboration(store);
        places.push({ id, member: (await store.within(id, (unit) => unit.members.put(person))).id });
      }
      const take = (now: Date) =>
        Promise.all(
          places.map(({ id, member }) => store.within(id, (unit) => unit.deliveries.takeTurn(member, now, restedSince(now)))),
        );
      const touches = () =>
        Promise.all(places.map(({ id, member }) => store.within(id, (unit) => unit.deliveries.lastTouch(member))));
      assert.deepEqual((await take(hours(0))).sort(), [false, false, true]);
      assert.deepEqual(await touches(), Array(3).fill(hours(0)));
      assert.deepEqual(await take(new Date(hours(48).getTime() - 1)), [false, false, false]);
      assert.deepEqual((await take(hours(48))).sort(), [false, false, true]);
      assert.deepEqual(await touches(), Array(3).fill(hours(48)));
    });

    it('the moment of a touch is forgotten when its 48 hours are over and somebody else is written to', async () => {
      const { store } = opened();
      const id = await openRound(store);
      const [one, other] = [await addMember(store, id, 'Sample leader 1'), await addMember(store, id, 'Sample leader 2')];
      await store.within(id, async ({ deliveries }) => {
        const take = (member: number, now: Date) => deliveries.takeTurn(member, now, restedSince(now));
        assert.ok(await take(one.id, hours(0)));
        assert.ok(await take(other.id, hours(48)));
        assert.deepEqual(await deliveries.lastTouch(one.id), hours(0));
        await deliveries.takeTurn(other.id, hours(49), restedSince(hours(49)));
        assert.equal(await deliveries.lastTouch(one.id), undefined);
        assert.deepEqual(await deliveries.lastTouch(other.id), hours(48));
      });
    });
  });
});
