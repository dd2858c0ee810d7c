import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import type { OpenStore } from '../../bot/adapters/store/open.ts';
import type { Caller } from '../../bot/usecases/gate.ts';
import type { AgendaChange } from '../../bot/usecases/meetings/agenda/change-agenda.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { clockwork, sampleOf } from './clockwork.ts';

const at = (text: string): Date => DateTime.fromISO(text, { zone: 'Europe/Oslo' }).toJSDate();
const own = (text: string): AgendaChange => ({ is: 'own', text });
const wish = { text: 'A sample', kind: 'quick win', due: '2026-04-20' } as const;

/** On the day of the first meeting: an integration manager, who leads it, and a member of the other organisation. */
const prepare = async (opened: OpenStore) => {
  const clock = clockwork(opened, at('2026-04-01T09:00'));
  const sample = await sampleOf(clock, [3, 3], { nextMeeting: '2026-04-07' });
  clock.moveTo(at('2026-04-07T09:00'));
  const [manager, , , other] = sample.leaders.map((leader) => ({ ...leader, collaboration: sample.id }));
  assert.ok(manager && other);
  const members = await clock.store.within(sample.id, (unit) => unit.members.all());
  const memberOf = ({ person }: Caller): number => members.find((one) => one.objectId === person.objectId)?.id ?? 0;
  const read = (who = manager, meeting = 1) => clock.use.readAgenda(who, meeting);
  const seen = async () => (await read()).agenda.version;
  /** As who has just looked at it, where nothing else is said. */
  const change = async (wished: AgendaChange, version?: number, who = manager) => {
    await clock.use.changeAgenda(who, 1, wished, version ?? (await seen()));
    return (await read()).agenda;
  };
  const attend = (meeting: number, callers: readonly Caller[]) =>
    clock.store.within(sample.id, (unit) =>
      unit.meetings.setAttendance(
        meeting,
        callers.map((caller) => ({ member: memberOf(caller), organisation: caller === other ? 2 : 1 })),
        clock.now(),
      ),
    );
  return { clock, sample, manager, other, memberOf, read, change, attend };
};

describe('a meeting, step by step', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('is read by everybody in the channel, and led by chairs and integration managers', async () => {
      const { clock, sample, other, memberOf, read, change } = await prepare(opened());
      const view = await read(other);
      assert.deepEqual([view.mayLead, view.agenda.version, view.agenda.step], [false, 0, 'recap']);
      await assert.rejects(change({ is: 'start' }, 0, other), /only chairs/);
      await assert.rejects(clock.use.endMeeting(other, 1), /only chairs/);
      await assert.rejects(clock.use.planMeeting(other, { date: '2026-05-05', starts: '09:00' }), /only chairs/);
      await assert.rejects(read(other, 9), /no such meeting/);
      await clock.store.within(sample.id, (unit) => unit.members.setChair(memberOf(other), true));
      assert.equal((await read(other)).mayLead, true);
      assert.ok((await change({ is: 'start' }, 0, other)).started);
    });

    it('starts once, goes on where it was left, and two who go on at once are one step further', async () => {
      const { clock, manager, read, change } = await prepare(opened());
      const started = await change({ is: 'start' });
      clock.moveTo(at('2026-04-07T09:30'));
      assert.deepEqual(await change({ is: 'start' }), started, 'it began when it began');
      const next = { is: 'step', step: 'actions' } as const;
      await Promise.all([1, 2, 3].map(() => clock.use.changeAgenda(manager, 1, next, 1)));
      const { agenda } = await read();
      assert.deepEqual([agenda.step, agenda.version, agenda.started], ['actions', 2, at('2026-04-07T09:00')]);
      assert.equal((await change({ is: 'step', step: 'agreed' }, 2)).step, 'agreed');
      assert.equal((await change({ is: 'step', step: 'recap' }, 2)).step, 'agreed', 'who has not seen it takes nobody back');
      assert.equal((await change({ is: 'step', step: 'recap' })).step, 'recap');
    });

    it('has at most three focus areas; the same again changes nothing, and nothing is overwritten unseen', async () => {
      const { change, read } = await prepare(opened());
      await change(own('  Night   shifts '));
      assert.equal((await change(own('night shifts'), 0)).areas.length, 1, 'pressed twice');
      await assert.rejects(change(own('Another'), 0), /changed meanwhile/);
      await change(own('Weekends'));
      await change(own('Medicines'));
      await assert.rejects(change(own('A fourth')), /too many focus areas/);
      await assert.rejects(change(own('')), /set-up incomplete/);
      await assert.rejects(change(own('Ask 943 476 5919')), /looks like patient data/);
      await assert.rejects(change({ is: 'choose', key: 'item:R1' }), /changed meanwhile/);
      await change({ is: 'leave out', area: 2 });
      assert.equal((await change({ is: 'leave out', area: 2 }, 0)).version, 4, 'it is gone already');
      const sorting = { known: true, able: true, same: false };
      await change({ is: 'sort', area: 1, sorting });
      await assert.rejects(change({ is: 'sort', area: 2, sorting }), /changed meanwhile/);
      assert.deepEqual(
        (await read()).agenda.areas.map(({ id, topic, sorting: sorted }) => [id, topic, sorted]),
        [
          [1, { is: 'own', text: 'Night shifts' }, sorting],
          [3, { is: 'own', text: 'Medicines' }, undefined],
        ],
      );
    });

    it('offers what three actions are stuck on, also before anything is measured', async () => {
      const { clock, manager, memberOf, read, change } = await prepare(opened());
      const stuck = async () => {
        const owners = [memberOf(manager)];
        const { action } = await clock.use.agreeAction(manager, randomUUID(), { ...wish, owners, source: { from: 'by hand' } });
        await clock.use.changeAction(manager, action.id, { is: 'stuck', because: 'rule or law', words: 'A form' });
        return action.id;
      };
      const ids = [await stuck(), await stuck()];
      assert.deepEqual((await read()).offered.areas, []);
      ids.push(await stuck());
      const view = await read();
      assert.deepEqual(view.offered.areas, [{ kind: 'stuck because', reason: 'rule or law', count: 3 }]);
      assert.deepEqual(view.review.stuck.map(({ id }) => id).sort(), [...ids].sort());
      assert.deepEqual(view.said.get(ids[0] ?? 0)?.is.stuck, { because: 'rule or law', words: 'A form' });
      assert.deepEqual((await change({ is: 'choose', key: 'stuck because:rule or law' })).areas, [
        { id: 1, topic: { is: 'stuck because', reason: 'rule or law' } },
      ]);
    });

    it('mixes those who are here, or so many of each organisation, anew with each press', async () => {
      const { sample, manager, other, memberOf, change, attend } = await prepare(opened());
      await change(own('Night shifts'));
      const counts = [
        { organisation: 1, count: 3 },
        { organisation: 2, count: 3 },
        { organisation: 9, count: 5 },
      ];
      const make = { is: 'groups', area: 1, size: 3, counts } as const;
      await assert.rejects(change({ ...make, counts: [] }), /set-up incomplete/);
      const counted = (await change(make)).areas[0]?.groups ?? [];
      assert.deepEqual(
        counted.map((group) => group.length),
        [3, 3],
      );
      assert.ok(counted.flat().every(({ organisation, member }) => organisation < 3 && member === undefined));
      const second = sample.leaders.at(1);
      assert.ok(second);
      await attend(1, [manager, second, other]);
      const named = (await change(make)).areas[0]?.groups ?? [];
      assert.deepEqual(
        named
          .flat()
          .map(({ member }) => member)
          .sort(),
        [manager, second, other].map(memberOf).sort(),
      );
    });

    it('remembers what was agreed in it, once for a request, with the focus area; the board and the review know it apart', async () => {
      const { clock, other, memberOf, read } = await prepare(opened());
      const request = randomUUID();
      const agree = (area = 'Night shifts') =>
        clock.use.agreeInMeeting(other, 1, request, { ...wish, owners: [memberOf(other)], area });
      const [one, again] = [await agree(), await agree()];
      assert.deepEqual([again.action.id, again.isNew], [one.action.id, false]);
      assert.deepEqual(one.action.source, { from: 'meeting', date: '2026-04-07', number: 1, area: 'Night shifts' });
      const { agreed, review } = await read();
      assert.deepEqual([agreed.map(({ action }) => action.id), review.later, review.due], [[one.action.id], 0, []]);
      await assert.rejects(
        clock.use.agreeInMeeting(other, 1, randomUUID(), { ...wish, owners: [memberOf(other)], area: '943 476 5919' }),
        /looks like patient data/,
      );
      await assert.rejects(clock.use.agreeInMeeting(other, 9, randomUUID(), { ...wish, owners: [] }), /no such meeting/);
    });

    it('writes down what was decided, once for a request, and never over what somebody else wrote unseen', async () => {
      const { clock, manager, other, read } = await prepare(opened());
      const { decide } = clock.use;
      const request = randomUUID();
      await Promise.all([1, 2].map(() => decide.add(manager, 1, request, ' We call before  noon. ')));
      const [decision] = (await read()).decisions;
      assert.ok(decision);
      assert.equal(decision.text, 'We call before noon.');
      await assert.rejects(decide.add(other, 1, randomUUID(), 'x'), /only chairs/);
      await assert.rejects(decide.add(manager, 1, randomUUID(), ' '), /decision empty/);
      await assert.rejects(decide.add(manager, 1, randomUUID(), '943 476 5919'), /looks like patient data/);
      const word = (text: string, was: string) => decide.change(manager, 1, decision.id, was, text);
      await word('We call before ten.', decision.text);
      await word('We call before ten.', decision.text);
      await assert.rejects(word('We call at once.', decision.text), /changed meanwhile/);
      for (let press = 0; press < 2; press += 1) await decide.drop(manager, 1, decision.id, 'We call before ten.');
      assert.deepEqual((await read()).decisions, []);
    });

    it('ends once, on its day, and nobody is in a group any more; then nothing of its steps changes', async () => {
      const { clock, manager, other, memberOf, read, change } = await prepare(opened());
      await change(own('Night shifts'));
      await change({ is: 'groups', area: 1, size: 3, counts: [{ organisation: 1, count: 3 }] });
      clock.moveTo(at('2026-04-06T12:00'));
      await assert.rejects(clock.use.endMeeting(manager, 1), /meeting not yet/);
      clock.moveTo(at('2026-04-07T12:00'));
      await Promise.all([1, 2, 3].map(() => clock.use.endMeeting(manager, 1)));
      const { meeting, agenda } = await read();
      assert.deepEqual([meeting.state, meeting.ended, agenda.step], ['held', at('2026-04-07T12:00'), 'next date']);
      assert.deepEqual(agenda.areas, [{ id: 1, topic: { is: 'own', text: 'Night shifts' } }]);
      assert.equal(clock.notes.filter(({ what }) => what === 'meeting held').length, 1);
      await assert.rejects(change({ is: 'step', step: 'recap' }), /meeting over/);
      const late = await clock.use.agreeInMeeting(other, 1, randomUUID(), { ...wish, owners: [memberOf(other)] });
      assert.ok(late.isNew, 'what somebody was typing when it ended is not lost');
    });

    it('ends by the same rules where somebody sets another next meeting after people were there', async () => {
      const { clock, manager, read, change, attend } = await prepare(opened());
      await change(own('Night shifts'));
      await change({ is: 'groups', area: 1, size: 3, counts: [{ organisation: 1, count: 3 }] });
      await attend(1, [manager]);
      clock.moveTo(at('2026-04-08T12:00'));
      const inChannel = { ...manager, channel: clock.channel };
      const { version, language, zone } = await clock.use.readSetUp(inChannel);
      await clock.use.changeSetUp.practical(inChannel, version, { language, zone, nextMeeting: '2026-05-05' });
      const { meeting, agenda } = await read();
      assert.deepEqual([meeting.state, agenda.step], ['held', 'next date']);
      assert.deepEqual(agenda.areas, [{ id: 1, topic: { is: 'own', text: 'Night shifts' } }]);
      assert.deepEqual(
        clock.notes.filter(({ what }) => what === 'meeting held').map(({ by }) => by),
        [manager.person.objectId],
      );
    });

    it('plans the next, once, and the next looks back on this one: what was decided, what is done, who is new', async () => {
      const { clock, manager, other, memberOf, read, attend } = await prepare(opened());
      const plan = (date: string) => clock.use.planMeeting(manager, { date, starts: '10:00' });
      await assert.rejects(plan('2026-04-07'), /meeting date not ahead/);
      await assert.rejects(plan('2030-01-01'), /meeting date too far/);
      await Promise.all([plan('2026-05-05'), plan('2026-05-05')]);
      await assert.rejects(clock.use.planMeeting(manager, { date: '2026-05-05', starts: '11:00' }), /meeting day taken/);
      assert.deepEqual((await read()).next?.number, 2);
      await clock.use.decide.add(manager, 1, randomUUID(), 'We call before noon.');
      const { action } = await clock.use.agreeInMeeting(other, 1, randomUUID(), { ...wish, owners: [memberOf(other)] });
      await attend(1, [manager]);
      clock.moveTo(at('2026-04-07T12:00'));
      await clock.use.endMeeting(manager, 1);
      clock.moveTo(at('2026-04-19T12:00'));
      await clock.use.changeAction(other, action.id, { is: 'done' });
      clock.moveTo(at('2026-05-05T09:00'));
      await attend(2, [manager, other]);
      const { last, review, here } = await read(manager, 2);
      assert.deepEqual(
        last?.decisions.map(({ text }) => text),
        ['We call before noon.'],
      );
      assert.deepEqual([review.done.map(({ id }) => id), review.cycle.completion, review.cycle.onTime], [[action.id], 1, 1]);
      assert.deepEqual(here.fresh, [{ member: memberOf(other), organisation: 2 }]);
    });
  });
});
