import type { Role } from './collaboration.ts';
import type { QuestionId } from './instrument.ts';
import { wholeNetwork } from './questionnaire.ts';
import type { Round } from './round.ts';
import type { CheckBackResults, HealthCheckResults, PracticesResults } from './scoring/network-wide-results.ts';
import type { MatrixResults, Results } from './scoring/results.ts';

/** What a closed round published. */
export type PublishedResults = Results | HealthCheckResults | PracticesResults | CheckBackResults;

/** A closed round may be opened again for this long, in milliseconds; answers are kept longer than that in any case. */
const longestClosed = 14 * 86_400_000;

/**
 * A closed round may be opened again once, soon after it `closed`. Once, because of the results of three closes two may differ by a
 * single person, though each differs from the one before by k; and because after a close that published nothing, the answers
 * are not those of the published results any more.
 */
export const mayReopen = ({ state, reopened }: Round, closed: Date, now: Date): boolean =>
  state === 'closed' && reopened === undefined && now.getTime() - closed.getTime() <= longestClosed;

/**
 * One thing that a page adds to what is published: the answer to a question; the index (a person's own mean, where enough is answered);
 * `profile`: all relational answers at once, of which agreement is made; or that the two do not work together.
 */
export type Place = QuestionId | 'index' | 'profile' | 'not working together';

/** Whose pages about `to`. Without a role: leaders and employees together; without `from`: everybody, wherever they are from. */
export type Whose = { readonly to: string; readonly from?: string; readonly role?: Role };

/**
 * How many different people add something else at this place than in the published results, or what they added there is gone, or new.
 * `changed`: of people whose page was in those results, also where they are in another organisation or role now. `added`: whose was not.
 */
export type PeopleAtPlace = Whose & { readonly place: Place; readonly changed: number; readonly added: number };

/** Respondents whose answers have been erased since the results were published. What they had answered, nobody knows any more. */
export type ErasedPeople = Required<Whose> & { readonly people: number };

export type Differing = { readonly people: readonly PeopleAtPlace[]; readonly erased: readonly ErasedPeople[] };

/** A value that readers see, by what it is made of. */
type Value = Whose & { readonly place: Place };

const keyOf = ({ from, to, role, place }: Value): string => JSON.stringify([from ?? null, to, role ?? null, place]);

const keysOf = <Key extends string>(record: Partial<Record<Key, unknown>> | undefined): readonly Key[] =>
  Object.keys(record ?? {}) as Key[];

const valuesOfCells = ({ cells }: MatrixResults): readonly Value[] =>
  Object.entries(cells).flatMap(([key, cell]) => {
    const [from = '', to = ''] = key.split('>');
    const of = (...places: readonly Place[]): Value[] => places.map((place) => ({ from, to, place }));
    // It is shown where it and those with an index are k together (P1): whether it is shown tells of both.
    const apart = cell.notWorkingTogether === undefined ? [] : of('not working together', 'index');
    if ('hidden' in cell) return apart;
    const { items, local, agreement, split } = cell;
    return [
      ...apart,
      ...of('index', ...keysOf(items), ...keysOf(local), ...(agreement === undefined ? [] : (['profile'] as const))),
      ...(split === undefined ? [] : (['leader', 'employee'] as const)).map((role): Value => ({
        from,
        to,
        role,
        place: 'index',
      })),
    ];
  });

const valuesOfGaps = ({ expectationGaps }: MatrixResults): readonly Value[] =>
  Object.entries(expectationGaps).flatMap(([key, gap]): Value[] => {
    const [one = '', other = ''] = key.split(' needs from ');
    if ('hidden' in gap) return [];
    return [
      { from: one, to: other, place: 'E1' },
      { from: other, to: one, place: 'E2' },
    ];
  });

/** Every value that is made of answers. All else that is published is made of these alone, and rounded as they are. */
const valuesOf = (results: PublishedResults): readonly Value[] => {
  if (results.mode === 'matrix') return [...valuesOfCells(results), ...valuesOfGaps(results)];
  const shown = <Key extends string>(values: Partial<Record<Key, object>> | undefined): readonly Key[] =>
    keysOf(values).filter((key) => !('hidden' in (values?.[key] ?? {})));
  if (results.mode === 'pooled') return shown(results.seen).map((to) => ({ to, place: 'index' }));
  const places = [...shown<QuestionId>(results.items), ...shown<QuestionId>(results.local)];
  return places.map((place) => ({ to: String(wholeNetwork), place }));
};

/** Of those erased, at most so many had said this: all of them, as long as the published results do not say that fewer did. */
const mostErased = ({ from, to, role, place }: Value, erased: readonly ErasedPeople[], before: PublishedResults): number => {
  const own = erased.filter((one) => one.to === to && (from ?? one.from) === one.from && (role ?? one.role) === one.role);
  const people = own.reduce((sum, one) => sum + one.people, 0);
  if (place !== 'not working together' || before.mode !== 'matrix' || from === undefined) return people;
  return Math.min(people, before.cells[`${from}>${to}`]?.notWorkingTogether ?? people);
};

/** While a round is open everybody sees how many have answered: a count that goes up is known. One that goes down tells of an erasure. */
const fewerAnswered = (before: PublishedResults, after: PublishedResults): boolean =>
  Object.entries(before.response ?? {}).some(([organisation, was]) => {
    const is = after.response?.[organisation];
    if ('hidden' in was || is === undefined || 'hidden' in is) return false;
    const gone = was.answered - is.answered;
    return gone > 0 && gone < after.k;
  });

/**
 * Whether the results of a round that was opened again may replace the published ones (method.md, P6): behind every value that readers
 * see before or after, nobody or at least k people add something else; two versions side by side would tell what a few have changed.
 * Each value alone: three who change an item each, and not the same, move three means by one person each. Where answers were erased it
 * holds whatever those people had answered, and whoever of those who are there anew they may be.
 */
export const mayPublishAgain = ({ people, erased }: Differing, before: PublishedResults, after: PublishedResults): boolean => {
  const found = new Map(people.map((one) => [keyOf(one), one]));
  const nobodyOrEnough = (value: Value): boolean => {
    const { changed, added } = found.get(keyOf(value)) ?? { changed: 0, added: 0 };
    const gone = mostErased(value, erased, before);
    return changed + added + gone === 0 || changed + Math.max(0, added - gone) >= after.k;
  };
  return [...valuesOf(before), ...valuesOf(after)].every(nobodyOrEnough) && !fewerAnswered(before, after);
};
