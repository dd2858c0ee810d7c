import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { calendar } from '../../bot/adapters/calendar.ts';
import type { Place } from '../../bot/adapters/store/database.ts';
import type { CollaborationId } from '../../bot/domain/collaboration.ts';
import type { Store } from '../../bot/ports/store.ts';
import type { Sent } from '../../bot/ports/teams.ts';
import { deliver } from '../../bot/usecases/sending/deliver.ts';
import { onEveryEngine, patience, silentLog, wholeStore } from '../store-engines.ts';
import { answerAll, clockwork, sampleOf } from './clockwork.ts';
import type { Clockwork, Sample } from './clockwork.ts';
import { wishFor } from '../builders.ts';

const at = (text: string): Date => DateTime.fromISO(text, { zone: 'Europe/Oslo' }).toJSDate();
const monday = '2026-11-23';
const gone = { outcome: 'failed', reason: 'not in the channel' } as const;

const launch = async (clock: Clockwork, counts: readonly number[] = [3, 3]): Promise<Sample> => {
  const sample = await sampleOf(clock, counts, { nextMeeting: '2026-12-14' });
  const who = { ...sample.founder, collaboration: sample.id };
  await clock.use.launchRound(who, wishFor('2026-12-11'));
  return sample;
};
const deskOf = async (clock: Clockwork, { id, founder }: Sample) => {
  const desk = await clock.use.planRound({ ...founder, collaboration: id });
  assert.equal(desk.is, 'open');
  return desk;
};
const cardsIn = (clock: Clockwork): number => clock.posts.filter(({ message }) => message.kind === 'survey').length;
const notesOf = async (clock: Clockwork, id: CollaborationId) =>
  (await clock.store.within(id, (unit) => unit.deliveries.cards(1))).map(({ key, state }) => `${key}: ${state}`);

describe('what became of what was sent', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('is on the integration manager’s card: the channel’s card with its reason, copies as numbers of at least k', async () => {
      const clock = clockwork(opened(), at(`${monday}T17:30`));
      const sample = await launch(clock, [6, 3]);
      assert.deepEqual((await deskOf(clock, sample)).report, {
        k: 3,
        card: { is: 'waiting', heldUp: false },
        copies: { people: 9, waiting: 9, failed: [] },
      });
      clock.sends(gone);
      await clock.runUntil(at(`${monday}T18:00`));
      await answerAll(clock, sample.id, sample.founder);
      const [blocked, unreachable] = ['blocked by the person', 'cannot be reached'].map(
        (reason) => ({ outcome: 'failed', reason }) as typeof gone,
      );
      assert.ok(blocked && unreachable);
      clock.sends(unreachable, unreachable, unreachable, blocked, blocked, { outcome: 'unknown' });
      await clock.runUntil(at('2026-11-24T09:00'));
      assert.deepEqual((await deskOf(clock, sample)).report, {
        k: 3,
        card: { is: 'failed', reason: 'not in the channel' },
        copies: { people: 9, failed: [{ reason: 'cannot be reached', count: 3 }] },
      });
    });

    it('says the same of copies whether or not a person had answered before theirs would have come', async () => {
      const reports = [];
      for (const early of [false, true]) {
        const clock = clockwork(opened(), at(`${monday}T17:30`));
        const sample = await launch(clock);
        const [person] = sample.leaders.slice(-1);
        assert.ok(person);
        if (early) await answerAll(clock, sample.id, person);
        // Nobody can reach this person.
        const sends = sample.leaders.map((leader) => (leader === person ? gone : undefined));
        clock.sends({ outcome: 'sent', conversation: clock.channel, activity: '1' });
        await clock.runUntil(at(`${monday}T18:00`));
        clock.sends(...sends.map((fault) => fault ?? { outcome: 'sent' as const, conversation: 'a:1', activity: '2' }));
        await clock.runUntil(at('2026-11-24T09:00'));
        const fates = await clock.store.within(sample.id, (unit) => unit.deliveries.fates(1, 'survey copy'));
        assert.equal(
          fates.some(({ state }) => state === 'failed'),
          !early,
        );
        reports.push((await deskOf(clock, sample)).report.copies);
      }
      assert.deepEqual(reports[0], reports[1]);
    });

    it('lets the card be posted again where it failed, once, by two at the same time and pressed again; and counts go to the new one', async () => {
      const clock = clockwork(opened(), at(`${monday}T10:00`));
      const sample = await launch(clock);
      const who = { ...sample.founder, collaboration: sample.id };
      clock.sends(gone);
      await clock.runUntil(at(`${monday}T10:01`));
      const shown = await Promise.all([1, 2].map(() => clock.use.postCardAgain(who, 1)));
      for (const { report } of shown) assert.deepEqual(report.card, { is: 'waiting', heldUp: false });
      await clock.use.postCardAgain(who, 1);
      clock.sends({ outcome: 'sent', conversation: clock.channel, activity: 'the new one' });
      await clock.runUntil(at(`${monday}T10:02`));
      await clock.use.postCardAgain(who, 1);
      await clock.runUntil(at(`${monday}T10:10`));
      assert.equal(cardsIn(clock), 2);
      assert.deepEqual((await deskOf(clock, sample)).report.card, { is: 'sent' });
      assert.deepEqual(await notesOf(clock, sample.id), ['survey 1: failed', 'survey 1 2: sent']);
      await answerAll(clock, sample.id, sample.founder);
      await clock.runUntil(at(`${monday}T10:20`));
      assert.equal(clock.updates.at(-1)?.place.activity, 'the new one');
      const last = clock.updates.at(-1)?.message;
      assert.ok(last?.kind === 'survey');
      assert.equal(last.facts.answered, 1);
    });

    it('can fail again and be posted again, as often as it takes', async () => {
      const clock = clockwork(opened(), at(`${monday}T10:00`));
      const sample = await launch(clock);
      clock.sends(gone);
      await clock.runUntil(at(`${monday}T10:01`));
      for (const outcome of [gone, { outcome: 'unknown' } as const]) {
        await clock.use.postCardAgain({ ...sample.founder, collaboration: sample.id }, 1);
        clock.sends(outcome);
        await clock.runUntil(new Date(clock.now().getTime() + 60_000));
      }
      assert.deepEqual(await notesOf(clock, sample.id), ['survey 1: failed', 'survey 1 2: failed', 'survey 1 3: unknown']);
    });

    it('is for integration managers, and for a round that is open', async () => {
      const clock = clockwork(opened(), at(`${monday}T10:00`));
      const sample = await launch(clock);
      const [, other] = sample.leaders;
      assert.ok(other);
      clock.sends(gone);
      await clock.runUntil(at(`${monday}T10:01`));
      await assert.rejects(clock.use.postCardAgain({ ...other, collaboration: sample.id }, 1), /only integration managers/);
      const who = { ...sample.founder, collaboration: sample.id };
      await assert.rejects(clock.use.postCardAgain(who, 2), /no open round/);
      await clock.use.closeRoundByHand(who, 1);
      await assert.rejects(clock.use.postCardAgain(who, 1), /round closed/);
      await clock.runUntil(at(`${monday}T11:00`));
      assert.equal(cardsIn(clock), 1);
    });

    it('closes a card that was given up for lost and had arrived after all, as well as the one posted in its place', async () => {
      const clock = clockwork(opened(), at(`${monday}T10:00`));
      const sample = await launch(clock);
      const who = { ...sample.founder, collaboration: sample.id };
      clock.sends({ outcome: 'unknown' });
      await clock.runUntil(at(`${monday}T10:01`));
      await clock.use.postCardAgain(who, 1);
      await clock.runUntil(at(`${monday}T10:02`));
      await clock.store.within(sample.id, async ({ deliveries }) => {
        const [lost] = await deliveries.cards(1);
        assert.ok(lost);
        await deliveries.settle(lost.id, { state: 'sent', conversation: clock.channel, activity: 'late' }, clock.now());
      });
      await clock.use.closeRoundByHand(who, 1);
      clock.updates.length = 0;
      await clock.runUntil(at(`${monday}T10:02:30`));
      assert.deepEqual(
        clock.updates.map(({ message }) => message.kind),
        ['survey closed', 'survey closed'],
      );
      assert.equal(new Set(clock.updates.map(({ place }) => place.activity)).size, 2);
    });
  });
});

describe('what Teams or the sign-in service does not take now', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('is tried again after pauses that double, up to a quarter of an hour, until it is taken', async () => {
      const clock = clockwork(opened(), at(`${monday}T17:00`));
      const sample = await launch(clock);
      clock.sends(...Array.from({ length: 14 }, () => ({ outcome: 'later', afterSeconds: 2 }) as const));
      await clock.runUntil(at('2026-11-24T07:00'));
      const tries = clock.posts.map((post) => post.at.getTime() / 1_000);
      const pauses = tries.slice(1).map((one, index) => one - (tries[index] ?? 0));
      assert.deepEqual(pauses, [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900, 900]);
      assert.deepEqual((await deskOf(clock, sample)).report.card, { is: 'sent' });
    });

    it('is never tried before Teams said, and is said to be held up meanwhile', async () => {
      const clock = clockwork(opened(), at(`${monday}T17:00`));
      const sample = await launch(clock);
      clock.sends({ outcome: 'later', afterSeconds: 3_600 });
      await clock.runUntil(at(`${monday}T17:59`));
      assert.equal(clock.posts.length, 1);
      assert.deepEqual((await deskOf(clock, sample)).report.card, { is: 'waiting', heldUp: true });
      await clock.runUntil(at(`${monday}T18:00`));
      assert.equal(clock.posts.length, 2);
    });
  });
});

describe('personal copies and reminders of a round that closed', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('say so, each of them, at most twenty in a second, and notify nobody', async function () {
      this.timeout(patience);
      const clock = clockwork(opened(), at(`${monday}T10:00`));
      const sample = await launch(clock, [23, 22]);
      await clock.runUntil(at('2026-12-04T12:00'));
      assert.equal(clock.posts.length, 1 + 45 + 45);
      clock.updates.length = 0;
      await clock.use.closeRoundByHand({ ...sample.founder, collaboration: sample.id }, 1);
      await clock.runUntil(at('2026-12-04T13:00'));
      assert.equal(clock.posts.length, 91);
      assert.ok(clock.updates.every(({ message }) => message.kind === 'survey closed'));
      const copies = clock.updates.filter(({ at: when }) => when > at('2026-12-04T12:00:30'));
      assert.equal(copies.length, 90);
      const started = [...new Set(copies.map(({ at: when }) => when.getTime()))];
      assert.ok(started.every((when, index) => index === 0 || when - (started[index - 1] ?? 0) >= 1_000));
      for (const when of started) assert.ok(copies.filter((copy) => copy.at.getTime() === when).length <= 20);
    });

    it('are tried again where Teams is busy, and left alone where it says no', async () => {
      const clock = clockwork(opened(), at(`${monday}T10:00`));
      const sample = await launch(clock);
      await clock.runUntil(at(`${monday}T10:05`));
      await clock.use.closeRoundByHand({ ...sample.founder, collaboration: sample.id }, 1);
      const job = clock.waiting.find(({ job: { name } }) => name === 'close copies')?.job;
      assert.ok(job);
      clock.sends({ outcome: 'later', afterSeconds: 2 });
      await assert.rejects(clock.work(job), /again/);
      clock.updates.length = 0;
      clock.sends({ outcome: 'failed', reason: 'blocked by the person' }, { outcome: 'unknown' });
      await clock.work(job);
      assert.equal(clock.updates.length, sample.leaders.length);
    });

    it('are not touched while the round is open', async () => {
      const clock = clockwork(opened(), at(`${monday}T10:00`));
      const { id } = await launch(clock);
      await clock.runUntil(at(`${monday}T10:05`));
      clock.updates.length = 0;
      await clock.work({ name: 'close copies', collaboration: id, round: 1, last: 0 });
      assert.deepEqual(clock.updates, []);
    });
  });
});

describe('one message at which two servers are at the same time', () => {
  const open = async (place: Place) => ({ ...(await wholeStore(place)), oneConnection: place.databaseUrl === undefined });
  onEveryEngine(open, (opened) => {
    it('goes out once, also where the first dies while it sends and the other has looked before it began', async function () {
      // With one connection nobody begins while another looks.
      if (opened().oneConnection) this.skip();
      const clock = clockwork(opened(), at(`${monday}T10:00`));
      const { id } = await launch(clock);
      const all = await clock.store.within(id, ({ deliveries }) => deliveries.ofRound(1));
      const copy = all.find(({ kind }) => kind === 'survey copy') ?? assert.fail('somebody gets a copy');
      let posted = 0;
      const server = (store: Store, answer: () => Promise<Sent>) =>
        deliver({
          ...{ store, calendar, clock: clock.now, log: silentLog },
          messenger: { ready: () => Promise.resolve(), post: answer, update: answer },
        });
      const arrives = (): Promise<Sent> => {
        posted += 1;
        return Promise.resolve({ outcome: 'sent', conversation: 'a:1', activity: '1' });
      };
      let begins = (): void => undefined;
      const began = new Promise<void>((resolve) => (begins = resolve));
      let looks = (): void => undefined;
      const looked = new Promise<void>((resolve) => (looks = resolve));
      const dying = server(clock.store, () => {
        posted += 1;
        begins();
        return new Promise(() => undefined);
      });
      const late: Store = {
        ...clock.store,
        within: (where, work) =>
          clock.store.within(where, (unit) => {
            const find: typeof unit.deliveries.find = async (number) => {
              const found = await unit.deliveries.find(number);
              looks();
              await began;
              return found;
            };
            return work({ ...unit, deliveries: { ...unit.deliveries, find } });
          }),
      };
      const other = server(late, arrives)(id, copy.id);
      await looked;
      void dying(id, copy.id);
      await other;
      await server(clock.store, arrives)(id, copy.id);
      assert.equal(posted, 1);
      assert.equal((await clock.store.within(id, ({ deliveries }) => deliveries.find(copy.id)))?.state, 'unknown');
    });
  });
});
