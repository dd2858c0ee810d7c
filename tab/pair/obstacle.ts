import type { Overview, Snapshot } from '../../bot/contracts/tab-api.ts';
import type { Organisation } from '../relations.ts';
import type { PairSay } from './pair-words.ts';

/** Why this round has no results of the two, with what comes next, in a sentence or two; undefined: it has. */
export function obstacleOf(
  first: Organisation,
  second: Organisation,
  snapshot: Snapshot | null,
  overview: Overview,
  words: PairSay,
): string | undefined {
  if (snapshot === null) return words('pair.noRound');
  const { round, results, organisations } = snapshot;
  const absent = [first, second].find(({ id }) => !organisations.some((one) => one.id === id));
  if (absent) {
    const left = overview.organisations.some(({ id, left: gone }) => id === absent.id && gone);
    return words(left ? 'pair.gone' : 'pair.notYet', { organisation: absent.name, round });
  }
  if (results.mode === 'pooled') return words('pair.pooled', { round });
  return results.mode === 'network' ? words('pair.network', { round }) : undefined;
}
