import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { Store } from '../../bot/ports/store.ts';
import type { Caller } from '../../bot/usecases/gate.ts';
import { closeRoundByHand } from '../../bot/usecases/rounds/close-round.ts';
import { onEveryEngine, patience, wholeStore } from '../store-engines.ts';
import { answerAll, clockwork, sampleOf } from './clockwork.ts';
import type { Clockwork } from './clockwork.ts';
import { items } from '../../bot/domain/instrument.ts';
import { relational, wishFor } from '../builders.ts';

const at = (text: string): Date => DateTime.fromISO(text, { zone: 'Europe/Oslo' }).toJSDate();

/** Round 1 of two organisations of four leaders each, k = 3; all but the last leader have answered, and it is closed. */
const closedRound = async (clock: Clockwork) => {
  const sample = await sampleOf(clock, [4, 4], { nextMeeting: '2026-12-14' });
  const { id, founder, leaders } = sample;
  const manager = { ...founder, collaboration: id };
  await clock.use.launchRound(manager, wishFor('2026-12-11'));
  await clock.runUntil(at('2026-11-23T11:00'));
  for (const leader of leaders.slice(0, -1)) await answerAll(clock, id, leader);
  await clock.use.closeRoundByHand(manager, 1);
  await clock.runUntil(at('2026-11-24T10:00'));
  const leader = (place: number): Caller => leaders[place] ?? founder;
  const published = async () => (await clock.use.readOverview(id, founder.person)).latest;
  /** Says 1 of everything about the other organisation. */
  const change = (who: Caller, target: number) => {
    const given = Object.fromEntries(items.map((item) => [item, 1]));
    return clock.use.survey.record({ ...who, collaboration: id }, 1, { target, notWorkingTogether: false, given });
  };
  return { ...sample, manager, leader, published, change };
};

describe('a closed round is opened again', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('by an integration manager, for the latest round, once, within fourteen days', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const { id, manager, leader } = await closedRound(clock);
      const open = (who = manager, round = 1, closing = '2026-12-04') => clock.use.reopenRound(who, round, closing);
      await assert.rejects(open({ ...leader(1), collaboration: id }), /only integration managers/);
      await assert.rejects(open(manager, 2), /cannot be opened again/);
      await assert.rejects(open(manager, 1, '2026-11-23'), /closing date not ahead/);
      await assert.rejects(open(manager, 1, '2027-11-23'), /closing date too far/);
      assert.equal((await clock.use.planReopening(manager, 1)).round.number, 1);
      await open();
      await assert.rejects(open(), /one is open/);
      await clock.use.closeRoundByHand(manager, 1);
      await assert.rejects(open(), /cannot be opened again/);
    });

    it('not later than fourteen days after it closed, and not where it was never launched here', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const { id, manager } = await closedRound(clock);
      const desk = await clock.use.planRound(manager);
      assert.ok(desk.is === 'plan');
      assert.deepEqual(desk.closed, { round: 1, mayReopen: true, resultsLeft: false });
      await clock.runUntil(at('2026-12-07T11:01'));
      await assert.rejects(clock.use.reopenRound(manager, 1, '2026-12-18'), /cannot be opened again/);
      const late = await clock.use.planRound(manager);
      assert.ok(late.is === 'plan');
      assert.equal(late.closed, undefined);
      await clock.store.within(id, async ({ rounds }) => {
        const dates = { opens: clock.now(), closes: at('2026-12-18T15:00') };
        await rounds.launch({ mode: 'matrix', k: 3, audience: ['leader'], instrument: relational, ...dates });
        await rounds.close(2, clock.now());
      });
      await assert.rejects(clock.use.reopenRound(manager, 2, '2026-12-18'), /cannot be opened again/);
    });

    it('with its card saying so, reminders on its new days only, and a close at its new time', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const { id, manager, leader } = await closedRound(clock);
      await clock.use.reopenRound(manager, 1, '2026-12-18');
      await clock.runUntil(at('2026-11-24T10:05'));
      const card = clock.updates.at(-1)?.message;
      assert.ok(card?.kind === 'survey');
      assert.deepEqual([card.facts.again, card.facts.answered, card.facts.invited], [true, 7, 8]);
      await clock.runUntil(at('2026-12-18T14:59'));
      const reminded = clock.posts.filter(({ message }) => message.kind === 'reminder');
      assert.deepEqual(
        reminded.map(({ at: instant, address }) => [
          DateTime.fromJSDate(instant, { zone: 'Europe/Oslo' }).toFormat('MM-dd HH:mm'),
          address.to === 'person' && address.teamsUserId === leader(7).teamsUserId,
        ]),
        [
          ['12-11 08:00', true],
          ['12-16 08:00', true],
          ['12-18 08:00', true],
        ],
      );
      await clock.runUntil(at('2026-12-18T15:01'));
      assert.equal(clock.updates.at(-1)?.message.kind, 'survey closed');
      assert.equal((await clock.use.readOverview(id, manager.person)).open, null);
    });

    it('shows the published results while it is open, and replaces them when enough people answered differently', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const { id, manager, leader, published, change } = await closedRound(clock);
      const before = await published();
      await clock.use.reopenRound(manager, 1, '2026-12-04');
      for (const place of [0, 1, 2]) await change(leader(place), 2);
      assert.deepEqual(await published(), before);
      const { outcome } = await clock.use.closeRoundByHand(manager, 1);
      assert.equal(outcome, 'published again');
      const after = await published();
      assert.ok(before?.results.mode === 'matrix' && after?.results.mode === 'matrix');
      assert.deepEqual(after.results.cells['2>1'], before.results.cells['2>1']);
      assert.notDeepEqual(after.results.cells['1>2'], before.results.cells['1>2']);
      assert.equal((await clock.store.within(id, (unit) => unit.snapshots.ofRound(1)))?.edition, 2);
    });

    it('leaves them as they are when fewer did, and says so to the integration manager and in the log', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const { manager, leader, published, change } = await closedRound(clock);
      const before = await published();
      await clock.use.reopenRound(manager, 1, '2026-12-04');
      for (const place of [0, 1, 2]) await change(leader(place), 2);
      await change(leader(4), 1);
      assert.equal((await clock.use.closeRoundByHand(manager, 1)).outcome, 'left');
      assert.deepEqual(await published(), before);
      const desk = await clock.use.planRound(manager);
      assert.ok(desk.is === 'plan');
      assert.deepEqual(desk.closed, { round: 1, mayReopen: false, resultsLeft: true });
      const noted = await clock.use.readMyData(manager);
      assert.deepEqual(
        noted.log.map(({ what }) => what).filter((what) => /round|results (left|published)/.test(what)),
        ['round launched', 'round closed', 'round opened again', 'results left as they were', 'round closed'],
      );
    });

    it('leaves them as they are when three people changed an item each: each mean would tell what one of them changed', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const { id, manager, leader, published } = await closedRound(clock);
      const before = await published();
      await clock.use.reopenRound(manager, 1, '2026-12-04');
      for (const [place, changed] of (['R1', 'R2', 'R3'] as const).entries()) {
        const said = await clock.use.readMyData({ ...leader(place), collaboration: id });
        const ratings = said.rounds[0]?.answers[0]?.ratings ?? {};
        const given = { ...ratings, [changed]: ratings[changed] === 1 ? 2 : 1 };
        const answer = { target: 2, notWorkingTogether: false, given };
        await clock.use.survey.record({ ...leader(place), collaboration: id }, 1, answer);
      }
      assert.equal((await clock.use.closeRoundByHand(manager, 1)).outcome, 'left');
      assert.deepEqual(await published(), before);
    });

    it('also where a round collected elsewhere was imported since: the change stays that of the first edition', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const { id, manager, leader, change } = await closedRound(clock);
      const bring = (closed: Date) =>
        clock.store.within(id, async (unit) => {
          const first = await unit.snapshots.ofRound(1);
          assert.ok(first);
          const heads = { '1': { leader: 4, employee: 0 }, '2': { leader: 4, employee: 0 } };
          const round = await unit.imports.addRound(
            {
              ...{ mode: 'matrix', k: 3, audience: ['leader'], opens: closed, closed, invited: heads, answered: heads },
              ...{ organisations: [], kept: [], rows: 0, leftOut: { own: 0, late: 0, superseded: 0, otherRoles: 0 } },
            } as unknown as Parameters<typeof unit.imports.addRound>[0],
            { own: [closed.toISOString()], others: [] },
          );
          await unit.snapshots.save({ ...first.snapshot, round, closed: closed.toISOString(), imported: true });
        });
      await bring(at('2026-11-24T09:00'));
      assert.equal((await clock.use.planReopening(manager, 1)).round.number, 1);
      const desk = await clock.use.planRound(manager);
      assert.ok(desk.is === 'plan');
      assert.deepEqual(desk.closed, { round: 1, mayReopen: true, resultsLeft: false });
      await clock.use.reopenRound(manager, 1, '2026-12-04');
      await bring(at('2026-11-24T09:30'));
      for (const place of [0, 1, 2]) await change(leader(place), 2);
      assert.equal((await clock.use.closeRoundByHand(manager, 1)).outcome, 'published again');
      const again = await clock.store.within(id, (unit) => unit.snapshots.ofRound(1));
      assert.equal(again?.edition, 2);
      assert.equal(again.snapshot.comparedWith, undefined);
      assert.ok(again.snapshot.results.mode === 'matrix' && again.snapshot.results.change === undefined);
    });

    it('publishes nothing anew because of one who had answers erased before or while it was open, also not if they answer anew', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const { id, manager, leader, published } = await closedRound(clock);
      const before = await published();
      await clock.use.eraseAnswers({ ...leader(1), collaboration: id });
      await clock.use.reopenRound(manager, 1, '2026-12-04');
      await clock.use.eraseAnswers({ ...leader(2), collaboration: id });
      await answerAll(clock, id, leader(2));
      assert.equal((await clock.use.closeRoundByHand(manager, 1)).outcome, 'left');
      assert.deepEqual(await published(), before);
    });

    it('publishes nothing where the published results have been withdrawn: there is nothing to compare with', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const { id, manager, leader, change } = await closedRound(clock);
      await clock.use.reopenRound(manager, 1, '2026-12-04');
      for (const place of [0, 1, 2]) await change(leader(place), 2);
      const store: Store = {
        ...clock.store,
        within: (of, work) =>
          clock.store.within(of, (unit) =>
            work({ ...unit, snapshots: { ...unit.snapshots, ofRound: () => Promise.resolve(undefined) } }),
          ),
      };
      const { outcome } = await closeRoundByHand({ store, clock: clock.now })(manager, 1);
      assert.equal(outcome, 'left');
      assert.equal((await clock.store.within(id, (unit) => unit.snapshots.ofRound(1)))?.edition, 1);
    });

    it('keeps nothing of the copy it was compared with', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const { id, manager } = await closedRound(clock);
      const compared = async () => {
        const { people } = await clock.store.within(id, (unit) => unit.answers.differing(1));
        return people.filter(({ place, from }) => place === 'index' && from === undefined);
      };
      const alone = await compared();
      assert.equal(
        alone.reduce((sum, { added }) => sum + added, 0),
        7,
      );
      await clock.use.reopenRound(manager, 1, '2026-12-04');
      assert.deepEqual(await compared(), []);
      await clock.use.closeRoundByHand(manager, 1);
      // Compared with nothing, every answer is one that was added.
      assert.deepEqual(await compared(), alone);
    });

    it('never changes what is published because one leader changed an answer, whoever it is and whatever they say', async function () {
      this.timeout(patience);
      const rating = fc.integer({ min: 1, max: 5 });
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 0, max: 7 }),
          fc.array(rating, { minLength: 9, maxLength: 9 }),
          async (place, given) => {
            const clock = clockwork(opened(), at('2026-11-23T10:00'));
            const { id, manager, leader, published } = await closedRound(clock);
            const before = await published();
            await clock.use.reopenRound(manager, 1, '2026-12-04');
            const names = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'E1', 'E2'];
            const ratings = Object.fromEntries(names.map((item, index) => [item, given[index] ?? 1]));
            const answer = { target: place < 4 ? 2 : 1, notWorkingTogether: false, given: ratings };
            await clock.use.survey.record({ ...leader(place), collaboration: id }, 1, answer);
            await clock.runUntil(at('2026-12-04T15:01'));
            const after = await published();
            assert.deepEqual(after?.results, before?.results);
          },
        ),
        { numRuns: 8 },
      );
    });
  });
});
