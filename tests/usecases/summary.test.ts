import assert from 'node:assert/strict';
import { summary as contract } from '../../bot/contracts/summary-api.ts';
import type { Unit } from '../../bot/ports/unit.ts';
import { wishFor } from '../builders.ts';
import { actionOf, testOfChange } from '../domain/actions/builders.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { answerAll, clockwork, sampleOf } from './clockwork.ts';

describe('the summary', () => {
  onEveryEngine(wholeStore, (opened) => {
    const begin = async () => {
      const clock = clockwork(opened(), new Date('2026-11-23T09:00:00Z'));
      const sample = await sampleOf(clock, [3, 3], { nextMeeting: '2026-12-14' });
      const manager = { ...sample.founder, collaboration: sample.id };
      const within = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => clock.store.within(sample.id, work);
      const read = async () => contract.parse(await clock.use.readSummary(sample.id, manager.person));
      return { clock, use: clock.use, sample, manager, within, read };
    };
    const agree = (within: Awaited<ReturnType<typeof begin>>['within'], more: Parameters<typeof actionOf>[0], request: string) =>
      within(async ({ actions, members }) => {
        const [member] = await members.all();
        const by = member?.id ?? 0;
        const made = actionOf({ owners: [{ organisation: 1, member: by }], agreedBy: by, ...more });
        const action = Object.fromEntries(Object.entries(made).filter(([key]) => key !== 'id')) as Omit<typeof made, 'id'>;
        const event = { what: 'agreed', by, at: action.agreed, was: {}, is: { state: action.state } } as const;
        await actions.agree(action, request, event, undefined);
      });

    it('of a collaboration that has done nothing yet says so, and claims nothing', async () => {
      const { read, clock } = await begin();
      const { purpose, organisations, ...rest } = await read();
      assert.ok(purpose.length > 0 && organisations.length === 2);
      assert.deepEqual(rest, {
        ...{ zone: 'Europe/Oslo', today: '2026-11-23', outcomes: [], checkBack: null, index: [], focus: null },
        meetings: { held: 0, counted: 0, present: null },
        actions: { agreed: 0, done: 0, carriedOver: null },
        tests: { shown: [], more: 0 },
        businessAsUsual: { shown: [], more: 0 },
      });
      assert.ok(!clock.notes.some(({ what }) => what === 'results read'));
    });

    it('shows how far each outcome is by its number, also after its text was mended, and notes that it was read', async () => {
      const { clock, use, sample, manager, within, read } = await begin();
      const [first] = await within(async ({ setUp }) => {
        await setUp.setOutcomes([{ text: 'Nobody waits.' }]);
        return setUp.outcomes();
      });
      await use.launchRound(manager, wishFor('2026-12-11', { instrument: 'check-back' }));
      for (const leader of sample.leaders) await answerAll(clock, sample.id, leader);
      assert.equal((await read()).checkBack, null);
      await use.closeRoundByHand(manager, 1);
      await within(({ setUp }) =>
        setUp.setOutcomes([{ text: 'A new one.' }, { id: first?.id ?? 0, text: 'Nobody waits a day.' }]),
      );
      const { outcomes, checkBack } = await read();
      assert.deepEqual(outcomes, [
        { text: 'A new one.', reached: null },
        { text: 'Nobody waits a day.', reached: { n: 6, value: 3, orLower: false, word: 'active' } },
      ]);
      assert.deepEqual([checkBack?.round, checkBack?.k], [1, 3]);
      assert.deepEqual(clock.notes.filter(({ what }) => what === 'results read').at(-1)?.facts, { rounds: [1], page: 'summary' });
    });

    it('counts actions as their cycle does, and names the organisations of tests, never people', async () => {
      const { within, read } = await begin();
      const at = new Date('2026-10-01T09:00:00Z');
      const meeting = await within(({ meetings }) => meetings.plan({ date: '2026-11-10', starts: '09:00', byRhythm: false }));
      assert.ok(meeting !== 'day taken');
      await within(({ meetings }) => meetings.end(meeting.number, new Date('2026-11-10T10:00:00Z')));
      await agree(within, { due: '2026-11-01', agreed: at }, 'carried over');
      await agree(within, { due: '2026-11-01', agreed: at, state: 'done', closed: new Date('2026-11-09T09:00:00Z') }, 'done');
      await agree(within, { due: '2026-12-01', agreed: at }, 'not due yet');
      await agree(
        within,
        { due: '2026-11-01', agreed: at, state: 'dropped', closed: new Date('2026-11-02T09:00:00Z') },
        'dropped',
      );
      const test = { kind: 'test of change', test: testOfChange, due: '2026-12-01', agreed: at } as const;
      await agree(within, { ...test, text: 'A test' }, 'test');
      const closed = new Date('2026-11-12T09:00:00Z');
      await agree(within, { ...test, text: 'Kept', state: 'done', closed, verdict: 'keep', keptBy: 2 }, 'kept');
      const { actions, tests, businessAsUsual, meetings, organisations } = await read();
      assert.deepEqual(actions, { agreed: 5, done: 2, carriedOver: 1 });
      assert.deepEqual(tests, {
        shown: [{ text: 'A test', due: '2026-12-01', organisations: organisations.slice(0, 1) }],
        more: 0,
      });
      assert.deepEqual(businessAsUsual, { shown: [{ text: 'Kept', organisation: organisations[1] }], more: 0 });
      assert.deepEqual(meetings, { held: 1, counted: 0, present: null });
    });

    it('shows the index of every round that publishes one, and the focus areas of the latest', async () => {
      const { clock, use, sample, manager, read } = await begin();
      await use.launchRound(manager, wishFor('2026-12-11'));
      for (const leader of sample.leaders) await answerAll(clock, sample.id, leader);
      await use.closeRoundByHand(manager, 1);
      const { index, focus } = await read();
      assert.deepEqual(
        index.map(({ round, value, audience }) => [round, value, audience]),
        [[1, 3, ['leader']]],
      );
      assert.equal(focus?.round, 1);
    });

    it('and the plan as a picture are in the log before they leave, also where no round has closed', async () => {
      const { clock, use, sample, manager } = await begin();
      await use.noteExport(sample.id, manager.person, { kind: 'print', page: 'plan picture' });
      await use.noteExport(sample.id, manager.person, { kind: 'pptx', page: 'summary' });
      const exported = clock.notes.filter(({ what }) => what === 'results exported').map(({ facts }) => facts);
      assert.deepEqual(exported, [
        { kind: 'print', page: 'plan picture' },
        { kind: 'pptx', page: 'summary' },
      ]);
    });
  });
});
