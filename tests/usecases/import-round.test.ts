import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { OpenStore } from '../../bot/adapters/store/open.ts';
import { readImportedFile } from '../../bot/contracts/imported-file.ts';
import { snapshot } from '../../bot/contracts/tab-api.ts';
import { results } from '../../bot/contracts/results.ts';
import { resultsOfFile } from '../../bot/handlers/results-of-file.ts';
import { Refused } from '../../bot/errors.ts';
import type { Store } from '../../bot/ports/store.ts';
import { importRound } from '../../bot/usecases/rounds/import-round.ts';
import { wishFor } from '../builders.ts';
import { asCsv, norwegian } from '../contracts/imported-files.ts';
import type { JsonRow } from '../contracts/imported-files.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { answerAll, clockwork, sampleOf } from './clockwork.ts';

type Example = {
  organisations: Record<string, string>;
  close: Record<string, string>;
  rows: (JsonRow & { round: number })[];
};
const { input } = JSON.parse(readFileSync(new URL('../worked-example.json', import.meta.url), 'utf8')) as { input: Example };
/** With k = 3 and employees, at most 30 may be invited: here everybody who was answered. */
const invited = { H: { leader: 5, employee: 6 }, A: { leader: 4, employee: 5 }, B: { leader: 4, employee: 2 }, N: { leader: 4 } };
const rowsOf = (round: number): JsonRow[] => input.rows.filter((row) => row.round === round);
const headOf = (round: number, changes: object = {}) => ({
  ...{ k: 3, audience: ['leader', 'employee'], close: input.close[String(round)], invited, ...changes },
});
/** The same answers of other people. */
const othersOf = (round: number): JsonRow[] =>
  rowsOf(round).map((row) => ({ ...row, respondent: `${row.respondent} elsewhere` }));
const mapping = { H: 1, A: 2, B: 3, N: 4 };
const csv = (round: number, changes: object = {}, rows = rowsOf(round)) => ({
  file: readImportedFile({ format: 'csv', text: asCsv(rows, norwegian), head: headOf(round, changes) }),
  mapping,
});
const json = (round: number, rows: readonly unknown[] = rowsOf(round)) => ({
  file: readImportedFile({
    format: 'json',
    text: JSON.stringify({ ...headOf(round), organisations: input.organisations, rows }),
    head: undefined,
  }),
  mapping,
});

/** What the results command prints for the same round, with the numbers of our organisations for its ids. */
const byCommand = (round: number): unknown => {
  let out = '';
  const text = JSON.stringify({ ...headOf(round), organisations: input.organisations, rows: rowsOf(round) });
  assert.equal(
    resultsOfFile(
      ['ROUND.json'],
      () => text,
      (printed) => (out += printed),
      () => undefined,
    ),
    0,
  );
  const numbered = out.replace(/"([HABN])((?:>| needs from |-)([HABN]))?"(?=:)/g, (key) =>
    key.replace(/\b[HABN]\b/g, (id) => String(mapping[id as keyof typeof mapping])),
  );
  return results.parse(JSON.parse(numbered));
};

const start = new Date('2026-11-24T12:00:00Z');
const setUp = async (opened: OpenStore, counts = [3, 3, 3, 3]) => {
  const clock = clockwork(opened, start);
  const sample = await sampleOf(clock, counts, { nextMeeting: '2027-02-01' });
  const who = { collaboration: sample.id, person: sample.founder.person };
  const bring = (given: ReturnType<typeof csv>, dryRun = false, as = who) =>
    clock.use.importRound(as, () => Promise.resolve(given), dryRun);
  const overview = () => clock.use.readOverview(sample.id, sample.founder.person);
  return { clock, ...sample, who, bring, overview };
};

describe('a round collected elsewhere is imported', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('as a Norwegian spreadsheet, with exactly the numbers of the results command, frozen and marked', async () => {
      const { bring, overview } = await setUp(opened());
      const { outcome, round, summary } = await bring(csv(1));
      assert.deepEqual([outcome, round], ['imported', 1]);
      const { latest } = await overview();
      assert.ok(latest);
      assert.deepEqual(latest.results, byCommand(1));
      assert.deepEqual([latest.imported, latest.closed], [true, '2026-02-06T15:00:00.000Z']);
      assert.deepEqual(snapshot.parse(latest), latest);
      assert.deepEqual([summary?.published, summary?.possible, summary?.used], [11, 12, 90]);
    });

    it('after a dry run that says what would be stored, and stores nothing', async () => {
      const { bring, overview, clock, id } = await setUp(opened());
      const { outcome, round, summary, wrong } = await bring(csv(1), true);
      assert.deepEqual([outcome, round, wrong.shown], ['can be imported', null, []]);
      assert.deepEqual(summary, {
        ...{ rows: 93, used: 90, leftOut: { aboutThemselves: 1, late: 1, otherRole: 0, superseded: 1 } },
        ...{ mode: 'matrix', k: 3, audience: ['leader', 'employee'], closed: '2026-02-06T15:00:00.000Z' },
        organisations: [
          { name: 'Sample 1', answered: 11, invited: 11 },
          { name: 'Sample 2', answered: 9, invited: 9 },
          { name: 'Sample 3', answered: 6, invited: 6 },
          { name: 'Sample 4', answered: 4, invited: 4 },
        ],
        ...{ published: 11, possible: 12 },
      });
      assert.deepEqual((await overview()).rounds, []);
      assert.equal(await clock.store.within(id, (unit) => unit.rounds.latest()), undefined);
    });

    it('once: the same rows in another order, as JSON or under another k change nothing and say so', async () => {
      const { bring, overview } = await setUp(opened());
      await bring(csv(1));
      const before = await overview();
      for (const again of [csv(1), csv(1, { k: 5, audience: ['leader'] }), csv(1, {}, rowsOf(1).reverse()), json(1)]) {
        const { outcome, round } = await bring(again);
        assert.deepEqual([outcome, round], ['there already', 1]);
      }
      assert.equal((await bring(json(1), true)).outcome, 'there already');
      assert.deepEqual(await overview(), before);
    });

    it('once also beside rows that are left out: about the own organisation, too late, superseded or of a role that was not asked', async () => {
      const { bring, overview } = await setUp(opened());
      const leaders = { audience: ['leader'] };
      const own = rowsOf(1).filter(({ role }) => role === 'leader');
      await bring(csv(1, leaders, own));
      const [first] = own;
      assert.ok(first);
      const another = { ...first, respondent: 'somebody else' };
      const ignored: JsonRow[] = [
        { ...first, target: first.org },
        { ...another, submitted: '2026-02-06T15:00:01Z' },
        { ...first, submitted: '2026-01-01T09:00:00Z', answers: { R1: 1 } },
        { ...another, role: 'employee' },
      ];
      for (const beside of ignored) {
        const { outcome } = await bring(csv(1, leaders, [...own, beside]));
        assert.equal(outcome, 'there already', JSON.stringify(beside));
      }
      assert.equal((await overview()).rounds.length, 1);
      assert.equal((await bring(csv(1, leaders, [...own, another]))).outcome, 'wrong');
    });

    it('once also where a row was corrected or left out: the two beside one another would show what one person answered', async () => {
      const { bring, overview, clock, id } = await setUp(opened());
      await bring(csv(1));
      const corrected = rowsOf(1).map((row, place) =>
        place === 3 ? { ...row, answers: { ...row.answers, R1: 5, R2: 1 } } : row,
      );
      const later = { close: '2026-02-09T15:00:00Z' };
      const versions = [
        () => csv(1, {}, corrected),
        () => csv(1, later, corrected),
        () => csv(1, {}, rowsOf(1).slice(1)),
        () => csv(1, { audience: ['leader'] }, corrected),
      ];
      for (const version of versions)
        for (const dryRun of [true, false]) {
          const { outcome, wrong } = await bring(version(), dryRun);
          assert.deepEqual([outcome, wrong.shown[0]?.reasons], ['wrong', [{ is: 'same time and people', values: { round: 1 } }]]);
        }
      assert.equal((await bring(csv(1, {}, othersOf(1)))).outcome, 'imported');
      assert.equal((await bring(csv(2))).outcome, 'imported');
      // Also when its answers are forgotten: its results are not.
      await clock.store.within(id, (unit) => unit.answers.forgetRound(1));
      assert.equal((await bring(csv(1, {}, corrected))).outcome, 'wrong');
      assert.equal((await overview()).rounds.length, 3);
    });

    it('once also where another audience is said first or later', async () => {
      for (const audience of [['leader'], ['employee']]) {
        const { bring } = await setUp(opened());
        await bring(csv(1, { audience }));
        assert.equal((await bring(csv(1))).outcome, 'there already');
      }
    });

    it('once also where two bring it at the same time', async () => {
      const { bring, overview } = await setUp(opened());
      const outcomes = (await Promise.all([bring(csv(1)), bring(json(1)), bring(csv(1))])).map(({ outcome }) => outcome);
      assert.deepEqual(outcomes.sort(), ['imported', 'there already', 'there already']);
      assert.equal((await overview()).rounds.length, 1);
    });

    it('by integration managers only, which is asked before the file is read', async () => {
      const { clock, id, leaders } = await setUp(opened());
      const unread = () => Promise.reject(new Error('the file was read'));
      const person = leaders[1]?.person ?? assert.fail();
      for (const dryRun of [true, false])
        await assert.rejects(
          clock.use.importRound({ collaboration: id, person }, unread, dryRun),
          (error) => error instanceof Refused && error.reason === 'only integration managers',
        );
    });

    it('wholly or not at all: one bad row among good ones, and nothing is stored', async () => {
      const { bring, overview, clock, id } = await setUp(opened());
      const rows = rowsOf(1).map((row, place) => (place === 40 ? { ...row, target: 'Q' } : row));
      const { outcome, wrong, summary } = await bring(csv(1, {}, rows));
      assert.deepEqual([outcome, summary], ['wrong', null]);
      assert.deepEqual(wrong, {
        shown: [{ at: 42, reasons: [{ is: 'organisation unknown', values: { column: 'target', found: 'Q' } }] }],
        more: 0,
      });
      assert.deepEqual((await overview()).rounds, []);
      assert.equal(await clock.store.within(id, (unit) => unit.rounds.latest()), undefined);
    });

    it('and a fault while it is stored leaves nothing behind', async () => {
      const { clock, id, who, overview } = await setUp(opened());
      const save = () => Promise.reject(new Error('no room'));
      const broken: Store = {
        ...clock.store,
        within: (collaboration, work) =>
          clock.store.within(collaboration, (unit) => work({ ...unit, snapshots: { ...unit.snapshots, save } })),
      };
      const needs = { store: broken, pseudonyms: opened().pseudonyms, clock: clock.now };
      await assert.rejects(
        importRound(needs)(who, () => Promise.resolve(csv(1)), false),
        /no room/,
      );
      assert.deepEqual((await overview()).rounds, []);
      await clock.store.within(id, async (unit) => {
        assert.deepEqual(await unit.answers.sums(1), []);
      });
    });

    it('and joins the timeline by its closing time: the first screen shows the round that closed last', async () => {
      const { clock, bring, overview, who, founder, id, leaders } = await setUp(opened());
      await bring(csv(2));
      await bring(csv(1));
      const { latest, rounds } = await overview();
      assert.deepEqual(
        rounds.map(({ round, imported, closed }) => [round, imported, closed.slice(0, 10)]),
        [
          [2, true, '2026-02-06'],
          [1, true, '2026-06-05'],
        ],
      );
      assert.equal(latest?.round, 1);

      const wish = wishFor('2026-12-10');
      const launched = await clock.use.launchRound({ ...founder, collaboration: id }, wish);
      assert.equal(launched.round, 3);
      for (const leader of leaders) await answerAll(clock, id, leader, 3);
      await bring(csv(1, {}, othersOf(1)));
      assert.equal((await overview()).open?.round, 3);
      await assert.rejects(clock.use.launchRound({ ...founder, collaboration: id }, wish), { reason: 'one is open' });
      await clock.use.closeRoundByHand({ ...founder, collaboration: id }, 3);
      assert.equal((await overview()).latest?.round, 3);
      await bring(csv(2, {}, othersOf(2)));
      const after = await overview();
      assert.deepEqual([after.latest?.round, after.latest?.imported], [3, undefined]);
      assert.equal((await clock.use.launchRound({ ...founder, collaboration: who.collaboration }, wish)).round, 6);
    });

    it('under pseudonyms of its own: the same respondent in two files, and nobody of the roster', async () => {
      const { clock, bring, id, founder } = await setUp(opened());
      await bring(csv(1));
      await bring(csv(2));
      const [h2] = await opened().pseudonyms.imported(id, ['h2']);
      assert.ok(h2);
      await clock.store.within(id, async (unit) => {
        for (const round of [1, 2]) assert.equal((await unit.answers.of(round, h2)).length, 3);
      });
      const person = await opened().pseudonyms.of(id, founder.person);
      assert.notDeepEqual((await opened().pseudonyms.imported(id, [founder.person.objectId]))[0], person);
    });

    it('keeps how many were invited and answered, without inventing members', async () => {
      const { clock, bring, id } = await setUp(opened());
      await bring(csv(1));
      await clock.store.within(id, async (unit) => {
        const { invited, answered } = await unit.participation.counts(1);
        assert.deepEqual(invited[1], { leader: 5, employee: 6 });
        assert.deepEqual(answered, {
          ...{ 1: { leader: 5, employee: 6 }, 2: { leader: 4, employee: 5 } },
          ...{ 3: { leader: 4, employee: 2 }, 4: { leader: 4, employee: 0 } },
        });
        assert.deepEqual(await unit.participation.silent(1), []);
        assert.deepEqual(await unit.deliveries.ofRound(1), []);
      });
      assert.deepEqual(
        clock.waiting.flatMap(({ job, due }) => ('meeting' in job ? [] : [[job.name, due]])),
        [['forget answers', new Date(clock.now().getTime() + 30 * 86_400_000)]],
      );
    });

    it('also where organisations of today took no part in it: they are not in its results', async () => {
      const { bring, overview } = await setUp(opened(), [1, 1, 1, 1, 1]);
      await bring(csv(1));
      const { latest, organisations } = await overview();
      assert.deepEqual([organisations.length, latest?.organisations.length], [5, 4]);
      assert.deepEqual(latest?.results, byCommand(1));
    });
  });
});
