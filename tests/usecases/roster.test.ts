import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import type { CollaborationId } from '../../bot/domain/collaboration.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { chairOrManager } from '../../bot/usecases/gate.ts';
import type { Caller } from '../../bot/usecases/gate.ts';
import { peopleOnAPage } from '../../bot/usecases/setup/read-roster.ts';
import { answerAll, clockwork, join, sampleOf } from './clockwork.ts';
import type { Clockwork, Sample } from './clockwork.ts';
import { wishFor } from '../builders.ts';

const at = (text: string): Date => DateTime.fromISO(text, { zone: 'Europe/Oslo' }).toJSDate();

const idOf = async (clock: Clockwork, id: CollaborationId, { person }: Caller): Promise<number> => {
  const member = await clock.store.within(id, (unit) => unit.members.of(person));
  assert.ok(member);
  return member.id;
};
const responseOf = async (clock: Clockwork, { id, founder }: Sample) =>
  (await clock.use.readOverview(id, founder.person)).open?.response;

describe('the roster, corrected by an integration manager', () => {
  onEveryEngine(wholeStore, (opened) => {
    const notes: { what: string; by: string | undefined; facts: unknown }[] = [];
    /** `notes` has what is added to the audit log from here on. */
    const begin = async (counts: readonly number[] = [3, 3]) => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const within = clock.store.within.bind(clock.store);
      const sample = await sampleOf(clock, counts, { nextMeeting: '2026-12-14' });
      notes.length = 0;
      clock.store.within = (id, work) =>
        within(id, (unit) =>
          work({
            ...unit,
            note: async (what, person, facts, when, every) => {
              notes.push({ what, by: person?.objectId, facts });
              await unit.note(what, person, facts, when, every);
            },
          }),
        );
      const manager = { ...sample.founder, collaboration: sample.id };
      const second = sample.leaders.find(({ name }) => name === 'Sample 2 leader 1');
      assert.ok(second);
      return { clock, sample, manager, other: second, otherId: await idOf(clock, sample.id, second) };
    };
    const launch = ({ clock, manager }: Awaited<ReturnType<typeof begin>>) =>
      clock.use.launchRound(manager, wishFor('2026-12-11'));

    it('is shown to integration managers and nobody else, as counts and by name', async () => {
      const { clock, sample, manager, other, otherId } = await begin([3, 2]);
      await join(clock, sample.id, clock.somebody('Sample 2 employee 1'), 2, 'employee');
      const { people, withoutPlace } = await clock.use.readRoster.overview(manager);
      assert.deepEqual([people, withoutPlace], [{ '1': { leader: 3, employee: 0 }, '2': { leader: 2, employee: 1 } }, 0]);
      const page = await clock.use.readRoster.people(manager, 2, 0);
      assert.deepEqual(
        page.people.map(({ name }) => name),
        ['Sample 2 employee 1', 'Sample 2 leader 1', 'Sample 2 leader 2'],
      );
      const stranger = { ...other, collaboration: sample.id };
      const refused = [
        clock.use.readRoster.overview(stranger),
        clock.use.readRoster.people(stranger, 1, 0),
        clock.use.readRoster.person(stranger, otherId),
        clock.use.correctRoster.place(stranger, otherId, { organisation: 1, role: 'leader' }),
        clock.use.correctRoster.remove(stranger, otherId),
        clock.use.correctRoster.setIntegrationManager(stranger, otherId, true),
        clock.use.correctRoster.setChair(stranger, otherId, true),
      ];
      for (const attempt of refused) await assert.rejects(attempt, /only integration managers/);
    });

    it('is shown in pages, nobody twice and nobody left out', async () => {
      const { clock, sample, manager } = await begin([1, 1]);
      const many = peopleOnAPage + 2;
      for (let number = 1; number <= many; number += 1) await join(clock, sample.id, clock.somebody(`Same name`), 2, 'employee');
      const pages = await Promise.all([0, 1, 99].map((page) => clock.use.readRoster.people(manager, 2, page)));
      assert.deepEqual(
        pages.map(({ page, pages: of, people }) => [page, of, people.length]),
        [
          [0, 2, peopleOnAPage],
          [1, 2, 3],
          [1, 2, 3],
        ],
      );
      assert.equal(new Set(pages.slice(0, 2).flatMap(({ people }) => people.map(({ id }) => id))).size, many + 1);
    });

    it('moves a person to another organisation or role, and the log says who changed whom from what to what', async () => {
      const { clock, manager, other, otherId } = await begin();
      await clock.use.correctRoster.place(manager, otherId, { organisation: 1, role: 'employee' });
      await clock.use.correctRoster.place(manager, otherId, { organisation: 1, role: 'employee' });
      assert.deepEqual(notes, [
        {
          what: 'roster corrected',
          by: manager.person.objectId,
          facts: {
            member: otherId,
            was: { organisation: 2, role: 'leader' },
            is: { organisation: 1, role: 'employee' },
          },
        },
      ]);
      const { member } = await clock.use.readPlace({ ...other, collaboration: manager.collaboration });
      assert.deepEqual([member?.organisation, member?.role], [1, 'employee']);
    });

    it('takes a person off, who is not invited to the next round and may say anew where they belong', async () => {
      const from = await begin([3, 4]);
      const { clock, sample, manager, other, otherId } = from;
      await clock.use.correctRoster.remove(manager, otherId);
      assert.deepEqual(notes[0]?.facts, {
        member: otherId,
        was: { organisation: 2, role: 'leader' },
        is: { organisation: null, role: null },
      });
      assert.equal((await clock.use.readRoster.overview(manager)).withoutPlace, 1);
      await launch(from);
      assert.deepEqual((await responseOf(clock, sample))?.['2'], { answered: 0, invited: 3 });
      const asked = await clock.use.survey.open({ ...other, collaboration: sample.id }, 1);
      assert.equal(asked.is, 'question of place');
      await join(clock, sample.id, other, 2, 'leader');
      assert.deepEqual((await responseOf(clock, sample))?.['2'], { answered: 0, invited: 4 });
    });

    it('leaves an open round as it is: who was invited keeps their place there, and goes on answering', async () => {
      const from = await begin([4, 3]);
      const { clock, sample, manager, other, otherId } = from;
      await launch(from);
      await clock.use.correctRoster.place(manager, otherId, { organisation: 1, role: 'leader' });
      await clock.use.correctRoster.remove(manager, otherId);
      await answerAll(clock, sample.id, other);
      assert.deepEqual(await responseOf(clock, sample), {
        '1': { answered: 0, invited: 4 },
        '2': { answered: 1, invited: 3 },
      });
    });

    it('writes no more to who was taken off, also about a round that is open', async () => {
      const from = await begin();
      const { clock, manager, other, otherId } = from;
      clock.moveTo(at('2026-11-23T17:30'));
      await launch(from);
      await clock.use.correctRoster.remove(manager, otherId);
      await clock.runUntil(at('2026-12-09T12:00'));
      const to = clock.posts.map(({ address }) => (address.to === 'person' ? address.teamsUserId : ''));
      assert.ok(!to.includes(other.teamsUserId));
      assert.equal(to.filter((id) => id === manager.teamsUserId).length, 3);
    });

    it('invites who is placed while a round is open, but into no organisation that had fewer than k', async () => {
      const from = await begin([3, 3, 3, 2]);
      const { clock, sample, manager } = from;
      const newcomers = [clock.somebody('Sample newcomer 1'), clock.somebody('Sample newcomer 2')] as const;
      for (const newcomer of newcomers) {
        await join(clock, sample.id, newcomer, 1, 'employee');
      }
      await launch(from);
      const [one, two] = newcomers;
      await clock.use.correctRoster.place(manager, await idOf(clock, sample.id, one), { organisation: 2, role: 'leader' });
      await clock.use.correctRoster.place(manager, await idOf(clock, sample.id, two), { organisation: 4, role: 'leader' });
      const { invited } = await clock.store.within(sample.id, (unit) => unit.participation.counts(1));
      assert.deepEqual([invited['2']?.leader, invited['4']?.leader], [4, 2]);
    });

    it('invites nobody into a role that had fewer than k, where leaders and employees are both asked', async () => {
      const { clock, sample, manager } = await begin([3, 3]);
      const employees = [1, 2].map((number) => clock.somebody(`Sample 2 employee ${number}`));
      for (const employee of employees) await join(clock, sample.id, employee, 2, 'employee');
      await clock.use.launchRound(manager, wishFor('2026-12-11', { audience: ['leader', 'employee'] }));
      const late = ['employee', 'leader', 'employee'] as const;
      for (const role of late) await join(clock, sample.id, clock.somebody(`Sample late ${role}`), 2, role);
      const { invited } = await clock.store.within(sample.id, (unit) => unit.participation.counts(1));
      assert.deepEqual(invited['2'], { leader: 4, employee: 2 });
    });

    it('knows several integration managers; the last one cannot leave, not even when two try at the same moment', async () => {
      const { clock, sample, manager, other, otherId } = await begin();
      const own = await idOf(clock, sample.id, sample.founder);
      await assert.rejects(clock.use.correctRoster.setIntegrationManager(manager, own, false), /last integration manager/);
      await clock.use.correctRoster.setIntegrationManager(manager, otherId, true);
      await clock.use.correctRoster.setIntegrationManager(manager, otherId, true);
      const second = { ...other, collaboration: sample.id };
      const left = await Promise.allSettled([
        clock.use.correctRoster.setIntegrationManager(manager, own, false),
        clock.use.correctRoster.setIntegrationManager(second, otherId, false),
      ]);
      assert.deepEqual(left.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      assert.deepEqual(
        notes.map(({ what }) => what),
        ['integration manager made', 'integration manager ended'],
      );
      const managers = (await clock.store.within(sample.id, (unit) => unit.members.all())).filter(
        (one) => one.integrationManager,
      );
      assert.equal(managers.length, 1);
    });

    it('makes chairs, who may be integration managers too, and the log says who made and who ended one', async () => {
      const { clock, sample, manager, other, otherId } = await begin();
      const own = await idOf(clock, sample.id, sample.founder);
      const may = ({ person }: Caller) => clock.store.within(sample.id, (unit) => chairOrManager(unit, person));
      assert.equal((await may(manager)).chair, false, 'an integration manager may what a chair may');
      await assert.rejects(may(other), /only chairs or integration managers/);
      await assert.rejects(may(clock.somebody('Sample stranger')), /only chairs or integration managers/);
      const { setChair } = clock.use.correctRoster;
      for (let press = 0; press < 2; press += 1) await setChair(manager, otherId, true);
      assert.equal((await setChair(manager, own, true)).member.integrationManager, true);
      assert.equal((await may(other)).integrationManager, false);
      await assert.rejects(
        clock.use.correctRoster.setChair({ ...other, collaboration: sample.id }, own, false),
        /only integration/,
      );
      await join(clock, sample.id, other, 2, 'leader');
      assert.equal((await may(other)).chair, true, 'who says again where they answer stays a chair');
      const seen = { organisation: 2, role: 'leader', integrationManager: false, chair: false } as const;
      await assert.rejects(setChair(manager, otherId, false, seen), /changed meanwhile/);
      await setChair(manager, otherId, false, { ...seen, chair: true });
      await assert.rejects(may(other), /only chairs or integration managers/);
      assert.deepEqual(
        notes.map(({ what, facts }) => [what, facts]),
        [
          ['chair made', { member: otherId }],
          ['chair made', { member: own }],
          ['chair ended', { member: otherId }],
        ],
      );
    });

    it('keeps an integration manager who answers for nobody any more', async () => {
      const { clock, sample, manager } = await begin();
      await clock.use.correctRoster.remove(manager, await idOf(clock, sample.id, sample.founder));
      assert.equal((await clock.use.readRoster.overview(manager)).withoutPlace, 1);
    });

    it('knows nobody of another collaboration, and no organisation that is not in this one', async () => {
      const { clock, manager, otherId } = await begin();
      const elsewhere = await begin();
      for (const attempt of [
        clock.use.readRoster.person(manager, elsewhere.otherId),
        clock.use.correctRoster.place(manager, elsewhere.otherId, { organisation: 1, role: 'leader' }),
        clock.use.correctRoster.setIntegrationManager(manager, elsewhere.otherId, true),
      ])
        await assert.rejects(attempt, /not on the roster/);
      const nowhere = clock.use.correctRoster.place(manager, otherId, { organisation: 3, role: 'leader' });
      await assert.rejects(nowhere, /unknown organisation/);
      assert.deepEqual(notes, []);
    });
  });
});
