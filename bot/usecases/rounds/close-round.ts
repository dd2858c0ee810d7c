import type { CollaborationId, Person } from '../../domain/collaboration.ts';
import type { SurveyFacts } from '../../domain/message.ts';
import { publish } from '../../domain/scoring/publish.ts';
import type { Round } from '../../domain/round.ts';
import type { Snapshot } from '../../contracts/tab-api.ts';
import { Refused } from '../../errors.ts';
import type { Clock, Store, Unit } from '../../ports.ts';
import type { Entered } from '../gate.ts';
import { integrationManagerOnly } from '../gate.ts';
import { surveyFacts } from './survey-facts.ts';

type Needs = { readonly store: Store; readonly clock: Clock };

/** Scores the round once (P5): what is published is in the snapshot, and nothing else ever is. */
const snapshotOf = async (unit: Unit, round: Round, closed: Date): Promise<Snapshot> => {
  const { organisations } = await unit.collaboration();
  const named = organisations.map(({ id, name }) => ({ id: String(id), name }));
  const { invited } = await unit.participation.counts(round.number);
  const { k, mode, audience } = round;
  return {
    version: 1,
    round: round.number,
    opened: round.opens.toISOString(),
    closed: closed.toISOString(),
    audience: [...audience],
    organisations: named,
    results: publish({
      k,
      mode,
      audience,
      organisations: named.map(({ id }) => id),
      invited,
      sums: await unit.answers.sums(round.number),
    }),
  };
};

/** One transaction: no answer after it, the snapshot with it. False: the round was not open (any more). */
const close = async (
  unit: Unit,
  collaboration: CollaborationId,
  number: number,
  by: Person | undefined,
  now: Date,
): Promise<boolean> => {
  const round = await unit.rounds.close(number, now);
  if (round === undefined) return false;
  await unit.snapshots.save(await snapshotOf(unit, round, now));
  await unit.enqueue({ name: 'forget order', collaboration, round: number });
  await unit.enqueue({ name: 'refresh survey card', collaboration, round: number });
  await unit.note('round closed', by, { round: number }, now);
  return true;
};

/** By an integration manager, before its time. May it run twice? The second is refused: it is closed. */
export const closeRoundByHand =
  ({ store, clock }: Needs) =>
  async (who: Entered, number: number): Promise<SurveyFacts> =>
    await store.within(who.collaboration, async (unit) => {
      await integrationManagerOnly(unit, who.person);
      if (!(await close(unit, who.collaboration, number, who.person, clock()))) throw new Refused('round closed');
      const round = await unit.rounds.find(number);
      if (round === undefined) throw new Refused('no open round');
      return await surveyFacts(unit, await unit.collaboration(), round, who.language);
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
