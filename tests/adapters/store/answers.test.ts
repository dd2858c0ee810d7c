import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import type { Place } from '../../../bot/adapters/store/database.ts';
import type { OpenStore } from '../../../bot/adapters/store/open.ts';
import type { Role } from '../../../bot/domain/collaboration.ts';
import { items } from '../../../bot/domain/instrument.ts';
import type { Answer } from '../../../bot/domain/round.ts';
import type { CellSums } from '../../../bot/domain/sums.ts';
import { onEveryEngine, wholeStore } from '../../store-engines.ts';
import { hours, openRound } from './samples.ts';

const storeAndPlace = async (place: Place): Promise<OpenStore & { place: Place }> => ({ ...(await wholeStore(place)), place });

const leader = { organisation: 1, role: 'leader' } as const;
const about = (target: number, rating = 4): Answer => ({
  target,
  notWorkingTogether: false,
  ratings: { R1: rating, R2: rating, R3: rating, R4: rating },
});

describe('answers are kept', () => {
  onEveryEngine(storeAndPlace, (opened) => {
    const oneConnection = (): boolean => opened().place.databaseUrl === undefined;

    it('an answer about the same organisation replaces the one before', async () => {
      const { store } = opened();
      const id = await openRound(store);
      const respondent = randomBytes(32);
      await store.within(id, async ({ answers }) => {
        assert.notEqual(await answers.record(1, respondent, leader, about(2), hours(1)), 'not open');
        assert.notEqual(await answers.record(1, respondent, leader, about(3), hours(1)), 'not open');
        const second: Answer = { target: 2, notWorkingTogether: true, ratings: {} };
        assert.notEqual(await answers.record(1, respondent, leader, second, hours(2)), 'not open');
        assert.deepEqual(await answers.of(1, respondent), [second, about(3)]);
        assert.deepEqual(await answers.of(1, randomBytes(32)), []);
      });
    });

    it('after its closing time, after its close, and in a round that is not there, an answer is refused and nothing is kept', async () => {
      const { store } = opened();
      const id = await openRound(store);
      const respondent = randomBytes(32);
      await store.within(id, async ({ answers, rounds }) => {
        assert.equal(await answers.record(1, respondent, leader, about(2), hours(24)), 'not open');
        assert.equal(await answers.record(7, respondent, leader, about(2), hours(1)), 'not open');
        await rounds.close(1, hours(2));
        assert.equal(await answers.record(1, respondent, leader, about(2), hours(1)), 'not open');
        assert.deepEqual(await answers.sums(1), []);
      });
    });

    it('a rating outside the scale and an answer about the own organisation are errors', async () => {
      const { store } = opened();
      const id = await openRound(store);
      for (const wrong of [about(2, 6), about(2, 0), about(1), about(9)]) {
        await assert.rejects(store.within(id, (unit) => unit.answers.record(1, randomBytes(32), leader, wrong, hours(1))));
      }
    });

    it('answers given at the same moment are stored together, each as if it were alone; one that cannot be stored harms no other', async () => {
      const { store } = opened();
      const id = await openRound(store);
      const people = Array.from({ length: 20 }, () => randomBytes(32));
      const { record, of } = store.answers(id);
      const good = people.map((respondent, place) =>
        record(1, respondent, leader, about(2 + (place % 2), 1 + (place % 5)), hours(1)),
      );
      const wrong = [
        record(1, randomBytes(32), leader, about(2, 6), hours(1)),
        record(1, randomBytes(32), leader, about(9), hours(1)),
        record(7, randomBytes(32), leader, about(2), hours(1)),
        record(1, randomBytes(32), leader, about(2), hours(24)),
      ];
      const twice = [2, 3].map((target) => record(1, people[0] ?? Buffer.alloc(0), leader, about(target, 5), hours(1)));
      const outcomes = await Promise.allSettled([...good, ...wrong, ...twice]);
      assert.deepEqual(
        outcomes.slice(20, 24).map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'an error')),
        ['an error', 'an error', 'not open', 'not open'],
      );
      for (const [place, respondent] of people.entries()) {
        const stored = place === 0 ? [about(2, 5), about(3, 5)] : [about(2 + (place % 2), 1 + (place % 5))];
        assert.deepEqual(await of(1, respondent), stored);
      }
      // The first of them answered about both.
      const cells = await store.within(id, (unit) => unit.answers.sums(1));
      assert.equal(
        cells.reduce((all, { indexes }) => all + indexes, 0),
        21,
      );
    });

    it('answers of two collaborations given at the same moment stay apart', async () => {
      const { store } = opened();
      const ids = [await openRound(store), await openRound(store)];
      const respondent = randomBytes(32);
      await Promise.all(ids.map((id, place) => store.answers(id).record(1, respondent, leader, about(2 + place), hours(1))));
      for (const [place, id] of ids.entries()) assert.deepEqual(await store.answers(id).of(1, respondent), [about(2 + place)]);
    });

    it('an answer given while the round closes is in the sums of that close, or refused', async () => {
      const { store } = opened();
      const id = await openRound(store);
      const giving = Array.from({ length: 12 }, () =>
        store.within(id, (unit) => unit.answers.record(1, randomBytes(32), leader, about(2), hours(1))),
      );
      const closing = store.within(id, async (unit) => {
        await unit.rounds.close(1, hours(1));
        return await unit.answers.sums(1);
      });
      const late = Array.from({ length: 12 }, () =>
        store.within(id, (unit) => unit.answers.record(1, randomBytes(32), leader, about(2), hours(1))),
      );
      const recorded = (await Promise.all([...giving, ...late])).filter((result) => result !== 'not open').length;
      assert.equal((await closing)[0]?.indexes ?? 0, recorded);
      assert.deepEqual(await store.within(id, (unit) => unit.answers.sums(1)), await closing);
    });

    it('a close waits for an answer that is being stored, and counts it', async () => {
      const { store } = opened();
      const id = await openRound(store);
      let stored = (): void => undefined;
      const isStored = new Promise<void>((resolve) => (stored = resolve));
      let finish = (): void => undefined;
      const mayFinish = new Promise<void>((resolve) => (finish = resolve));
      const giving = store.within(id, async (unit) => {
        const result = await unit.answers.record(1, randomBytes(32), leader, about(2), hours(1));
        stored();
        await mayFinish;
        return result;
      });
      await isStored;
      const closing = store.within(id, async (unit) => {
        await unit.rounds.close(1, hours(1));
        return await unit.answers.sums(1);
      });
      // Time enough for a close that would not wait; with one connection it has not even begun.
      const others = Promise.all(Array.from({ length: 30 }, () => store.ping()));
      if (!oneConnection()) await others;
      finish();
      assert.notEqual(await giving, 'not open');
      assert.equal((await closing)[0]?.indexes, 1);
      await others;
    });

    it('the sums are those of the answers kept, however they fall', async function () {
      this.timeout(60_000);
      const { store } = opened();
      await fc.assert(
        fc.asyncProperty(respondents, async (given) => {
          const id = await openRound(store);
          const sums = await store.within(id, async (unit) => {
            for (const [place, { organisation, role, answers }] of given.entries()) {
              const respondent = Buffer.alloc(32, place);
              for (const answer of answers) {
                if (answer.target !== organisation)
                  await unit.answers.record(1, respondent, { organisation, role }, answer, hours(1));
              }
            }
            return await unit.answers.sums(1);
          });
          assert.deepEqual(inOrder(sums), inOrder(addedUp(given)));
        }),
        { numRuns: 12 },
      );
    });
  });
});

type Respondents = readonly { organisation: number; role: Role; answers: readonly Answer[] }[];

const organisation = fc.integer({ min: 1, max: 3 });
const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ target: organisation, notWorkingTogether: fc.constant(true), ratings: fc.constant({}) }),
  fc.record({
    target: organisation,
    notWorkingTogether: fc.constant(false),
    ratings: fc
      .array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: items.length, maxLength: items.length })
      .map((values): Answer['ratings'] =>
        Object.fromEntries(items.flatMap((item, place) => (values[place] == null ? [] : [[item, values[place]]]))),
      ),
  }),
);
const respondents: fc.Arbitrary<Respondents> = fc.array(
  fc.record({
    organisation,
    role: fc.constantFrom('leader', 'employee'),
    answers: fc.uniqueArray(answer, { selector: ({ target }) => target, maxLength: 3 }),
  }),
  { maxLength: 12 },
);

/** The rule itself, cell by cell. */
const addedUp = (given: Respondents): readonly CellSums[] => {
  const places = [1, 2, 3].flatMap((from) => (['leader', 'employee'] as const).map((role) => ({ from, role })));
  return places.flatMap(({ from, role }) =>
    [1, 2, 3].flatMap((to) => {
      const kept = given
        .filter((one) => from !== to && one.organisation === from && one.role === role)
        .flatMap((one) => one.answers.filter(({ target }) => target === to));
      if (kept.length === 0) return [];
      const indexes = kept.flatMap(({ ratings }) => {
        const seven = items.slice(0, 7).flatMap((item) => ratings[item] ?? []);
        return seven.length < 4 ? [] : [(420 * total(seven)) / seven.length];
      });
      const perItem = items.flatMap((item) => {
        const values = kept.flatMap(({ ratings }) => ratings[item] ?? []);
        return values.length === 0
          ? []
          : [[item, { n: values.length, sum: total(values), squares: total(values.map((value) => value * value)) }] as const];
      });
      return [
        {
          from: String(from),
          to: String(to),
          role,
          indexes: indexes.length,
          indexSum: total(indexes),
          notWorkingTogether: kept.filter(({ notWorkingTogether }) => notWorkingTogether).length,
          items: Object.fromEntries(perItem),
        },
      ];
    }),
  );
};

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const inOrder = (cells: readonly CellSums[]): readonly CellSums[] =>
  [...cells].sort((a, b) => `${a.from}${a.to}${a.role}`.localeCompare(`${b.from}${b.to}${b.role}`));
