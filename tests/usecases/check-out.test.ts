import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import type { OpenStore } from '../../bot/adapters/store/open.ts';
import type { CheckOutAnswer } from '../../bot/domain/meetings/check-out.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { clockwork, sampleOf } from './clockwork.ts';

const at = (text: string): Date => DateTime.fromISO(text, { zone: 'Europe/Oslo' }).toJSDate();
const when = (instant: Date): string => DateTime.fromJSDate(instant, { zone: 'Europe/Oslo' }).toFormat('yyyy-MM-dd HH:mm');

/** Six leaders of two organisations; the first is the integration manager. Meeting 1 is today, a Thursday. */
const prepare = async (opened: OpenStore) => {
  const clock = clockwork(opened, at('2026-03-25T09:00'));
  const { id, leaders } = await sampleOf(clock, [3, 3], { nextMeeting: '2026-03-26' });
  clock.moveTo(at('2026-03-26T14:30'));
  const people = leaders.map((leader) => ({ ...leader, collaboration: id }));
  const [manager, member] = people;
  assert.ok(manager && member);
  const answer = async (place: number, said: CheckOutAnswer) => {
    const who = people[place];
    assert.ok(who);
    return await clock.use.checkOut.record(who, 1, said);
  };
  const state = () => clock.use.readCheckOut(member, 1);
  const cards = () => clock.posts.map(({ address, message }) => `${message.kind} to the ${address.to}`);
  return { clock, id, people, manager, member, answer, state, cards };
};

describe('how a meeting was left', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('is asked on one card in the channel, however often it is opened', async () => {
      const { clock, manager, state, cards } = await prepare(opened());
      assert.deepEqual(await state(), { is: 'not open', mayOpen: false });
      await Promise.all([clock.use.openCheckOut(manager, 1), clock.use.openCheckOut(manager, 1)]);
      await clock.runUntil(at('2026-03-26T14:31'));
      await clock.use.openCheckOut(manager, 1);
      await clock.runUntil(at('2026-03-26T14:32'));
      assert.deepEqual(cards(), ['check-out to the channel']);
    });

    it('is asked by who leads the meeting, on its day or after it', async () => {
      const { clock, manager, member } = await prepare(opened());
      await assert.rejects(clock.use.openCheckOut(member, 1), /only chairs or integration managers/);
      await assert.rejects(clock.use.openCheckOut(manager, 2), /no such meeting/);
      clock.moveTo(at('2026-03-25T23:59'));
      await assert.rejects(clock.use.openCheckOut(manager, 1), /meeting not yet/);
    });

    it('is two taps of each, which replace one another until the next working day in the afternoon', async () => {
      const { clock, manager, answer } = await prepare(opened());
      await clock.use.openCheckOut(manager, 1);
      assert.deepEqual((await answer(1, { energy: 2 })).is, 'mine');
      await answer(1, { said: 'no' });
      const changed = await answer(1, { energy: 4 });
      assert.ok(changed.is === 'mine');
      assert.deepEqual(changed.answer, { energy: 4, said: 'no' });
      assert.equal(when(changed.facts.closes), '2026-03-27 15:00');
      clock.moveTo(at('2026-03-27T15:00'));
      assert.equal((await answer(1, { energy: 1 })).is, 'closed');
    });

    it('shows no answer before it closes, and then counts from k answers on', async () => {
      const { clock, id, manager, answer, state } = await prepare(opened());
      await clock.use.openCheckOut(manager, 1);
      for (const place of [0, 1, 2, 3]) await answer(place, { energy: 4, said: place === 0 ? 'no' : 'yes' });
      const early = await state();
      assert.ok(early.is === 'open' && early.answered === undefined);
      await answer(4, { energy: 2, said: 'partly' });
      const open = await state();
      assert.ok(open.is === 'open' && open.answered === 5);
      await clock.runUntil(at('2026-03-27T15:01'));
      const closed = await state();
      assert.ok(closed.is === 'closed');
      assert.deepEqual(closed.results, {
        energy: { n: 5, value: 3.6, orLower: false },
        said: { yes: 3, partly: 1, no: 1 },
        tooGood: false,
      });
      const timeline = await clock.use.readTimeline(id, manager.person);
      assert.deepEqual(
        timeline.checkOuts.map(({ meeting }) => meeting),
        ['2026-03-26'],
      );
      assert.deepEqual(
        clock.updates.map(({ message }) => message.kind),
        ['check-out closed'],
      );
    });

    it('hides what fewer than k said, each question for itself', async () => {
      const { clock, manager, answer, state } = await prepare(opened());
      await clock.use.openCheckOut(manager, 1);
      for (const place of [0, 1, 2, 3, 4]) await answer(place, { energy: 5, ...(place < 4 ? { said: 'yes' } : {}) });
      await clock.runUntil(at('2026-03-27T15:01'));
      const closed = await state();
      assert.ok(closed.is === 'closed');
      assert.deepEqual(closed.results.said, { hidden: 'fewer than k' });
      assert.ok('value' in closed.results.energy);
    });

    it('keeps no answer after it has closed, and gives a person their own until then, and erases it at wish', async () => {
      const { clock, id, people, manager, member, answer } = await prepare(opened());
      await clock.use.openCheckOut(manager, 1);
      const mine = async () => (await clock.use.exportMyData(id, member.person)).checkOuts;
      await answer(1, { energy: 2, said: 'no' });
      assert.deepEqual(await mine(), [{ meeting: 1, energy: 2, said: 'no' }]);
      await clock.use.eraseAnswers(member);
      assert.deepEqual(await mine(), []);
      for (const place of people.keys()) await answer(place, { energy: 3 });
      await clock.runUntil(at('2026-03-27T15:01'));
      assert.deepEqual(await mine(), []);
    });

    it('is not asked while all messages are stopped, and is closed all the same', async () => {
      const { clock, manager, state, cards } = await prepare(opened());
      await clock.use.sending.stop(manager);
      await clock.use.openCheckOut(manager, 1);
      await clock.runUntil(at('2026-03-27T15:01'));
      assert.equal((await state()).is, 'closed');
      await clock.use.sending.start(manager);
      await clock.runUntil(at('2026-03-27T15:10'));
      assert.deepEqual(cards(), []);
    });
  });
});
