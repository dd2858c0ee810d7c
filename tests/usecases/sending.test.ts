import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import type { OpenStore } from '../../bot/adapters/store/open.ts';
import type { AgreedWish } from '../../bot/usecases/actions/agree-action.ts';
import { wishFor } from '../builders.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { clockwork, sampleOf } from './clockwork.ts';

const at = (text: string): Date => DateTime.fromISO(text, { zone: 'Europe/Oslo' }).toJSDate();
const when = (instant: Date): string => DateTime.fromJSDate(instant, { zone: 'Europe/Oslo' }).toFormat('MM-dd HH:mm');

/** The founder is the integration manager; `owner` is of the same organisation, `other` of the other one. */
const prepare = async (opened: OpenStore, start = '2026-03-02T10:00') => {
  const clock = clockwork(opened, at(start));
  const sample = await sampleOf(clock, [3, 3], { nextMeeting: '2026-06-02' });
  const [manager, owner, , other] = sample.leaders.map((leader) => ({ ...leader, collaboration: sample.id }));
  assert.ok(manager && owner && other);
  const members = await clock.store.within(sample.id, (unit) => unit.members.all());
  const memberOf = (who: typeof owner): number => members.find(({ objectId }) => objectId === who.person.objectId)?.id ?? 0;
  const agree = async (due: string, who = owner, more: Partial<AgreedWish> = {}) => {
    const wish = { text: 'A sample', kind: 'quick win', due, owners: [memberOf(who)], source: { from: 'by hand' } } as const;
    return (await clock.use.agreeAction(owner, randomUUID(), { ...wish, ...more }, clock.channel)).action.id;
  };
  const list = async (only: 'all' | 'waiting' | 'sent' | 'trouble' = 'all') => await clock.use.readDeliveries(manager, only);
  const listed = async (only: 'all' | 'waiting' | 'sent' | 'trouble' = 'all') =>
    (await list(only)).rows.map(({ kind, to, outcome }) => {
      const reason = 'reason' in outcome ? `: ${outcome.reason}` : '';
      const why = outcome.is === 'waiting' && outcome.why ? `: ${outcome.why.because}` : '';
      const until = outcome.is === 'waiting' && outcome.why?.until ? ` ${when(outcome.why.until)}` : '';
      return `${kind} to ${to?.name.slice('Sample '.length) ?? 'the channel'}, ${outcome.is}${reason}${why}${until}`;
    });
  const digests = () =>
    clock.posts.flatMap(({ at: sentAt, message }) => (message.kind === 'digest' ? [{ at: when(sentAt), ...message.facts }] : []));
  return { clock, sample, manager, owner, other, agree, list, listed, digests };
};

describe('what was sent', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('is listed for integration managers alone: what waits with its reason and until when, what failed in words', async () => {
      const { clock, owner, other, agree, listed } = await prepare(opened());
      await agree('2026-03-13');
      await agree('2026-03-14', other);
      await clock.runUntil(at('2026-03-10T07:00'));
      assert.deepEqual(await listed(), ['digest to 1 leader 1, sent']);
      clock.sends({ outcome: 'failed', reason: 'blocked by the person' }, { outcome: 'unknown' });
      await clock.runUntil(at('2026-03-10T08:30'));
      assert.deepEqual(await listed('trouble'), ['nudge to 1 leader 2, could not reach: blocked by the person']);
      await clock.runUntil(at('2026-03-11T08:30'));
      assert.deepEqual(await listed(), [
        'nudge to 2 leader 1, unknown',
        'nudge to 1 leader 2, could not reach: blocked by the person',
        'digest to 1 leader 1, sent',
      ]);
      assert.deepEqual(await listed('waiting'), []);
      assert.equal((await listed('trouble')).length, 2);
      await assert.rejects(clock.use.readDeliveries(owner, 'all'), /only integration managers/);
    });

    it('waits for 48 hours, for hours and over holidays, and says so', async () => {
      const { clock, agree, listed } = await prepare(opened());
      await agree('2026-03-13');
      await agree('2026-03-16');
      await clock.runUntil(at('2026-03-11T12:00'));
      assert.deepEqual(await listed('waiting'), ['nudge to 1 leader 2, waiting: 48 hours 03-12 08:00']);
      clock.sends({ outcome: 'later', afterSeconds: 7_200 });
      await clock.runUntil(at('2026-03-12T08:30'));
      assert.deepEqual(await listed('waiting'), ['nudge to 1 leader 2, waiting: asked to wait 03-12 10:00']);
      await clock.runUntil(at('2026-03-12T11:00'));
      assert.deepEqual(await listed('waiting'), []);
    });

    it('never tells who got a reminder of a survey: from the first one on, sent and waiting are one for every person', async () => {
      const { clock, manager, agree, list } = await prepare(opened());
      await clock.use.launchRound(manager, wishFor('2026-03-27'));
      await clock.runUntil(at('2026-03-03T09:00'));
      await agree('2026-03-25');
      await clock.runUntil(at('2026-03-20T12:00'));
      assert.equal(clock.posts.filter(({ message }) => message.kind === 'reminder').length, 6);
      await clock.runUntil(at('2026-03-23T12:00'));
      for (const only of ['all', 'waiting', 'sent'] as const) {
        const view = await list(only);
        assert.equal(view.remindersAreOut, true);
        assert.ok(
          view.rows.every(({ to, outcome }) => to === undefined || outcome.is === 'not told'),
          only,
        );
        assert.doesNotMatch(JSON.stringify(view.rows), /reminder|survey copy/);
      }
      assert.deepEqual((await list()).copies?.report, { people: 6, failed: [] });
    });
  });
});

describe('all messages of a collaboration', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('stop at once when an integration manager says so: nothing goes out, what waits is held, and goes when started again', async () => {
      const { clock, sample, manager, owner, agree, listed } = await prepare(opened());
      const [done] = [await agree('2026-03-13'), await agree('2026-03-13')];
      await clock.use.launchRound(manager, wishFor('2026-03-27'));
      await assert.rejects(clock.use.sending.stop(owner), /only integration managers/);
      for (let press = 0; press < 2; press += 1)
        assert.deepEqual((await clock.use.sending.stop(manager)).stopped?.by, 'Sample 1 leader 1');
      assert.equal((await clock.use.planRound(manager)).is, 'open');
      await clock.runUntil(at('2026-03-12T12:00'));
      assert.deepEqual([clock.posts, clock.updates], [[], []]);
      const held = await listed('waiting');
      assert.ok(
        held.includes('survey to the channel, waiting: stopped') && held.includes('nudge to 1 leader 2, waiting: stopped'),
      );
      await clock.use.changeAction(owner, done, { is: 'done' });
      for (let press = 0; press < 2; press += 1) assert.equal((await clock.use.sending.start(manager)).stopped, undefined);
      await clock.runUntil(at('2026-03-12T15:00'));
      const kinds = clock.posts.map(({ message }) => message.kind);
      assert.equal(kinds.filter((kind) => kind === 'survey').length, 1);
      assert.equal(new Set(clock.posts.map(({ address }) => JSON.stringify(address))).size, clock.posts.length, 'one touch each');
      assert.deepEqual(
        clock.notes.filter(({ what }) => what.startsWith('messages')).map(({ what, by }) => [what, by]),
        [
          ['messages stopped', manager.person.objectId],
          ['messages started', manager.person.objectId],
        ],
      );
      assert.equal(clock.waiting.filter(({ job }) => job.name === 'deliver' && job.collaboration !== sample.id).length, 0);
    });

    it('of a round that closed meanwhile are brought up to date when started again', async () => {
      const { clock, manager } = await prepare(opened());
      await clock.use.launchRound(manager, wishFor('2026-03-27'));
      await clock.runUntil(at('2026-03-03T12:00'));
      const before = clock.posts.length;
      clock.updates.length = 0;
      await clock.use.sending.stop(manager);
      await clock.use.closeRoundByHand(manager, 1);
      await clock.runUntil(at('2026-03-03T13:00'));
      assert.deepEqual([clock.posts.length, clock.updates.length], [before, 0]);
      await clock.use.sending.start(manager);
      await clock.runUntil(at('2026-03-03T14:00'));
      assert.equal(clock.updates.length, before, 'the card and every copy');
      assert.ok(clock.updates.every(({ message }) => message.kind === 'survey closed'));
    });

    it('wait for a stop of another collaboration not at all', async () => {
      const [one, two] = [await prepare(opened()), await prepare(opened())];
      await one.clock.use.sending.stop(one.manager);
      assert.equal((await two.clock.use.sending.read(two.manager)).stopped, undefined);
    });
  });
});

describe('the digest of an integration manager', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('comes on Monday morning, once, with what is stuck, silent, due and done, and whom nothing reached', async () => {
      const { clock, owner, other, agree, digests } = await prepare(opened());
      const [stuck, silent, due, done] = [
        await agree('2026-03-20'),
        await agree('2026-03-10', other),
        await agree('2026-03-19', owner, { text: 'Due' }),
        await agree('2026-03-27'),
      ];
      await agree('2026-05-04', owner, { text: 'Later' });
      await clock.runUntil(at('2026-03-03T12:00'));
      await clock.use.changeAction(owner, stuck, { is: 'stuck', because: 'rule or law' });
      clock.sends({ outcome: 'failed', reason: 'cannot be reached' });
      await clock.runUntil(at('2026-03-12T12:00'));
      await clock.use.changeAction(owner, done, { is: 'done' });
      await clock.runUntil(at('2026-03-16T12:00'));
      const [first, second] = digests();
      assert.equal(first?.at, '03-09 08:00');
      assert.ok(second && digests().length === 2);
      const ids = ({ stuck: a, silent: b, due: c, done: d }: typeof second) => [a, b, c, d].map((all) => all.map(({ id }) => id));
      assert.equal(second.at, '03-16 08:00');
      assert.deepEqual(ids(second), [[stuck], [silent], [due], [done]]);
      assert.deepEqual(second.because, { 'rule or law': 1 });
      assert.deepEqual(second.unreached, []);
      assert.deepEqual(first.unreached, [{ name: 'Sample 2 leader 1', organisation: 'Sample 2', reason: 'cannot be reached' }]);
      assert.deepEqual(
        second.next.map(({ is, at: then }) => `${is} ${when(then)}`),
        ['nudges 03-17 08:00', 'digest 03-23 08:00'],
      );
    });

    it('brings along what waits to be said to them, comes after a holiday, and not where there is nothing to tell', async () => {
      const { clock, manager, agree, digests } = await prepare(opened(), '2026-03-30T10:00');
      // Easter Monday is the 6th of April.
      const own = await agree('2026-04-10', manager);
      await clock.runUntil(at('2026-04-07T12:00'));
      const [digest, ...others] = digests();
      assert.deepEqual(others, []);
      assert.equal(digest?.at, '04-07 08:00');
      assert.deepEqual(
        digest.nudges.map(({ id }) => id),
        [own],
      );
      assert.equal(clock.posts.length, 1, 'one message');
      await clock.use.changeAction(manager, own, { is: 'done' });
      await clock.runUntil(at('2026-04-20T12:00'));
      assert.deepEqual(
        digests().map(({ at: sent, done }) => [sent, done.length]),
        [
          ['04-07 08:00', 0],
          ['04-13 08:00', 1],
        ],
      );
      const waiting = clock.waiting.filter(({ job }) => !('meeting' in job));
      assert.deepEqual(waiting, [], 'and then the clock has nothing to do but for the meeting');
    });

    it('is claimed once for each person and week, however often the clock comes', async () => {
      const { clock, sample, agree, digests } = await prepare(opened());
      await agree('2026-03-12');
      await clock.runUntil(at('2026-03-09T00:00'));
      await Promise.all([1, 2].map(() => clock.work({ name: 'digest', collaboration: sample.id })));
      await clock.runUntil(at('2026-03-09T12:00'));
      assert.equal(digests().length, 1);
    });
  });
});
