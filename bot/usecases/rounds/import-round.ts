import type { CollaborationId, Organisation, Person } from '../../domain/collaboration.ts';
import { expectationItems, relationalItems } from '../../domain/instrument.ts';
import { examination } from '../../domain/imported/examine.ts';
import type { Examined, Mapped } from '../../domain/imported/examine.ts';
import type { ImportedFile } from '../../domain/imported/file.ts';
import { resultsOf, shownOf, sumsInPieces } from '../../domain/imported/round.ts';
import type { Content, ImportedRound } from '../../domain/imported/round.ts';
import type { WrongList } from '../../domain/imported/wrong.ts';
import type { CellSums } from '../../domain/sums.ts';
import { headsOf } from '../../domain/scoring/response.ts';
import type { ImportReport } from '../../contracts/round-import.ts';
import type { Snapshot } from '../../contracts/tab-api.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Pseudonyms } from '../../ports/identity.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { ImportedAnswer, Respondent } from '../../ports/unit-answers.ts';
import { integrationManagerOnly } from '../gate.ts';
import { relationalResults } from './snapshot-of-round.ts';

type Needs = { readonly store: Store; readonly pseudonyms: Pseudonyms; readonly clock: Clock };
type Who = { readonly collaboration: CollaborationId; readonly person: Person };
type Given = {
  readonly file: ImportedFile;
  /** Organisations of the file to ours. */ readonly mapping: Readonly<Record<string, number>>;
};

export type Imported = Omit<ImportReport, 'wrong' | 'more' | 'organisations'> & {
  readonly organisations: readonly Mapped[];
  readonly wrong: WrongList;
};

/** Rows read before others have their turn: a large file takes seconds. */
const rowsInOneGo = 500;
const letOthers = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const nothingWrong: WrongList = { shown: [], more: 0 };

const summaryOf = (round: ImportedRound, cells: readonly CellSums[]): NonNullable<ImportReport['summary']> => ({
  rows: round.rows,
  used: round.kept.length,
  leftOut: round.leftOut,
  mode: round.mode,
  k: round.k,
  audience: [...round.audience],
  closed: round.closed.toISOString(),
  organisations: round.organisations.map(({ id, name }) => ({
    name,
    answered: headsOf(round.answered, String(id), round.audience),
    invited: headsOf(round.invited, String(id), round.audience),
  })),
  ...shownOf(resultsOf(round, cells)),
});

const examined = async ({ file, mapping }: Given, ours: readonly Organisation[], now: Date): Promise<Examined> => {
  const { take, finish } = examination(file, ours, mapping, now);
  let rows = 0;
  for (const row of file.rows) {
    take(row);
    if ((rows += 1) % rowsInOneGo === 0) await letOthers();
  }
  return finish();
};

const cellsOf = async (round: ImportedRound): Promise<readonly CellSums[]> => {
  const cells: CellSums[] = [];
  for (const piece of sumsInPieces(round)) {
    cells.push(...piece);
    await letOthers();
  }
  return cells;
};

const peopleOf = async (pseudonyms: Pseudonyms, collaboration: CollaborationId, { kept }: ImportedRound) => {
  const ids = [...new Set(kept.map(({ respondent }) => respondent))];
  const made = await pseudonyms.imported(collaboration, ids);
  return new Map(ids.flatMap((id, place) => (made[place] === undefined ? [] : [[id, made[place]] as const])));
};

const answersOf = (known: ReadonlyMap<string, Respondent>, { kept }: ImportedRound): readonly ImportedAnswer[] =>
  kept.map(({ respondent, from, to, role, notWorkingTogether, ratings }): ImportedAnswer => {
    const pseudonym = known.get(respondent);
    if (pseudonym === undefined) throw new Error('every respondent has a pseudonym');
    return { respondent: pseudonym, organisation: Number(from), target: Number(to), role, notWorkingTogether, ratings };
  });

type Found = { readonly round: ImportedRound; readonly content: Content; readonly people: ReadonlyMap<string, Respondent> };

/**
 * The number of the round that these very rows were imported as; or why they are refused: two versions of one round side by side would
 * show what single people answered, so what was imported is not imported again corrected. Undefined: neither.
 */
const importedBefore = async (unit: Unit, { round, content, people }: Found): Promise<number | WrongList | undefined> => {
  const same = await unit.imports.numberOf(content);
  if (same !== undefined) return same;
  const found = await unit.imports.sameTimeAndPeople(round, [...people.values()]);
  if (found === undefined) return undefined;
  return { shown: [{ at: undefined, reasons: [{ is: 'same time and people', values: { round: found } }] }], more: 0 };
};

/** As at a close: scored once, from the sums of the database, and frozen. */
const snapshotOf = async (unit: Unit, number: number, round: ImportedRound): Promise<Snapshot> => {
  const organisations = round.organisations.map(({ id, name }) => ({ id: String(id), name }));
  const { mode, k, audience, closed } = round;
  return {
    version: 1,
    round: number,
    opened: round.opens.toISOString(),
    closed: closed.toISOString(),
    audience: [...audience],
    organisations,
    imported: true,
    form: 'full',
    localQuestions: [],
    ...(await relationalResults(
      unit,
      { number, mode, k, audience, relational: relationalItems, expectation: expectationItems, local: [] },
      organisations.map(({ id }) => id),
      closed,
    )),
  };
};

/** An old round is past its retention when it comes; its answers stay this long, so that the next of a series can be compared with it. Milliseconds. */
const seriesTime = 30 * 86_400_000;

/** One transaction: the round, its answers and its snapshot, or nothing. */
const store = async (
  unit: Unit,
  { collaboration, person }: Who,
  found: Found,
  now: Date,
): Promise<{ readonly imported: number } | number | WrongList> => {
  // A launch takes the next number too.
  await unit.oneAtATime();
  await integrationManagerOnly(unit, person);
  const before = await importedBefore(unit, found);
  if (before !== undefined) return before;
  const { round, content, people } = found;
  const number = await unit.imports.addRound(round, content);
  await unit.imports.addAnswers(number, answersOf(people, round));
  await unit.snapshots.save(await snapshotOf(unit, number, round));
  await unit.enqueue({ name: 'forget answers', collaboration, round: number }, { after: new Date(now.getTime() + seriesTime) });
  await unit.note('round imported', person, { round: number, rows: round.kept.length, closed: round.closed, k: round.k }, now);
  return { imported: number };
};

/**
 * A round collected elsewhere joins the timeline. Integration managers only, which is asked before the file is read. `dryRun`: says
 * what would be stored and stores nothing. May it run twice? Yes: the same rows, in any order or kind of file, are stored once.
 */
export const importRound =
  ({ store: data, pseudonyms, clock }: Needs) =>
  async ({ collaboration, person }: Who, read: () => Promise<Given>, dryRun: boolean): Promise<Imported> => {
    const ours = await data.within(collaboration, async (unit) => {
      await integrationManagerOnly(unit, person);
      return (await unit.collaboration()).organisations;
    });
    const given = await read();
    const now = clock();
    const found = await examined(given, ours, now);
    const { organisations } = found;
    const report = { counted: given.file.counted, organisations } as const;
    const refused = (wrong: WrongList): Imported => ({ ...report, outcome: 'wrong', round: null, summary: null, wrong });
    if ('wrong' in found) return refused(found.wrong);
    const { round, content } = found;
    const good = { ...report, summary: summaryOf(round, await cellsOf(round)), wrong: nothingWrong };
    const all = { round, content, people: await peopleOf(pseudonyms, collaboration, round) };
    const outcome = await data.within(collaboration, (unit) =>
      dryRun ? importedBefore(unit, all) : store(unit, { collaboration, person }, all, now),
    );
    if (outcome === undefined) return { ...good, outcome: 'can be imported', round: null };
    if (typeof outcome === 'number') return { ...good, outcome: 'there already', round: outcome };
    return 'shown' in outcome ? refused(outcome) : { ...good, outcome: 'imported', round: outcome.imported };
  };
