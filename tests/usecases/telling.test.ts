import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import type { OpenStore } from '../../bot/adapters/store/open.ts';
import { mostTold } from '../../bot/domain/actions/telling.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { clockwork, sampleOf } from './clockwork.ts';

const at = (text: string): Date => DateTime.fromISO(text, { zone: 'Europe/Oslo' }).toJSDate();
const clockOf = (instant: Date): string => DateTime.fromJSDate(instant, { zone: 'Europe/Oslo' }).toFormat('MM-dd HH:mm');

const prepare = async (opened: OpenStore, start = '2026-03-02T10:00') => {
  const clock = clockwork(opened, at(start));
  const sample = await sampleOf(clock, [2, 2], { nextMeeting: '2026-04-07' });
  const [manager, owner] = sample.leaders.map((leader) => ({ ...leader, collaboration: sample.id }));
  assert.ok(manager && owner);
  const member = await clock.store.within(sample.id, (unit) => unit.members.of(owner.person));
  assert.ok(member);
  const agree = async (shownIn?: string, request: string = randomUUID()) => {
    const wish = {
      text: 'A sample',
      kind: 'quick win',
      due: '2026-05-29',
      owners: [member.id],
      source: { from: 'by hand' },
    } as const;
    return (await clock.use.agreeAction(owner, request, wish, shownIn)).action.id;
  };
  /** When the channel was told of how many, in the order of telling. */
  const told = () =>
    clock.posts.flatMap(({ at: when, address, message }) => {
      if (message.kind !== 'agreed') return [];
      assert.equal(address.to === 'channel' && address.channel, clock.channel);
      return [{ when: clockOf(when), actions: message.facts.actions.map(({ id }) => id) }];
    });
  const listed = async () =>
    (await clock.use.readDeliveries(manager, 'all')).rows
      .filter(({ kind }) => kind === 'agreed')
      .map(({ actions, to, outcome }) => {
        const why = outcome.is === 'waiting' && outcome.why ? ` (${outcome.why.because})` : '';
        return `${actions} to ${to?.name ?? 'the channel'}: ${outcome.is}${why}`;
      });
  return { clock, sample, manager, owner, agree, told, listed };
};

describe('an action that was agreed outside the home channel', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('is told to the home channel once, two minutes later; what is agreed there has its card already', async () => {
      const { clock, agree, told, listed } = await prepare(opened());
      await agree(clock.channel);
      const inTab = await agree(undefined, 'the same form');
      assert.equal(await agree(undefined, 'the same form'), inTab);
      assert.deepEqual(await listed(), ['1 to the channel: waiting (company)']);
      await clock.runUntil(at('2026-03-02T10:01'));
      assert.deepEqual(told(), []);
      await clock.runUntil(at('2026-03-02T12:00'));
      assert.deepEqual(told(), [{ when: '03-02 10:02', actions: [inTab] }]);
      assert.deepEqual(await listed(), ['1 to the channel: sent']);
    });

    it('is told also where it was agreed in another channel that showed its card', async () => {
      const { clock, agree, told } = await prepare(opened());
      await agree('19:another@thread.tacv2');
      await clock.runUntil(at('2026-03-02T12:00'));
      assert.equal(told().length, 1);
    });

    it('comes on one card with what is agreed within those two minutes, as many as a card holds; later ones on another', async () => {
      const { clock, agree, told } = await prepare(opened());
      const first: number[] = [];
      for (let count = 0; count < 3; count += 1) {
        first.push(await agree());
        await clock.runUntil(new Date(clock.now().getTime() + 30_000));
      }
      await clock.runUntil(at('2026-03-02T10:30'));
      const second: number[] = [];
      for (let count = 0; count < mostTold + 1; count += 1) second.push(await agree());
      await clock.runUntil(at('2026-03-02T11:00'));
      assert.deepEqual(told(), [
        { when: '03-02 10:02', actions: first },
        { when: '03-02 10:32', actions: second.slice(0, mostTold) },
        { when: '03-02 10:32', actions: second.slice(mostTold) },
      ]);
    });

    it('is told at most once, when the clock comes to two servers at once, and when others are agreed at that moment', async () => {
      const { clock, sample, agree, told } = await prepare(opened());
      const ids = [await agree(), await agree()];
      const [waiting] = clock.waiting.filter(({ job }) => job.name === 'deliver');
      assert.ok(waiting?.job.name === 'deliver');
      const { job } = waiting;
      const [, , , late] = await Promise.all([clock.work(job), clock.work(job), clock.work(job), agree()]);
      await clock.runUntil(at('2026-03-02T12:00'));
      assert.deepEqual(
        told()
          .flatMap(({ actions }) => actions)
          .sort((one, other) => one - other),
        [...ids, late],
      );
      assert.equal(clock.waiting.filter((one) => one.job.collaboration === sample.id && one.job.name === 'deliver').length, 0);
    });

    it('is not told any more when it is done or dropped by then', async () => {
      const { clock, owner, agree, told, listed } = await prepare(opened());
      const [dropped, kept] = [await agree(), await agree()];
      await clock.use.changeAction(owner, dropped, { is: 'drop' });
      await clock.runUntil(at('2026-03-02T10:10'));
      assert.deepEqual(told(), [{ when: '03-02 10:02', actions: [kept] }]);
      await clock.use.changeAction(owner, await agree(), { is: 'done' });
      await clock.runUntil(at('2026-03-02T11:00'));
      assert.equal(told().length, 1);
      assert.equal((await listed())[0], '1 to the channel: not needed');
    });

    it('waits while all messages are stopped, together with what is agreed meanwhile, and while Teams asks to wait', async () => {
      const { clock, manager, agree, told, listed } = await prepare(opened());
      const ids = [await agree()];
      await clock.use.sending.stop(manager);
      await clock.runUntil(at('2026-03-02T10:30'));
      ids.push(await agree());
      assert.deepEqual(await listed(), ['2 to the channel: waiting (stopped)']);
      await clock.use.sending.start(manager);
      clock.sends({ outcome: 'later', afterSeconds: 60 });
      await clock.runUntil(at('2026-03-02T10:30:30'));
      assert.deepEqual(await listed(), ['2 to the channel: waiting (asked to wait)']);
      ids.push(await agree());
      clock.sends({ outcome: 'failed', reason: 'not in the channel' });
      await clock.runUntil(at('2026-03-02T11:00'));
      assert.deepEqual(
        told().map(({ actions }) => actions),
        [ids.slice(0, 2), ids],
      );
      assert.deepEqual(await listed(), ['3 to the channel: could not reach']);
    });
  });
});
