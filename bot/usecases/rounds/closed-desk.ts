import { mayReopen } from '../../domain/reopening.ts';
import type { Round } from '../../domain/round.ts';
import type { Unit } from '../../ports/unit.ts';

/** Of the latest round that is closed, what its integration manager may still do, or has to know. */
export type ClosedDesk = {
  readonly round: number;
  readonly mayReopen: boolean;
  /** It was opened again, and closed with its published results left as they were. */
  readonly resultsLeft: boolean;
};

/** A round that came here from elsewhere has no card to be opened again on. */
const hasCard = async (unit: Unit, round: number): Promise<boolean> => (await unit.deliveries.cards(round)).length > 0;

export const isReopenable = async (unit: Unit, round: Round, now: Date): Promise<boolean> => {
  const closed = await unit.rounds.closedAt(round.number);
  return closed !== undefined && mayReopen(round, closed, now) && (await hasCard(unit, round.number));
};

/** For the desk; undefined where there is nothing to say. Changes nothing. */
export const closedDesk = async (unit: Unit, round: Round | undefined, now: Date): Promise<ClosedDesk | undefined> => {
  if (round?.state !== 'closed') return undefined;
  const published = round.reopened === undefined ? undefined : await unit.snapshots.ofRound(round.number);
  const desk = {
    round: round.number,
    mayReopen: await isReopenable(unit, round, now),
    resultsLeft: published?.edition === 1,
  };
  return desk.mayReopen || desk.resultsLeft ? desk : undefined;
};
