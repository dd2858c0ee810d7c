import { items, localItems, practiceItems } from '../../bot/domain/instrument.ts';
import type { QuestionId } from '../../bot/domain/instrument.ts';
import { roles } from '../../bot/domain/collaboration.ts';
import { practicesOf } from '../../bot/domain/scoring/practices.ts';
import type { Row } from '../../bot/domain/scoring/sums-from-rows.ts';
import type { PublishedResults } from '../../bot/domain/reopening.ts';
import { pageKey } from './differing-people.ts';
import type { Page } from './differing-people.ts';
import { sumsOf } from './scoring/network-wide-answers.ts';
import { chance, resultsOf, sampleRound } from './scoring/rounds.ts';
import type { Chance, SampleRound } from './scoring/rounds.ts';

/** What a round published, and what it would publish after it was opened again. `erased`: pages of `before` that are known to nobody now. */
export type Editions = {
  readonly k: number;
  readonly round: SampleRound;
  readonly before: readonly Page[];
  readonly after: readonly Page[];
  readonly erased: readonly Page[];
  readonly was: PublishedResults;
  readonly is: PublishedResults;
};

/** Only what counts, the latest row of each person about each partner. */
const counting = (any: SampleRound): readonly Row[] => [
  ...new Map(
    any.rows
      .filter((row) => row.submitted <= any.close && row.from !== row.to && any.audience.includes(row.role))
      .toSorted((one, other) => one.submitted - other.submitted)
      .map((row) => [pageKey(row), row]),
  ).values(),
];

const asked: readonly QuestionId[] = [...items, ...localItems];

const withItem = <Of extends Page>(page: Of, item: QuestionId, { between }: Chance): Of =>
  page.notWorkingTogether ? page : { ...page, ratings: { ...page.ratings, [item]: between(1, 5) } };

type Change = (page: Row, random: Chance) => Row;

/** One way for everybody who changes something: the same item, an item each, all they said, whether they work together, or their place. */
const changes: readonly ((random: Chance, organisations: readonly string[]) => Change)[] = [
  ({ between }) => {
    const item = asked[between(0, asked.length - 1)] ?? 'R1';
    return (page, random) => withItem(page, item, random);
  },
  () => (page, random) => withItem(page, asked[random.between(0, asked.length - 1)] ?? 'R1', random),
  () => (page, random) => ({
    ...page,
    notWorkingTogether: false,
    ratings: Object.fromEntries(asked.map((item) => [item, random.between(1, 5)])),
  }),
  () => (page) => ({ ...page, notWorkingTogether: !page.notWorkingTogether, ratings: {} }),
  () => (page, random) => ({ ...page, role: roles[random.between(0, 1)] ?? 'leader' }),
  (_, organisations) => (page, random) => {
    const from = organisations[random.between(0, organisations.length - 1)] ?? page.from;
    return from === page.to ? page : { ...page, from };
  },
];

/** In some organisations many change something, in others few, or about one partner alone; some come, some are gone, some of those are there anew. */
const answeredAgain = (round: SampleRound, before: readonly Row[], random: Chance) => {
  const change = changes[random.between(0, changes.length - 1)]?.(random, round.organisations) ?? ((page: Row) => page);
  const eager = new Map(round.organisations.map((id) => [id, [0, 0, 10, 100, 100][random.between(0, 4)] ?? 0]));
  const about = random.percent(40) ? round.organisations[0] : undefined;
  const [leaving, late] = [[0, 0, 4][random.between(0, 2)] ?? 0, [0, 0, 10, 50][random.between(0, 3)] ?? 0];
  const people = [...new Set(before.map(({ respondent }) => respondent))];
  const those = (times: number): ReadonlySet<string> => new Set(people.filter(() => random.percent(times)));
  const [gone, comeBack, came] = [those(leaving), those(50), those(late)];
  const busy = new Set(before.filter(({ from }) => random.percent(eager.get(from) ?? 0)).map(({ respondent }) => respondent));
  return {
    before: before.filter(({ respondent }) => !came.has(respondent) || gone.has(respondent)),
    erased: before.filter(({ respondent }) => gone.has(respondent)),
    after: before
      .filter(({ respondent }) => !gone.has(respondent) || comeBack.has(respondent))
      .map((row) => (busy.has(row.respondent) && (about === undefined || about === row.to) ? change(row, random) : row)),
  };
};

export const editions = (seed: number): Editions => {
  const any = sampleRound(seed, 2, 3);
  const { before, ...again } = answeredAgain(any, counting(any), chance(seed + 1));
  const kept = { ...again, after: again.after.filter(({ role }) => any.audience.includes(role)) };
  const published = (rows: readonly Row[]): PublishedResults => resultsOf({ ...any, rows });
  return { k: any.k, round: any, before, ...kept, was: published(before), is: published(kept.after) };
};

/** The same people about the network as a whole, with an answer for some of the practices. */
export const editionsOfNetwork = (seed: number): Editions => {
  const { round, before, after, erased, k } = editions(seed);
  const places: readonly QuestionId[] = [...practiceItems, ...localItems];
  const about = (pages: readonly Page[]): readonly Page[] => {
    const first = new Map(pages.map((page) => [page.respondent, page]));
    return [...first.values()].map((page) => ({
      ...{ ...page, to: '0', notWorkingTogether: false },
      ratings: Object.fromEntries(Object.values(page.ratings).map((rating, place) => [places[place] ?? 'PR1', rating])),
    }));
  };
  const published = (pages: readonly Page[]): PublishedResults => {
    const given = (place: QuestionId): readonly number[] => pages.flatMap(({ ratings }) => ratings[place] ?? []);
    return practicesOf(Object.fromEntries(places.map((place) => [place, sumsOf(given(place))])), k, localItems);
  };
  const [one, other] = [about(before), about(after)];
  return { k, round, before: one, after: other, erased: about(erased), was: published(one), is: published(other) };
};
