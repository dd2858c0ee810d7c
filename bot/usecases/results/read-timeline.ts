import type { CollaborationId, Person } from '../../domain/collaboration.ts';
import type { Snapshot } from '../../contracts/tab-api.ts';
import type { RoundOnTimeline, Timeline } from '../../contracts/timeline-api.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import { oncePer } from './read-overview.ts';

type Needs = { readonly store: Store; readonly clock: Clock };

const headOf = ({ round, opened, closed, imported, audience, results: { k } }: Snapshot) => ({
  ...{ round, opened, closed, imported: imported ?? false, audience, k },
});

/** The few published numbers that are shown round by round; nobody's standing among the organisations is one of them. */
export const onTimeline = (snapshot: Snapshot): RoundOnTimeline => {
  const { results, form, comparedWith: since } = snapshot;
  const head = headOf(snapshot);
  if (results.mode === 'network') {
    if (results.instrument === 'health check')
      return { ...head, instrument: 'health check', mode: 'network', dimensions: results.dimensions };
    return results.instrument === 'six practices'
      ? { ...head, instrument: 'six practices', mode: 'network', items: results.items }
      : { ...head, instrument: 'check-back', mode: 'network', outcomes: snapshot.outcomes ?? [], items: results.items };
  }
  const changed = results.change === undefined || since === undefined ? {} : { change: { label: results.change.label, since } };
  const relational = { ...head, instrument: 'relational', form, ...changed } as const;
  return results.mode === 'matrix'
    ? { ...relational, mode: 'matrix', network: results.network }
    : { ...relational, mode: 'pooled' };
};

/** Every round's published numbers over time, as they were frozen; nothing is computed on read. The read is logged (P12), once an hour. */
export const readTimeline =
  ({ store, clock }: Needs) =>
  async (collaboration: CollaborationId, person: Person): Promise<Timeline> =>
    await store.within(collaboration, async (unit) => {
      const rounds = (await unit.snapshots.all()).map(onTimeline);
      const facts = { rounds: rounds.map(({ round }) => round) };
      if (rounds.length > 0) await unit.note('results read', person, facts, clock(), oncePer);
      const checkOuts = (await unit.checkOuts.closed()).map(({ date, k, results: { energy, said } }) => ({
        ...{ meeting: date, k, energy, said },
      }));
      return { rounds, checkOuts };
    });
