import assert from 'node:assert/strict';
import { together } from '../../../bot/adapters/store/together.ts';

/** Work that waits until it is let go, one call after the other, in the order of the calls. */
const held = () => {
  const calls: { readonly items: readonly number[]; readonly end: (fault?: Error) => void }[] = [];
  const work = (items: readonly number[]): Promise<readonly string[]> =>
    new Promise((resolve, reject) => {
      calls.push({
        items,
        end: (fault) => {
          if (fault === undefined) resolve(items.map((item) => `done ${item}`));
          else reject(fault);
        },
      });
    });
  return { calls, work };
};

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('things done together', () => {
  it('nothing waits for company: the first goes alone, at once', () => {
    const { calls, work } = held();
    void together(work, { most: 10, atOnce: 1 })(1);
    assert.deepEqual(
      calls.map(({ items }) => items),
      [[1]],
    );
  });

  it('what arrives meanwhile goes with the next call, each gets its own outcome, and no call is larger than allowed', async () => {
    const { calls, work } = held();
    const add = together(work, { most: 3, atOnce: 1 });
    const outcomes = Promise.all([1, 2, 3, 4, 5].map(add));
    for (let call = 0; call < 3; call += 1) {
      calls[call]?.end();
      await settled();
    }
    assert.deepEqual(await outcomes, ['done 1', 'done 2', 'done 3', 'done 4', 'done 5']);
    assert.deepEqual(
      calls.map(({ items }) => items),
      [[1], [2, 3, 4], [5]],
    );
  });

  it('a call that fails is heard by everybody in it, and by nobody else; the next one is made', async () => {
    const { calls, work } = held();
    const add = together(work, { most: 2, atOnce: 1 });
    const outcomes = Promise.allSettled([1, 2, 3, 4].map(add));
    calls[0]?.end();
    await settled();
    calls[1]?.end(new Error('no database'));
    await settled();
    calls[2]?.end();
    assert.deepEqual(
      (await outcomes).map(({ status }) => status),
      ['fulfilled', 'rejected', 'rejected', 'fulfilled'],
    );
  });

  it('outcomes that are not as many as the things are nobody’s: all in that call hear an error', async () => {
    const add = together((): Promise<readonly string[]> => Promise.resolve([]), { most: 2, atOnce: 1 });
    await assert.rejects(add(1), /1 things were to be done together, 0 were/);
  });
});
