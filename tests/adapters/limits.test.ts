import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sendingLimits } from '../../bot/adapters/teams/limits.ts';
import type { SendingLimits } from '../../bot/adapters/teams/limits.ts';
import { makeLimits } from '../../local/faults.ts';
import { standingTime } from './standing-time.ts';
import type { StandingTime } from './standing-time.ts';

type Teams = ReturnType<typeof makeLimits>;
/** Milliseconds until Teams counts a request, and until its answer is back. */
type Ways = { readonly there: number; readonly back: number };
const near: Ways = { there: 0, back: 0 };

/** One request, if its turn comes: whether Teams refused it, and when. */
const askOnce = async (
  { time, limits, teams }: { time: StandingTime; limits: SendingLimits; teams: Teams },
  conversation: string,
  { there, back }: Ways,
): Promise<{ readonly refusedAt?: number }> => {
  const turn = await limits.take('a tenant', conversation);
  if (turn.is === 'later') {
    await time.wait(turn.afterSeconds * 1_000);
    return {};
  }
  await time.wait(there);
  const refusal = teams({ kind: 'send', conversation });
  const at = time.now();
  await time.wait(back);
  if (refusal > 0) turn.refused(Math.ceil(refusal / 1_000) * 1_000);
  turn.answered();
  return refusal > 0 ? { refusedAt: at } : {};
};

const refusals = (asked: readonly { readonly refusedAt?: number }[]): readonly number[] =>
  asked.flatMap(({ refusedAt }) => refusedAt ?? []);

describe('the limits of Teams', () => {
  const begin = () => {
    const time = standingTime();
    return { time, teams: makeLimits(time.now), limits: sendingLimits(time) };
  };

  it('are kept before it refuses: 2,000 requests to as many people at once leave at 95 % of 50 a second and more, and none is refused', async () => {
    const all = begin();
    const asked = Promise.all(Array.from({ length: 2_000 }, (_, person) => askOnce(all, `chat ${person}`, near)));
    await all.time.pass(asked);
    assert.deepEqual(refusals(await asked), []);
    assert.ok(all.time.now() / 1_000 <= 2_000 / (0.95 * 50), `${all.time.now()} ms`);
  });

  it('are kept however unevenly requests get there, up to some tenths of a second', async () => {
    const ways = fc.record({ there: fc.integer({ min: 0, max: 150 }), back: fc.integer({ min: 0, max: 150 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(ways, { minLength: 1, maxLength: 250, size: 'max' }), async (each) => {
        const all = begin();
        const asked = Promise.all(each.map((way, person) => askOnce(all, `chat ${person}`, way)));
        await all.time.pass(asked);
        assert.deepEqual(refusals(await asked), []);
      }),
      { numRuns: 30 },
    );
  });

  it('are kept for each conversation, whatever is sent when; who would wait long is told how long', async () => {
    const pauses = fc.array(fc.record({ pause: fc.integer({ min: 0, max: 900 }), there: fc.integer({ min: 0, max: 200 }) }), {
      minLength: 1,
      maxLength: 120,
      size: 'max',
    });
    await fc.assert(
      fc.asyncProperty(pauses, async (between) => {
        const all = begin();
        const work = (async () => {
          for (const { pause, there } of between) {
            await all.time.wait(pause);
            assert.deepEqual(await askOnce(all, 'a chat', { there, back: 5 }), {});
          }
        })();
        await all.time.pass(work);
        await work;
      }),
      { numRuns: 30 },
    );
  });

  it('are each tenant’s own, and what Teams refuses waits as long as Teams said', async () => {
    const { time, limits } = begin();
    const one = Promise.all(Array.from({ length: 200 }, () => limits.take('one tenant')));
    const turn = await limits.take('another tenant', 'a chat');
    assert.equal(time.now(), 0, 'the other one waits for nobody');
    await time.pass(one);
    assert.ok(turn.is === 'now');
    turn.refused(17_000);
    turn.answered();
    assert.deepEqual(await limits.take('another tenant', 'a chat'), { is: 'later', afterSeconds: 17 });
    const before = time.now();
    const ready = limits.ready('another tenant');
    await time.pass(ready);
    assert.ok(time.now() - before >= 1_000, 'nothing is begun meanwhile');
    assert.ok(time.now() - before <= 1_100, 'everybody else goes on');
  });

  it('are shared by two servers that know nothing of each other: both slow down, few requests are refused, and 70 % of the limit is used', async () => {
    const time = standingTime();
    const teams = makeLimits(time.now);
    const servers = [sendingLimits(time), sendingLimits(time)];
    const each = 3_000;
    const asked = Promise.all(
      servers.flatMap((limits, server) =>
        Array.from({ length: each }, (_, person) =>
          askOnce({ time, limits, teams }, `chat ${server} ${person}`, { there: 5, back: 50 }),
        ),
      ),
    );
    await time.pass(asked);
    const refused = refusals(await asked);
    assert.ok(refused.length <= 0.02 * 2 * each, `${refused.length} refused`);
    assert.ok(time.now() / 1_000 <= (2 * each) / (0.7 * 50), `${time.now()} ms`);
  });

  it('let only as much be begun as leaves soon, though many ask at once', async () => {
    const { time, limits } = begin();
    let begun = 0;
    let left = 0;
    let most = 0;
    const asked = Promise.all(
      Array.from({ length: 300 }, async () => {
        await limits.ready('a tenant');
        begun += 1;
        // The database is asked whether it may still be sent.
        await time.wait(30);
        most = Math.max(most, begun - left);
        await limits.take('a tenant');
        left += 1;
      }),
    );
    await time.pass(asked);
    await asked;
    assert.ok(most <= 20, `${most} were begun and had not left`);
  });
});
