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
        ...{ zone: 'Europe/Oslo', today: '2026-11-23', outcomes: [], checkBack: null, index: [], chosen: null, focus: null },
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

    describe('and its priorities', () => {
      const own = { is: 'own', text: 'Night shifts' } as const;
      const at = (date: string) => new Date(`${date}T09:00:00Z`);
      /** By the integration manager, as who has just looked at it. */
      const chooseIn = async ({ use, manager }: Awaited<ReturnType<typeof begin>>, meeting: number, key?: string) => {
        const { agenda } = await use.readAgenda(manager, meeting);
        await use.changeAgenda(manager, meeting, key === undefined ? own : { is: 'choose', key }, agenda.version);
      };

      it('are those of the latest meeting that chose any, with its date; what is being prepared is chosen by nobody yet', async () => {
        const begun = await begin();
        const { clock, use, manager, read } = begun;
        await chooseIn(begun, 1);
        await use.changeAgenda(manager, 1, { is: 'start' }, 1);
        assert.equal((await read()).chosen, null, 'a rehearsal');
        clock.moveTo(at('2026-12-14'));
        const first = { meeting: 1, date: '2026-12-14', topics: [own] };
        assert.deepEqual((await read()).chosen, first);
        await use.endMeeting(manager, 1);
        await use.planMeeting(manager, { date: '2027-01-12', starts: '09:00' });
        await use.planMeeting(manager, { date: '2027-02-09', starts: '09:00' });
        await chooseIn(begun, 3);
        clock.moveTo(at('2027-01-12'));
        await use.endMeeting(manager, 2);
        clock.moveTo(at('2027-02-09'));
        assert.deepEqual((await read()).chosen, first, 'the second chose none, the third has not begun');
        await use.changeAgenda(manager, 3, { is: 'start' }, 1);
        assert.equal((await read()).chosen?.date, '2027-02-09');
        const version = (await use.readMeetings(manager)).meetings.find(({ number }) => number === 3)?.version ?? 0;
        await use.changeMeeting.callOff(manager, 3, version);
        assert.deepEqual((await read()).chosen, first, 'one that was called off chose nothing');
      });

      it('say of a pair what a published result says of it, without its numbers, and only its names where none does', async () => {
        const begun = await begin();
        const { clock, use, sample, manager, within, read } = begun;
        await use.launchRound(manager, wishFor('2026-12-11'));
        for (const [place, leader] of sample.leaders.entries()) await answerAll(clock, sample.id, leader, 1, place < 3 ? 5 : 2);
        await use.closeRoundByHand(manager, 1);
        clock.moveTo(at('2026-12-14'));
        const { offered } = await use.readAgenda(manager, 1);
        assert.deepEqual(
          offered.areas.map(({ kind }) => kind),
          ['expectation gap', 'asymmetric pair', 'item'],
        );
        await chooseIn(begun, 1, 'asymmetric pair:1:2');
        await chooseIn(begun, 1, 'item:R1');
        await use.endMeeting(manager, 1);
        const [one = '', other = ''] = (await read()).organisations;
        const item = { is: 'item', item: 'R1' } as const;
        assert.deepEqual((await read()).chosen?.topics, [{ is: 'pair', kind: 'asymmetric pair', one, other }, item]);
        await within(async ({ agendas }) => {
          const agenda = (await agendas.of(1)) ?? assert.fail();
          const unpublished = { is: 'pair', kind: 'mutual attention', one: '1', other: '2' } as const;
          await agendas.put(1, { ...agenda, areas: [{ id: 1, topic: unpublished }] });
        });
        assert.deepEqual((await read()).chosen?.topics, [{ is: 'pair', kind: null, one, other }]);
      });
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
