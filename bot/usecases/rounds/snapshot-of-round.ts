import { outcomesAsked } from '../../domain/check-back.ts';
import { fewestForIndex, questionIds, relationalItems } from '../../domain/instrument.ts';
import type { ExpectationItem, LocalItem, QuestionId, RelationalItem } from '../../domain/instrument.ts';
import { asksAboutPartners, expectationsAsked, localAsked, relationalAsked } from '../../domain/questionnaire.ts';
import type { Instrument } from '../../domain/questionnaire.ts';
import type { Round } from '../../domain/round.ts';
import { checkBackOf } from '../../domain/scoring/check-back.ts';
import { changeSince, comparedCells, withoutNumbers } from '../../domain/scoring/change-since.ts';
import type { PublishedRound } from '../../domain/scoring/change-since.ts';
import { focusAreasOf } from '../../domain/scoring/focus-areas.ts';
import { healthCheckOf } from '../../domain/scoring/health-check.ts';
import { practicesOf } from '../../domain/scoring/practices.ts';
import { publish } from '../../domain/scoring/publish.ts';
import { everybodyIn } from '../../domain/scoring/response.ts';
import type { Results } from '../../domain/scoring/results.ts';
import { takesPartIn } from '../../domain/set-up.ts';
import type { Snapshot } from '../../contracts/tab-api.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Asked } from '../../ports/unit-answers.ts';

type Named = readonly { readonly id: string; readonly name: string }[];

/** The places of these questions among the ratings, from 1. */
const placesOf = (ids: readonly QuestionId[]): readonly number[] => ids.map((id) => questionIds.indexOf(id) + 1);

/** The places of the items, and how many make an index. */
const askedOf = (relational: readonly RelationalItem[]): Asked => ({
  relational: placesOf(relational),
  fewest: fewestForIndex(relational.length),
});

/** What makes an index in a round that asks this. */
export const indexIn = (instrument: Instrument): Asked => askedOf(relationalAsked(instrument));

const isRelational = (snapshot: Snapshot): snapshot is Snapshot & { results: Results } => snapshot.results.mode !== 'network';
const askedIn = ({ form }: Snapshot): readonly RelationalItem[] => (form === 'short' ? ['R1', 'R4', 'R7'] : relationalItems);

/** A round about partners, launched here or collected elsewhere. */
export type RelationalRound = Pick<Round, 'number' | 'mode' | 'k' | 'audience'> & {
  readonly relational: readonly RelationalItem[];
  readonly expectation: readonly ExpectationItem[];
  readonly local: readonly LocalItem[];
};

/** What changed since the round about partners that closed before, of the roles both asked (method.md, scoring 9). Undefined: this is the first. */
const changeOf = async (unit: Unit, number: number, now: PublishedRound, closed: Date) => {
  const earlier = (await unit.snapshots.all()).filter((one) => one.round !== number && new Date(one.closed) < closed);
  const last = earlier.filter(isRelational).at(-1);
  if (last === undefined) return undefined;
  const relational = askedIn(last);
  const { answered } = await unit.participation.counts(last.round);
  const before: PublishedRound = { audience: last.audience, relational, results: last.results, answered };
  // Nothing is read of answers that may change, or that are not all there.
  if (!(await unit.rounds.isAsPublished(last.round))) return { comparedWith: last.round, change: withoutNumbers(before, now) };
  const roles = now.audience.filter((role) => last.audience.includes(role));
  const moved = await unit.answers.paired(last.round, number, {
    roles,
    cells: [...comparedCells(before, now)].map((cell) => {
      const [from, to] = cell.split('>').map(Number);
      return { from: from ?? 0, to: to ?? 0 };
    }),
    asked: askedOf((now.relational ?? relationalItems).filter((item) => relational.includes(item))),
  });
  const paired = { before: everybodyIn(answered, roles), now: everybodyIn(now.answered, roles), ...moved };
  return { comparedWith: last.round, change: changeSince(before, now, paired) };
};

/** Everything published of it. `organisations`: their ids; `closed`: when, for what came before. */
export const relationalResults = async (
  unit: Unit,
  { number, relational, local, ...round }: RelationalRound,
  organisations: readonly string[],
  closed: Date,
): Promise<Pick<Snapshot, 'results' | 'comparedWith' | 'focus'>> => {
  const { invited, answered } = await unit.participation.counts(number);
  const rated = placesOf([...relational, ...round.expectation, ...local]);
  const cells = await unit.answers.sums(number, { ...askedOf(relational), rated });
  const results = publish({ ...round, organisations, invited, sums: { cells, answered }, relational });
  const { audience } = round;
  const changed = await changeOf(unit, number, { audience, relational, results, answered }, closed);
  return {
    results: changed === undefined ? results : { ...results, change: changed.change },
    ...(changed && { comparedWith: changed.comparedWith }),
    focus: focusAreasOf(results, organisations),
  };
};

const networkResults = async (unit: Unit, { k, audience, instrument, number }: Round, organisations: readonly string[]) => {
  const { invited, answered } = await unit.participation.counts(number);
  const items = await unit.answers.networkSums(number, placesOf(instrument.questions.map(({ id }) => id)));
  const people = { organisations, invited, answered, audience };
  const local = localAsked(instrument);
  if (instrument.name === 'check-back') {
    const outcomes = outcomesAsked(instrument);
    const asked = outcomes.map(({ id }) => id);
    return { outcomes: [...outcomes], results: checkBackOf(items, k, asked, local, people) };
  }
  return {
    results: instrument.name === 'health check' ? healthCheckOf(items, k, local, people) : practicesOf(items, k, local, people),
  };
};

/** Scores the round once (P5): what is published is in the snapshot, and nothing else ever is. */
export const snapshotOf = async (unit: Unit, round: Round, closed: Date): Promise<Snapshot> => {
  const { organisations: all } = await unit.collaboration();
  const organisations: Named = all.filter(takesPartIn(round.number)).map(({ id, name }) => ({ id: String(id), name }));
  const ids = organisations.map(({ id }) => id);
  const { instrument } = round;
  return {
    version: 1,
    round: round.number,
    opened: round.opens.toISOString(),
    closed: closed.toISOString(),
    audience: [...round.audience],
    organisations: [...organisations],
    form: instrument.form,
    localQuestions: localAsked(instrument).map((id) => ({
      id,
      text: instrument.questions.find((one) => one.id === id)?.text.en ?? '',
    })),
    ...(asksAboutPartners(instrument)
      ? await relationalResults(
          unit,
          {
            ...round,
            relational: relationalAsked(instrument),
            expectation: expectationsAsked(instrument),
            local: localAsked(instrument),
          },
          ids,
          closed,
        )
      : await networkResults(unit, round, ids)),
  };
};
