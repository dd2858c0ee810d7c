import assert from 'node:assert/strict';
import type { Refusal } from '../../bot/errors.ts';
import { Refused } from '../../bot/errors.ts';
import { wishFor } from '../builders.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { answerAll, clockwork, join, leaveSurveyOut, sampleOf } from './clockwork.ts';

const refused = (reason: Refusal) => (fault: unknown) => fault instanceof Refused && fault.reason === reason;
/** Nobody's. */
const nhsNumber = '999 000 0018';

describe('set-up, changed after the start', () => {
  onEveryEngine(wholeStore, (opened) => {
    const begin = async (counts: readonly number[] = [3, 3, 3]) => {
      const clock = clockwork(opened(), new Date('2026-11-23T09:00:00Z'));
      const sample = await sampleOf(clock, counts, { nextMeeting: '2026-12-14' });
      const inTab = { collaboration: sample.id, language: 'en', channel: clock.channel } as const;
      const manager = { ...inTab, person: sample.founder.person };
      const other = sample.leaders.find(({ name }) => name === 'Sample 2 leader 1') ?? assert.fail();
      const { changeSetUp: change, readSetUp: read } = clock.use;
      clock.notes.length = 0;
      return { clock, sample, manager, member: { ...inTab, person: other.person }, change, read };
    };
    const names = ({ organisations }: { organisations: readonly { id: string; name: string; left: boolean }[] }) =>
      organisations.map(({ id, name, left }) => `${id} ${name}${left ? ' (left)' : ''}`);

    it('keeps up to six outcomes of one sentence each, in their order, and the log has what was before', async () => {
      const { clock, manager, change } = await begin();
      const first = await change.purpose(manager, 1, {
        purpose: ' A better  sample ',
        outcomes: [{ text: 'Fewer wait' }, { text: 'Nobody repeats\ntheir story' }],
      });
      assert.equal(first.purpose, 'A better sample');
      const [fewer, nobody] = first.outcomes;
      assert.deepEqual([fewer?.text, nobody?.text], ['Fewer wait', 'Nobody repeats their story']);
      const second = await change.purpose(manager, first.version, {
        purpose: first.purpose,
        outcomes: [{ id: nobody?.id, text: 'Nobody repeats it' }, { text: 'A third' }],
      });
      assert.deepEqual(
        [second.outcomes[0]?.id, second.outcomes.map(({ text }) => text)],
        [nobody?.id, ['Nobody repeats it', 'A third']],
      );
      assert.deepEqual(clock.notes.at(-1), {
        what: 'purpose changed',
        by: manager.person.objectId,
        facts: {
          was: { purpose: 'A better sample', outcomes: ['Fewer wait', 'Nobody repeats their story'] },
          is: { purpose: 'A better sample', outcomes: ['Nobody repeats it', 'A third'] },
        },
      });
      const { outcomes } = await clock.use.readOverview(manager.collaboration, manager.person);
      assert.deepEqual(outcomes, ['Nobody repeats it', 'A third']);
    });

    it('refuses what is empty, too long, too many, or looks like a patient, and then nothing is stored', async () => {
      const { clock, manager, change, read } = await begin();
      const before = await read(manager);
      const six = Array.from({ length: 6 }, (_, place) => ({ text: `Outcome ${place}` }));
      const wrong: [string, { text: string }[], Refusal][] = [
        ['   ', [], 'set-up incomplete'],
        ['x'.repeat(301), [], 'set-up incomplete'],
        ['Fine', [{ text: ' ' }], 'set-up incomplete'],
        ['Fine', [{ text: 'x'.repeat(201) }], 'set-up incomplete'],
        ['Fine', [...six, { text: 'One more' }], 'set-up incomplete'],
        [`About ${nhsNumber}`, [], 'looks like patient data'],
        ['Fine', [{ text: `About ${nhsNumber}` }], 'looks like patient data'],
      ];
      for (const [purpose, outcomes, reason] of wrong)
        await assert.rejects(change.purpose(manager, 1, { purpose, outcomes }), refused(reason), purpose);
      await assert.rejects(
        change.purpose(manager, 1, { purpose: 'Fine', outcomes: [{ id: 999_999, text: 'x' }] }),
        refused('not understood'),
      );
      for (const [name, reason] of [
        ['', 'set-up incomplete'],
        ['x'.repeat(81), 'set-up incomplete'],
        [nhsNumber, 'looks like patient data'],
        ['sample 2', 'same organisation twice'],
      ] as const)
        await assert.rejects(change.organisations(manager, 1, { is: 'rename', organisation: 1, name }), refused(reason), name);
      await assert.rejects(change.organisations(manager, 1, { is: 'leave', organisation: 99 }), refused('unknown organisation'));
      assert.deepEqual(await read(manager), before);
      assert.deepEqual(clock.notes, []);
      const longest = await change.purpose(manager, 1, {
        purpose: 'x'.repeat(300),
        outcomes: six.map(() => ({ text: 'y'.repeat(200) })),
      });
      assert.equal(longest.outcomes.length, 6);
    });

    it('refuses a change by somebody who saw an older version, and takes the same change again as done', async () => {
      const { clock, manager, change, read } = await begin();
      const wish = { purpose: 'Changed first', outcomes: [] };
      const [one, other] = await Promise.allSettled([
        change.purpose(manager, 1, wish),
        change.purpose(manager, 1, { purpose: 'Changed at the same time', outcomes: [] }),
      ]);
      assert.deepEqual([one.status, other.status].sort(), ['fulfilled', 'rejected']);
      await assert.rejects(
        change.practical(manager, 1, { language: 'nb', zone: 'Europe/Oslo', nextMeeting: '2026-12-14' }),
        refused('changed meanwhile'),
      );
      const now = await read(manager);
      assert.equal(now.version, 2);
      const notes = clock.notes.length;
      await change.purpose(manager, 1, { purpose: now.purpose, outcomes: [] });
      const added = await change.organisations(manager, 2, { is: 'add', name: 'Sample 4' });
      await change.organisations(manager, 2, { is: 'add', name: 'Sample 4' });
      await assert.rejects(
        change.organisations(manager, added.version, { is: 'add', name: 'Sample 4' }),
        refused('same organisation twice'),
      );
      assert.deepEqual([(await read(manager)).version, clock.notes.length], [3, notes + 1]);
    });

    it('is changed by integration managers and seen by every member, who see no list of people and no small number', async () => {
      const { clock, sample, manager, member, change, read } = await begin([6, 3]);
      await join(clock, sample.id, clock.somebody('Sample 1 employee 1'), 1, 'employee');
      const wishes = [
        () => change.purpose(member, 1, { purpose: 'Not mine', outcomes: [] }),
        () => change.organisations(member, 1, { is: 'add', name: 'Not mine' }),
        () => change.practical(member, 1, { language: 'nb', zone: 'Europe/Oslo', nextMeeting: '2026-12-14' }),
        () => clock.use.readRoster.people(member, 'all', 0),
      ];
      for (const wish of wishes) await assert.rejects(wish(), refused('only integration managers'));
      const seen = await read(member);
      assert.deepEqual(
        [seen.mayChange, seen.organisations.map(({ people }) => people)],
        [false, [{ people: 7 }, { fewerThan: 5 }]],
      );
      const planned = await read(manager);
      assert.deepEqual(
        [planned.mayChange, planned.organisations.map(({ people }) => people)],
        [
          true,
          [
            { leader: 6, employee: 1 },
            { leader: 3, employee: 0 },
          ],
        ],
      );
      assert.deepEqual(
        seen.channels.map(({ home, here, name }) => ({ home, here, name })),
        [{ home: true, here: true, name: null }],
      );
    });

    it('renames an organisation, whose results keep the name they were published with', async () => {
      const { clock, sample, manager, change } = await begin([3, 3]);
      await clock.use.launchRound(manager, wishFor('2026-12-11'));
      for (const leader of sample.leaders) await answerAll(clock, sample.id, leader);
      await clock.use.closeRoundByHand(manager, 1);
      const { organisations } = await change.organisations(manager, 1, { is: 'rename', organisation: 2, name: 'Renamed' });
      assert.deepEqual(
        organisations.map(({ name }) => name),
        ['Sample 1', 'Renamed'],
      );
      assert.deepEqual(clock.notes.at(-1)?.facts, { organisation: 2, was: 'Sample 2', is: 'Renamed' });
      const { latest } = await clock.use.readOverview(sample.id, manager.person);
      assert.deepEqual(
        latest?.organisations.map(({ name }) => name),
        ['Sample 1', 'Sample 2'],
      );
    });

    it('leaves an organisation that left out of new rounds, keeps its answers and its number, and ends its people’s places', async () => {
      const { clock, sample, manager, member, change, read } = await begin();
      await clock.use.launchRound(manager, wishFor('2026-12-11'));
      for (const leader of sample.leaders) await answerAll(clock, sample.id, leader);
      for (const wish of [
        { is: 'leave', organisation: 2 },
        { is: 'add', name: 'Sample 4' },
      ] as const)
        await assert.rejects(change.organisations(manager, 1, wish), refused('not while a round is open'));
      await clock.use.closeRoundByHand(manager, 1);
      await change.organisations(manager, 1, { is: 'leave', organisation: 2 });
      assert.deepEqual(names(await read(manager)), ['1 Sample 1', '2 Sample 2 (left)', '3 Sample 3']);
      assert.deepEqual((await read(manager)).organisations[1]?.people, { leader: 0, employee: 0 });
      const inTwo = { organisation: 2, role: 'leader' } as const;
      await assert.rejects(
        clock.use.chooseOrganisation({ ...sample.founder, collaboration: sample.id }, inTwo),
        refused('unknown organisation'),
      );

      await clock.use.launchRound(manager, wishFor('2026-12-11'));
      const asked = await clock.use.survey.open({ ...sample.founder, ...member }, 2);
      assert.equal(asked.is, 'question of place');
      const page = await clock.use.survey.open({ ...sample.founder, collaboration: sample.id }, 2);
      assert.ok(page.is === 'page');
      assert.deepEqual([page.partner.id, page.pages], [3, 1]);
      const { open, latest } = await clock.use.readOverview(sample.id, manager.person);
      assert.deepEqual(Object.keys(open?.response ?? {}), ['1', '3']);
      assert.deepEqual(
        latest?.organisations.map(({ id }) => id),
        ['1', '2', '3'],
      );
      for (const leader of sample.leaders.filter(({ name }) => !name.startsWith('Sample 2')))
        await answerAll(clock, sample.id, leader, 2);
      await clock.use.closeRoundByHand(manager, 2);
      const after = await clock.use.readOverview(sample.id, manager.person);
      assert.deepEqual(
        after.latest?.organisations.map(({ id }) => id),
        ['1', '3'],
      );
      assert.ok(after.latest.results.mode === 'matrix');
      assert.deepEqual(Object.keys(after.latest.results.cells).sort(), ['1>3', '3>1']);
    });

    it('keeps the open actions of an organisation that leaves without its people, and nudges integration managers about them', async () => {
      const { clock, sample, manager, member, change } = await begin();
      await leaveSurveyOut(clock, sample);
      clock.notes.length = 0;
      const people = await clock.store.within(sample.id, (unit) => unit.members.all());
      const own = people.find(({ objectId }) => objectId === member.person.objectId) ?? assert.fail();
      const wish = { text: 'A sample', kind: 'quick win', due: '2026-12-04', source: { from: 'by hand' } } as const;
      const { action } = await clock.use.agreeAction({ ...sample.founder, ...member }, 'once', { ...wish, owners: [own.id] });
      await change.organisations(manager, 1, { is: 'leave', organisation: 2 });
      await change.organisations(manager, 1, { is: 'leave', organisation: 2 });
      const { action: after, history } = await clock.use.readAction(manager, action.id);
      assert.deepEqual(after.owners, [{ organisation: 2 }]);
      assert.deepEqual(
        history.map(({ what }) => what),
        ['agreed', 'owner left'],
      );
      assert.deepEqual(
        clock.notes.map(({ what, facts }) => ({ what, facts })),
        [{ what: 'organisation left', facts: { organisation: 2 } }],
      );
      await clock.runUntil(new Date('2026-12-04T16:00:00Z'));
      const nudged = clock.posts.flatMap(({ address, message }) =>
        message.kind === 'nudge' && address.to === 'person' ? [address.teamsUserId] : [],
      );
      assert.deepEqual([...new Set(nudged)], [sample.founder.teamsUserId]);
    });

    it('keeps two organisations at least, and one that comes back takes part again from the next round on', async () => {
      const { clock, sample, manager, change } = await begin();
      const left = await change.organisations(manager, 1, { is: 'leave', organisation: 3 });
      await assert.rejects(
        change.organisations(manager, left.version, { is: 'leave', organisation: 2 }),
        refused('fewer than two organisations'),
      );
      await clock.use.launchRound(manager, wishFor('2026-12-11'));
      await clock.use.closeRoundByHand(manager, 1);
      const back = await change.organisations(manager, left.version, { is: 'return', organisation: 3 });
      assert.deepEqual(names(back), ['1 Sample 1', '2 Sample 2', '3 Sample 3']);
      const asked = async () => {
        const view = await clock.use.survey.view({ ...sample.founder, collaboration: sample.id }, 1);
        return view.is === 'overview' ? view.pages : undefined;
      };
      await clock.runUntil(clock.now());
      await clock.use.reopenRound({ ...sample.founder, collaboration: sample.id }, 1, '2026-12-11');
      assert.equal(await asked(), 1, 'the round that was opened again asks about whom it asked before');
      await clock.use.closeRoundByHand(manager, 1);
      await clock.use.launchRound(manager, wishFor('2026-12-11'));
      const next = await clock.use.survey.open({ ...sample.founder, collaboration: sample.id }, 2);
      assert.ok(next.is === 'page');
      assert.equal(next.pages, 2);
    });

    it('brings an organisation in from the next round on, also where a round from before is opened again', async () => {
      const { clock, sample, manager, change } = await begin([3, 3]);
      const before = await change.organisations(manager, 1, { is: 'add', name: ' Sample  3 ' });
      assert.deepEqual(names(before), ['1 Sample 1', '2 Sample 2', '3 Sample 3']);
      const pooled = await clock.use.launchRound(manager, wishFor('2026-12-11', { k: 5 }));
      assert.equal(pooled.mode, 'pooled');
      await clock.use.closeRoundByHand(manager, 1);
      await change.organisations(manager, before.version, { is: 'add', name: 'Sample 4' });
      await clock.runUntil(clock.now());
      await clock.use.reopenRound({ ...sample.founder, collaboration: sample.id }, 1, '2026-12-11');
      await join(clock, sample.id, clock.somebody('Sample 4 leader 1'), 4, 'leader');
      const { open } = await clock.use.readOverview(sample.id, manager.person);
      assert.deepEqual(Object.keys(open?.response ?? {}), ['1', '2', '3']);
      const counts = await clock.store.within(sample.id, (unit) => unit.participation.counts(1));
      assert.equal(counts.invited['4'], undefined);
    });

    it('takes a meeting that lies ahead, a known zone, and no other zone while a round is open', async () => {
      const { clock, manager, change } = await begin();
      const is = { language: 'nb', zone: 'Europe/London', nextMeeting: '2026-12-15' } as const;
      await assert.rejects(change.practical(manager, 1, { ...is, nextMeeting: '2026-11-23' }), refused('meeting date not ahead'));
      await assert.rejects(change.practical(manager, 1, { ...is, zone: 'Mars/Olympus' }), refused('set-up incomplete'));
      const changed = await change.practical(manager, 1, is);
      assert.deepEqual([changed.language, changed.zone, changed.nextMeeting], ['nb', 'Europe/London', '2026-12-15']);
      assert.deepEqual(clock.notes.at(-1)?.facts, {
        was: { language: 'en', zone: 'Europe/Oslo', nextMeeting: '2026-12-14' },
        is,
      });
      await clock.use.launchRound(manager, wishFor('2026-12-11'));
      await assert.rejects(change.practical(manager, 2, { ...is, zone: 'Europe/Oslo' }), refused('not while a round is open'));
      clock.moveTo(new Date('2027-01-04T09:00:00Z'));
      const later = await change.practical(manager, 2, { ...is, language: 'en' });
      assert.equal(later.nextMeeting, '2026-12-15', 'a meeting that has been stays until the next one is known');
    });

    it('launches the plan that was shown, and none that has changed since', async () => {
      const { clock, sample, manager } = await begin([3, 3]);
      const wish = wishFor('2026-12-11');
      const shown = {
        mode: 'matrix',
        invited: { '1': 3, '2': 3 },
        reminders: ['2026-12-04', '2026-12-09', '2026-12-11'],
      } as const;
      await join(clock, sample.id, clock.somebody('Sample 2 leader 4'), 2, 'leader');
      await assert.rejects(clock.use.launchRound(manager, wish, shown), refused('changed meanwhile'));
      await assert.rejects(
        clock.use.launchRound(manager, wish, { ...shown, invited: { '1': 3, '2': 4 }, reminders: [] }),
        refused('changed meanwhile'),
      );
      await clock.use.launchRound(manager, wish, { ...shown, invited: { '1': 3, '2': 4 } });
    });

    it('corrects somebody as they were seen, and refuses where somebody else was faster', async () => {
      const { clock, manager } = await begin();
      const { people } = await clock.use.readRoster.people(manager, 'all', 0);
      assert.equal(people.length, 9);
      const { id } = people.find(({ name }) => name === 'Sample 2 leader 1') ?? assert.fail();
      const { correctRoster: correct } = clock.use;
      const seen = { organisation: 2, role: 'leader', integrationManager: false, chair: false } as const;
      const moved = { organisation: 1, role: 'leader' } as const;
      await correct.place(manager, id, moved, seen);
      await correct.place(manager, id, moved, seen);
      for (const again of [
        () => correct.place(manager, id, { organisation: 3, role: 'leader' }, seen),
        () => correct.remove(manager, id, seen),
        () => correct.setIntegrationManager(manager, id, true, seen),
      ])
        await assert.rejects(again(), refused('changed meanwhile'));
      await correct.setIntegrationManager(manager, id, true, { ...seen, organisation: 1 });
      assert.deepEqual(
        clock.notes.map(({ what }) => what),
        ['roster corrected', 'integration manager made'],
      );
    });
  });
});
