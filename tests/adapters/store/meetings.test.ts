import assert from 'node:assert/strict';
import type { CollaborationId } from '../../../bot/domain/collaboration.ts';
import { sealNewKey } from '../../../bot/adapters/pseudonyms.ts';
import { collaborationsIn } from '../../../bot/adapters/store/collaborations.ts';
import { openDatabase } from '../../../bot/adapters/store/database.ts';
import type { Place } from '../../../bot/adapters/store/database.ts';
import { transactionsOf } from '../../../bot/adapters/store/transaction.ts';
import { unitIn } from '../../../bot/adapters/store/unit.ts';
import type { Unit } from '../../../bot/ports/unit.ts';
import { usualSurveyWith } from '../../../bot/usecases/meetings/proposed-survey.ts';
import { masterKey, onEveryEngine } from '../../store-engines.ts';
import { hours, noon, somebody, wish } from './samples.ts';

const open = async (place: Place) => {
  const database = await openDatabase(place);
  const transactions = transactionsOf(database.db);
  const { createCollaboration } = collaborationsIn(transactions, (id) => sealNewKey(masterKey, id));
  return {
    ...database,
    /** A new collaboration, and how to work in it. */
    create: async () => {
      const id = (await createCollaboration(wish(), somebody('Sample manager', 1, 'leader'))) as CollaborationId;
      return <T>(work: (unit: Unit) => Promise<T>): Promise<T> =>
        transactions.within(id, (trx) => work(unitIn(trx, id, { enqueue: () => Promise.resolve(), masterKey })));
    },
  };
};

const on = (date: string, starts = '09:00') => ({ date, starts, byRhythm: false });

describe('meetings are kept', () => {
  onEveryEngine(open, (opened) => {
    it('with the one that was named at set-up as the first, which is the next', async () => {
      const within = await opened().create();
      const [all, { nextMeeting }] = await within(async (unit) => [await unit.meetings.all(), await unit.collaboration()]);
      assert.deepEqual(all, [{ number: 1, date: '2025-03-30', starts: '09:00', state: 'planned', byRhythm: false, version: 1 }]);
      assert.equal(nextMeeting, '2025-03-30');
    });

    it('and the next is always the first that is still planned; where none is, the last there was', async () => {
      const within = await opened().create();
      const next = (): Promise<string> => within(async (unit) => (await unit.collaboration()).nextMeeting);
      await within((unit) => unit.meetings.plan(on('2025-03-20')));
      assert.equal(await next(), '2025-03-20');
      await within((unit) => unit.meetings.end(2, noon));
      assert.equal(await next(), '2025-03-30');
      await within((unit) => unit.meetings.callOff(1));
      assert.equal(await next(), '2025-03-30');
    });

    it('one a day, unless it is called off', async () => {
      const within = await opened().create();
      assert.equal(await within((unit) => unit.meetings.plan(on('2025-03-30', '13:00'))), 'day taken');
      await within((unit) => unit.meetings.plan(on('2025-04-30')));
      assert.equal(await within((unit) => unit.meetings.move(2, on('2025-03-30'))), 'day taken');
      await within((unit) => unit.meetings.callOff(1));
      const moved = await within((unit) => unit.meetings.move(2, on('2025-03-30', '10:30')));
      assert.deepEqual(moved, {
        ...{ number: 2, date: '2025-03-30', starts: '10:30', state: 'planned', byRhythm: false, version: 2 },
      });
    });

    it('ended or called off once', async () => {
      const within = await opened().create();
      assert.equal(await within((unit) => unit.meetings.end(1, noon)), true);
      assert.equal(await within((unit) => unit.meetings.end(1, hours(1))), false);
      assert.equal(await within((unit) => unit.meetings.callOff(1)), false);
      assert.deepEqual((await within((unit) => unit.meetings.find(1)))?.ended, noon);
    });

    it('with their rhythm, until there is none', async () => {
      const within = await opened().create();
      const rhythm = { rule: { each: 'month', every: 1, weekday: 2, nth: -1 }, from: '2025-04-01', starts: '12:30' } as const;
      assert.equal(await within((unit) => unit.meetings.rhythm()), undefined);
      await within((unit) => unit.meetings.setRhythm({ ...rhythm, starts: '08:00' }));
      await within((unit) => unit.meetings.setRhythm(rhythm));
      assert.deepEqual(await within((unit) => unit.meetings.rhythm()), rhythm);
      const survey = usualSurveyWith(4);
      await within((unit) => unit.meetings.setRhythm({ ...rhythm, survey }));
      assert.deepEqual(await within((unit) => unit.meetings.rhythm()), { ...rhythm, survey });
      const planned = await within((unit) => unit.meetings.plan({ date: '2025-04-29', starts: '09:00', byRhythm: true, survey }));
      assert.ok(planned !== 'day taken');
      assert.deepEqual([planned.survey, planned.version], [survey, 1]);
      await within((unit) => unit.meetings.setRhythm(undefined));
      assert.equal(await within((unit) => unit.meetings.rhythm()), undefined);
    });

    it('with who was there, as it was said last; nobody there is not the same as nobody asked', async () => {
      const within = await opened().create();
      const one = await within((unit) => unit.members.put(somebody('Sample one', 2, 'leader')));
      assert.equal(await within((unit) => unit.meetings.attendance(1)), undefined);
      await within((unit) => unit.meetings.setAttendance(1, [{ member: one.id, organisation: 2 }], noon));
      await within((unit) => unit.meetings.end(1, noon));
      assert.deepEqual(await within((unit) => unit.meetings.attendances(6)), [
        { meeting: 1, present: [{ member: one.id, organisation: 2 }] },
      ]);
      await within((unit) => unit.meetings.setAttendance(1, [], hours(1)));
      assert.deepEqual(await within((unit) => unit.meetings.attendance(1)), []);
    });

    it('with what was decided, in its order, each once however often it is asked for', async () => {
      const within = await opened().create();
      const decide = (text: string, request: string) => within((unit) => unit.meetings.decide(1, text, request, noon));
      const first = await decide('One point of contact', 'a');
      const second = await decide('Meet in May', 'b');
      assert.deepEqual(await decide('One point of contact', 'a'), first);
      await within((unit) => unit.meetings.changeDecision(1, { ...first, text: 'One telephone number' }));
      await within((unit) => unit.meetings.dropDecision(1, second.id));
      await within((unit) => unit.meetings.dropDecision(1, second.id));
      assert.deepEqual(await within((unit) => unit.meetings.decisions(1)), [{ ...first, text: 'One telephone number' }]);
      assert.equal(await within((unit) => unit.meetings.changeDecision(1, second)), undefined);
    });
  });
});
