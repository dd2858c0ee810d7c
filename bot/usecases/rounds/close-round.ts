import type { CollaborationId, Person } from '../../domain/collaboration.ts';
import type { SurveyFacts } from '../../domain/message.ts';
import { mayPublishAgain } from '../../domain/reopening.ts';
import type { Round } from '../../domain/round.ts';
import type { Snapshot } from '../../contracts/tab-api.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Inside } from '../gate.ts';
import { integrationManagerOnly } from '../gate.ts';
import { indexIn, snapshotOf } from './snapshot-of-round.ts';
import { surveyFacts } from './survey-facts.ts';

type Needs = { readonly store: Store; readonly clock: Clock };

/** What became of the results: the first ones of the round, ones that replace those, or those left as they were (P6). */
export type Outcome = 'published' | 'published again' | 'left';

/** Copies that were on their way when the round closed have arrived, or never will, after this many milliseconds. */
const onTheirWay = 60_000;

/**
 * Its change since the round before stays that of the first edition, with the round it was compared with, also where another has been
 * imported since: among those who differ now, fewer than k may have answered that round too, and two means of the same pairs would tell
 * what they changed.
 */
const withChangeOf = (first: Snapshot, again: Snapshot): Snapshot => {
  if (first.results.mode === 'network' || again.results.mode === 'network') return again;
  return { ...again, comparedWith: first.comparedWith, results: { ...again.results, change: first.results.change } };
};

/** Of a round that was opened again, the results are replaced where that says nothing about a few (P6), or stay as they are. */
const publishResults = async (unit: Unit, round: Round, by: Person | undefined, now: Date): Promise<Outcome> => {
  const snapshot = await snapshotOf(unit, round, now);
  if (round.reopened === undefined) {
    await unit.snapshots.save(snapshot);
    return 'published';
  }
  // None: an administrator has withdrawn it. What was read cannot be compared with any more, so nothing is published.
  const before = await unit.snapshots.ofRound(round.number);
  const differing = await unit.answers.differing(round.number, indexIn(round.instrument));
  const again = before !== undefined && mayPublishAgain(differing, before.snapshot.results, snapshot.results);
  if (again) await unit.snapshots.save(withChangeOf(before.snapshot, snapshot), before.edition + 1);
  await unit.answers.forgetPublished(round.number);
  await unit.note(again ? 'results published again' : 'results left as they were', by, { round: round.number }, now);
  return again ? 'published again' : 'left';
};

/** One transaction: no answer after it, the snapshot with it. Undefined: the round was not open (any more). */
const close = async (
  unit: Unit,
  collaboration: CollaborationId,
  number: number,
  by: Person | undefined,
  now: Date,
): Promise<Outcome | undefined> => {
  const round = await unit.rounds.close(number, now);
  if (round === undefined) return undefined;
  const outcome = await publishResults(unit, round, by, now);
  await unit.enqueue({ name: 'forget order', collaboration, round: number });
  await unit.enqueue({ name: 'refresh survey card', collaboration, round: number });
  await unit.enqueue(
    { name: 'close copies', collaboration, round: number, last: 0 },
    { after: new Date(now.getTime() + onTheirWay) },
  );
  await unit.enqueue({ name: 'forget answers', collaboration, round: number });
  await unit.note('round closed', by, { round: number }, now);
  return outcome;
};

/** By an integration manager, before its time. May it run twice? The second is refused: it is closed. */
export const closeRoundByHand =
  ({ store, clock }: Needs) =>
  async (who: Inside, number: number): Promise<{ readonly facts: SurveyFacts; readonly outcome: Outcome }> =>
    await store.within(who.collaboration, async (unit) => {
      await integrationManagerOnly(unit, who.person);
      const outcome = await close(unit, who.collaboration, number, who.person, clock());
      if (outcome === undefined) throw new Refused('round closed');
      const round = await unit.rounds.find(number);
      if (round === undefined) throw new Refused('no open round');
      return { facts: await surveyFacts(unit, await unit.collaboration(), round, who.language), outcome };
    });

/** By the clock, at its closing time. May it run twice? Yes: a closed round stays as it is. */
export const closeRoundOnTime =
  ({ store, clock }: Needs) =>
  async (collaboration: CollaborationId, number: number): Promise<void> => {
    await store.within(collaboration, async (unit) => {
      const round = await unit.rounds.find(number);
      if (round?.state !== 'open') return;
      // The queue goes by the database's clock: where that is ahead of ours, this is too early, and there is no other job.
      if (round.closes > clock())
        await unit.enqueue({ name: 'close round', collaboration, round: number }, { after: round.closes });
      else await close(unit, collaboration, number, undefined, clock());
    });
  };
