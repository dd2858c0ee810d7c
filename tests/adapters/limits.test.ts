import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sendingLimits } from '../../bot/adapters/teams/limits.ts';
import { makeLimits } from '../../local/faults.ts';

/** Time that passes only where somebody waits for it: whoever wakes first is next. */
const standingTime = () => {
  let now = 0;
  const sleeping: { until: number; wake: () => void }[] = [];
  return {
    now: () => now,
    wait: (milliseconds: number) =>
      new Promise<void>((resolve) => {
        sleeping.push({ until: now + milliseconds, wake: resolve });
      }),
    /** Runs until nobody sleeps any more; bounded. */
    pass: async (done: Promise<unknown>): Promise<void> => {
      const state = { over: false };
      void done.finally(() => {
        state.over = true;
      });
      for (let steps = 0; steps < 200_000 && !state.over; steps += 1) {
        for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
        sleeping.sort((one, other) => one.until - other.until);
        const next = sleeping.shift();
        if (next === undefined) continue;
        now = Math.max(now, next.until);
        next.wake();
      }
    },
  };
};

describe('the limits of Teams', () => {
  it('are kept before it refuses: 500 requests to as many people at once leave at 95 % of 50 a second and more, and none is refused', async () => {
    const time = standingTime();
    const limits = sendingLimits(time);
    const teams = makeLimits(time.now);
    const refused: number[] = [];
    const all = Array.from({ length: 500 }, async (_, person) => {
      await limits.take('a tenant', `chat ${person}`);
      if (teams({ kind: 'send', conversation: `chat ${person}` }) > 0) refused.push(time.now());
    });
    await time.pass(Promise.all(all));
    assert.deepEqual(refused, []);
    assert.ok(time.now() / 1_000 <= 500 / (0.95 * 50), `${time.now()} ms`);
  });

  it('are kept for each conversation, whatever is sent when; who would wait long is told how long', async () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(pauses, async (between) => {
        const time = standingTime();
        const limits = sendingLimits(time);
        const teams = makeLimits(time.now);
        const work = (async () => {
          for (const pause of between) {
            await time.wait(pause);
            const seconds = await limits.take('a tenant', 'a chat');
            if (seconds > 0) await time.wait(seconds * 1_000);
            else assert.equal(teams({ kind: 'send', conversation: 'a chat' }), 0);
          }
        })();
        await time.pass(work);
        await work;
      }),
      { numRuns: 30 },
    );
  });

  it('are each tenant’s own, and what Teams refuses waits as long as Teams said', async () => {
    const time = standingTime();
    const limits = sendingLimits(time);
    const one = Promise.all(Array.from({ length: 200 }, () => limits.take('one tenant')));
    await limits.take('another tenant');
    assert.equal(time.now(), 0, 'the other one waits for nobody');
    await time.pass(one);
    limits.refused('another tenant', 'a chat', 17);
    assert.equal(await limits.take('another tenant', 'a chat'), 17);
    const before = time.now();
    const ready = limits.ready('another tenant');
    await time.pass(ready);
    assert.ok(time.now() - before <= 1_100, 'everybody else goes on');
  });
});
