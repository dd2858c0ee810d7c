import { roles } from './collaboration.ts';
import type { Role } from './collaboration.ts';
import type { Round } from './round.ts';
import type { HealthCheckResults, PracticesResults } from './scoring/network-wide-results.ts';
import type { Results } from './scoring/results.ts';

/** What a closed round published. */
export type PublishedResults = Results | HealthCheckResults | PracticesResults;

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
 * Of one role of one organisation, about one other: how many respondents' answers are not those of the published results.
 * `changed`: were there and say something else. `added`: were not there. `erased`: had theirs erased since.
 */
export type Differing = {
  readonly from: string;
  readonly to: string;
  readonly role: Role;
  readonly changed: number;
  readonly added: number;
  readonly erased: number;
};

/** At least so many different people: somebody who is there anew may be the one who was erased. */
const fewestPeople = (some: readonly Differing[]): number => {
  const sum = (of: 'changed' | 'added' | 'erased'): number => some.reduce((total, one) => total + one[of], 0);
  return sum('changed') + Math.max(sum('added'), sum('erased'));
};

/** Whether everybody's answers about one organisation, or about the network, stand together. */
const isTogether = (results: PublishedResults): boolean => results.mode !== 'matrix';

const hasSplit = (results: PublishedResults, { from, to }: Differing): boolean => {
  if (results.mode !== 'matrix') return false;
  const cell = results.cells[`${from}>${to}`];
  return cell !== undefined && 'split' in cell && cell.split !== undefined;
};

/**
 * Whether the results of a round that was opened again may replace the published ones (method.md, P6): in every cell nobody, or at least
 * k people, answered differently; else the two side by side would say what a few have changed. In pooled mode a cell is everybody
 * about one organisation, and in a round about the network it is everybody. Where leaders and employees are shown apart, before or after, it holds for each of them. Everything else
 * that is published is made of the cells' own rounded values, so it says no more than they do.
 */
export const mayPublishAgain = (differing: readonly Differing[], before: PublishedResults, after: PublishedResults): boolean => {
  const enough = (some: readonly Differing[]): boolean => {
    const people = fewestPeople(some);
    return people === 0 || people >= after.k;
  };
  return differing.every((one) => {
    const cell = differing.filter(({ from, to }) => to === one.to && (isTogether(after) || from === one.from));
    if (!enough(cell)) return false;
    if (!hasSplit(before, one) && !hasSplit(after, one)) return true;
    return roles.every((role) => enough(cell.filter((other) => other.role === role)));
  });
};
