import assert from 'node:assert/strict';
import type { DeliveryOutcome } from '../../../bot/domain/delivery.ts';
import { onEveryEngine, wholeStore } from '../../store-engines.ts';
import { addMember, hours, noon, openRound } from './samples.ts';

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
      assert.deepEqual(claimed, { ...wish, id: claimed.id, state: 'queued' });
      assert.deepEqual(await store.within(id, (unit) => unit.deliveries.keyed('survey 1')), claimed);
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
        [{ ...claimed, state: 'sending' }],
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
        assert.deepEqual(await deliveries.find(claimed.id), { ...claimed, ...sent });
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
        assert.deepEqual(await deliveries.find(claimed.id), { ...claimed, state: 'failed', reason: 'not registered' });
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
  });
});
