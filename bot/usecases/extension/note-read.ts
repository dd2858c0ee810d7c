import type { Person } from '../../domain/collaboration.ts';
import type { Finding } from '../../domain/found.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import { oncePer } from '../results/read-overview.ts';

/** Published values are about to be shown to this person: it is in the log before they are (P12), once an hour for each round. */
export const noteRead = async (
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  person: Person,
  findings: readonly Finding[],
): Promise<void> => {
  const [first] = findings;
  const rounds = new Set(findings.flatMap(({ found }) => ('values' in found ? [found.round] : [])));
  if (first === undefined || rounds.size === 0) return;
  // Values are only ever of the one collaboration in whose channel they are asked for.
  await store.within(first.collaboration.id, async (unit) => {
    for (const round of rounds) await unit.note('results read', person, { round }, clock(), oncePer);
  });
};
