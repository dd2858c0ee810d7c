import type { Action } from '../../domain/actions/action.ts';
import { isOpen } from '../../domain/round.ts';
import type { ParticipationState, Round } from '../../domain/round.ts';
import type { Clock, Log } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Directory } from '../../ports/teams.ts';
import type { Unit } from '../../ports/unit.ts';
import type { SignedIn } from '../gate.ts';
import { ownCollaborations } from './own-collaborations.ts';
import type { OwnCollaboration, OwnCollaborations } from './own-collaborations.ts';
import { openOwned } from './read-my-actions.ts';

type Needs = { readonly store: Store; readonly directory: Directory; readonly clock: Clock; readonly log: Log };

/** Nobody is in more; who is reads that there are more. */
const howMany = { most: 50, atOnce: 10 };

/** What is open to be answered, and how far this person has come; nothing of anybody else. */
export type MySurvey = {
  readonly round: Round;
  readonly state: ParticipationState | 'not invited';
  /** The message of the channel's card; absent while it is on its way, or where it did not arrive. */
  readonly card: string | undefined;
};

export type MyCollaboration = OwnCollaboration & {
  readonly survey: MySurvey | undefined;
  /** The round whose results are the latest; undefined before the first. */
  readonly results: number | undefined;
  /** Open ones the person owns, by due date. */
  readonly actions: readonly Action[];
};

export type MyCollaborations = OwnCollaborations<MyCollaboration>;

const openSurvey = async (unit: Unit, { member, at }: OwnCollaboration, now: Date): Promise<MySurvey | undefined> => {
  const round = await unit.rounds.latest();
  if (round === undefined || !isOpen(round, now)) return undefined;
  const own = await unit.participation.of(round.number, member.id);
  const through = at.home ? undefined : at.channel;
  const cards = (await unit.deliveries.cards(round.number)).filter(({ channel }) => channel === through);
  return { round, state: own?.state ?? 'not invited', card: cards.findLast(({ activity }) => activity !== undefined)?.activity };
};

/** A person's own collaborations, with what waits there for them. Changes nothing but which language of theirs is kept; it shows no results, so nothing is logged. */
export const readMyCollaborations = ({ clock, ...needs }: Needs) => {
  const own = ownCollaborations(needs, howMany);
  return (who: SignedIn): Promise<MyCollaborations> =>
    own(who, async (unit, mine) => ({
      survey: await openSurvey(unit, mine, clock()),
      results: (await unit.snapshots.latest())?.round,
      actions: await openOwned(unit, mine.member.id),
    }));
};
