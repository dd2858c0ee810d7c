import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CollaborationId, Role } from '../../../bot/domain/collaboration.ts';
import { items, relationalItems } from '../../../bot/domain/instrument.ts';
import type { Answer } from '../../../bot/domain/round.ts';
import { pairedSumsOfRows } from '../../../bot/domain/scoring/paired-sums-from-rows.ts';
import type { RowsOfRound } from '../../../bot/domain/scoring/paired-sums-from-rows.ts';
import { sumsOfRows } from '../../../bot/domain/scoring/sums-from-rows.ts';
import type { Row } from '../../../bot/domain/scoring/sums-from-rows.ts';
import type { CellSums, RoundSums } from '../../../bot/domain/sums.ts';
import type { Store } from '../../../bot/ports/store.ts';
import type { Asked } from '../../../bot/ports/unit-answers.ts';
import { onEveryEngine, wholeStore } from '../../store-engines.ts';
import { hours, newRound, openRound } from './samples.ts';

type Respondent = { readonly organisation: number; readonly role: Role; readonly answers: readonly Answer[] };

const roles = ['leader', 'employee'] as const;
const short: Asked = { relational: [1, 4, 7], fewest: 2 };

const organisation = fc.integer({ min: 1, max: 3 });
/** Often the same rating and seldom none, so that many have an index; who does not work together may have rated all the same. */
const answer: fc.Arbitrary<Answer> = fc.record({
  target: organisation,
  notWorkingTogether: fc.integer({ min: 0, max: 3 }).map((one) => one === 3),
  ratings: fc
    .array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 3 }), { minLength: items.length, maxLength: items.length })
    .map((values) => Object.fromEntries(items.flatMap((item, place) => (values[place] == null ? [] : [[item, values[place]]])))),
});
const respondent: fc.Arbitrary<Respondent> = fc
  .record({
    organisation,
    role: fc.constantFrom(...roles),
    answers: fc.uniqueArray(answer, { selector: ({ target }) => target, minLength: 2, maxLength: 3 }),
  })
  .map((one) => ({ ...one, answers: one.answers.filter(({ target }) => target !== one.organisation) }));
const aRound = fc.array(respondent, { minLength: 1, maxLength: 10 });
/** So many that hardly ever nobody has an index of the same cell in both of two such rounds. */
const aFullRound = fc.array(respondent, { minLength: 7, maxLength: 10 });

const rowsOf = (round: readonly Respondent[]): Row[] =>
  round.flatMap((one, place) =>
    one.answers.map(({ target, notWorkingTogether, ratings }) => ({
      respondent: String(place),
      from: String(one.organisation),
      role: one.role,
      to: String(target),
      notWorkingTogether,
      ratings,
      submitted: 0,
    })),
  );

/** Person 0, 1, 2 ... of each round is the same one. */
const give = (store: Store, id: CollaborationId, number: number, given: readonly Respondent[]): Promise<void> =>
  store.within(id, async ({ answers, rounds }) => {
    for (const [place, { answers: own, ...from }] of given.entries())
      for (const one of own) await answers.record(number, Buffer.alloc(32, place), from, one, hours(1));
    await rounds.close(number, hours(2));
    await rounds.launch(newRound);
  });

const inOrder = (cells: readonly CellSums[]): readonly CellSums[] =>
  [...cells].sort((a, b) => `${a.from}${a.to}${a.role}`.localeCompare(`${b.from}${b.to}${b.role}`));

/** An item that nobody answered may stand there with nothing, or not at all. */
const withoutEmpty = ({ cells }: RoundSums): readonly CellSums[] =>
  cells.map((cell) => ({
    ...cell,
    items: Object.fromEntries(Object.entries(cell.items).filter(([, { n }]) => n > 0)),
  }));

const everyCell = [1, 2, 3].flatMap((from) => [1, 2, 3].filter((to) => to !== from).map((to) => ({ from, to })));

describe('what the database adds up', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('is what the domain adds up from the same rows', async function () {
      this.timeout(120_000);
      const { store } = opened();
      await fc.assert(
        fc.asyncProperty(aRound, async (given) => {
          const id = await openRound(store);
          await give(store, id, 1, given);
          const sums = await store.within(id, (unit) => unit.answers.sums(1));
          assert.deepEqual(inOrder(sums), inOrder(withoutEmpty(sumsOfRows(rowsOf(given), 0, roles))));
        }),
        { numRuns: 15 },
      );
    });

    it('takes the index of a short form from its own items', async () => {
      const { store } = opened();
      const id = await openRound(store);
      const one = (ratings: Answer['ratings']): Respondent => ({
        organisation: 1,
        role: 'leader',
        answers: [{ target: 2, notWorkingTogether: false, ratings }],
      });
      await give(store, id, 1, [one({ R1: 5, R4: 2 }), one({ R1: 1, R4: 1, R7: 2 }), one({ R1: 5, R2: 5, R3: 5, R5: 5, R6: 5 })]);
      const [asShort, asWhole, none] = await store.within(id, async ({ answers }) => [
        await answers.sums(1, short),
        await answers.sums(1),
        await answers.sums(1, { relational: [], fewest: 1 }),
      ]);
      const itemsOf = async (rated: readonly number[]) => {
        const cells = await store.within(id, ({ answers }) => answers.sums(1, { ...short, rated }));
        return cells.map(({ items: summed }) => summed);
      };
      assert.deepEqual(await itemsOf([1, 4, 7, 8]), [
        { R1: { n: 3, sum: 11, squares: 51 }, R4: { n: 2, sum: 3, squares: 5 }, R7: { n: 1, sum: 2, squares: 4 } },
      ]);
      assert.deepEqual(await itemsOf([7, 2]), [{ R7: { n: 1, sum: 2, squares: 4 }, R2: { n: 1, sum: 5, squares: 25 } }]);
      const indexOfCell = (cells: readonly CellSums[]) => cells.map(({ indexes, indexSum }) => [indexes, indexSum]);
      assert.deepEqual(indexOfCell(asShort), [[2, 420 * 3.5 + (420 * 4) / 3]]);
      assert.deepEqual(indexOfCell(asWhole), [[1, 420 * 5]]);
      assert.deepEqual(indexOfCell(none), [[0, 0]]);
    });

    for (const [form, asked, relational] of [
      ['whole', undefined, relationalItems],
      ['short', short, ['R1', 'R4', 'R7']],
    ] as const) {
      it(`tells how the same people's answers have moved as the domain does, cell by cell, in the ${form} form`, async function () {
        this.timeout(120_000);
        const { store } = opened();
        let moved = 0;
        const anyCells = fc.subarray(everyCell, { minLength: 3 });
        await fc.assert(
          fc.asyncProperty(
            aFullRound,
            aFullRound,
            fc.constantFrom(roles, ['leader'] as const),
            anyCells,
            async (before, now, audience, cells) => {
              const id = await openRound(store);
              await give(store, id, 1, before);
              await give(store, id, 2, now);
              const what = { roles: audience, cells, ...(asked && { asked }) };
              const paired = await store.within(id, ({ answers }) => answers.paired(1, 2, what));
              const rows = (round: readonly Respondent[]): RowsOfRound => ({
                rows: rowsOf(round),
                close: 0,
                audience,
                relational,
              });
              const compared = new Set(cells.map(({ from, to }) => `${from}>${to}`));
              const { compared: behind, movements } = pairedSumsOfRows(rows(before), rows(now), compared);
              assert.deepEqual(paired, { compared: behind, movements });
              moved += paired.movements.length;
            },
          ),
          { numRuns: 15 },
        );
        assert.ok(moved > 0);
      });
    }

    it('puts people who moved alike together', async () => {
      const { store } = opened();
      const id = await openRound(store);
      const rated = (rating: number, ...targets: readonly number[]): Respondent => ({
        organisation: 1,
        role: 'leader',
        answers: targets.map((target) => ({
          target,
          notWorkingTogether: false,
          ratings: Object.fromEntries(relationalItems.map((item) => [item, rating])),
        })),
      });
      await give(store, id, 1, [rated(3, 2, 3), rated(2, 2, 3), rated(3, 2), rated(5, 3)]);
      await give(store, id, 2, [rated(4, 2, 3), rated(3, 2, 3), rated(2, 2, 3), rated(5, 2)]);
      assert.deepEqual(await store.within(id, ({ answers }) => answers.paired(1, 2, { roles: ['leader'], cells: everyCell })), {
        compared: { before: 4, now: 4 },
        movements: [
          { people: 1, targets: 1, sum: -420 },
          { people: 2, targets: 2, sum: 840 },
        ],
      });
      const none = await store.within(id, ({ answers }) => answers.paired(1, 2, { roles: ['employee'], cells: everyCell }));
      assert.deepEqual(none, { compared: { before: 0, now: 0 }, movements: [] });
    });
  });
});
