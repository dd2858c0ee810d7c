import type { Summary } from '../../contracts/summary-api.ts';
import type { Snapshot } from '../../contracts/tab-api.ts';
import type { Outcome } from '../../domain/set-up.ts';

/** The part of a summary that is made of answers. */
export type PublishedSummary = Pick<Summary, 'outcomes' | 'checkBack' | 'index' | 'focus'>;

const isCheckBack = ({ results }: Snapshot): boolean => results.mode === 'network' && results.instrument === 'check-back';

/** Found by its number: its text may have been mended since. */
const reachedIn = (snapshot: Snapshot | undefined, id: number): Summary['outcomes'][number]['reached'] => {
  const asked = snapshot?.outcomes?.find(({ outcome }) => outcome === id);
  if (asked === undefined || snapshot?.results.mode !== 'network' || snapshot.results.instrument !== 'check-back') return null;
  return snapshot.results.items[asked.id] ?? null;
};

/** From what is published alone. `snapshots`: in the order in which they closed. */
export const publishedSummary = (snapshots: readonly Snapshot[], outcomes: readonly Outcome[]): PublishedSummary => {
  const checkBack = snapshots.findLast(isCheckBack);
  const focused = snapshots.findLast(({ focus }) => focus !== undefined);
  return {
    outcomes: outcomes.map(({ id, text }) => ({ text, reached: reachedIn(checkBack, id) })),
    checkBack: checkBack === undefined ? null : { round: checkBack.round, closed: checkBack.closed, k: checkBack.results.k },
    index: snapshots.flatMap(({ round, closed, audience, results }) =>
      results.mode === 'matrix' && results.network.index !== null
        ? [{ round, closed, value: results.network.index, audience }]
        : [],
    ),
    focus:
      focused?.focus === undefined
        ? null
        : { ...focused.focus, round: focused.round, closed: focused.closed, organisations: focused.organisations },
  };
};
