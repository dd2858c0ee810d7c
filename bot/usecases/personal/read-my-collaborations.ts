import { isClosed } from '../../domain/actions/action.ts';
import type { Action } from '../../domain/actions/action.ts';
import type { Collaboration, CollaborationId, Member, Person } from '../../domain/collaboration.ts';
import { isOpen } from '../../domain/round.ts';
import type { ParticipationState, Round } from '../../domain/round.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Directory } from '../../ports/teams.ts';
import type { Unit } from '../../ports/unit.ts';

type Needs = { readonly store: Store; readonly directory: Directory; readonly clock: Clock };

/** Nobody is in more; who is reads that there are more. */
const mostShown = 50;
/** Questions to Teams under way at the same time: each may take seconds, and the tab waits. */
const atOnce = 10;

/** What is open to be answered, and how far this person has come; nothing of anybody else. */
export type MySurvey = {
  readonly round: Round;
  readonly state: ParticipationState | 'not invited';
  /** The message of the channel's card; absent while it is on its way, or where it did not arrive. */
  readonly card: string | undefined;
};

export type MyCollaboration = {
  readonly collaboration: Collaboration;
  readonly member: Member;
  readonly survey: MySurvey | undefined;
  /** The round whose results are the latest; undefined before the first. */
  readonly results: number | undefined;
  /** Open ones the person owns, by due date. */
  readonly actions: readonly Action[];
};

export type MyCollaborations = {
  readonly collaborations: readonly MyCollaboration[];
  /** How many there are of which Teams does not say whether the person is in the channel: nothing of them is shown. */
  readonly unchecked: number;
  readonly more: boolean;
};

const openSurvey = async (unit: Unit, member: Member, now: Date): Promise<MySurvey | undefined> => {
  const round = await unit.rounds.latest();
  if (round === undefined || !isOpen(round, now)) return undefined;
  const own = await unit.participation.of(round.number, member.id);
  const cards = await unit.deliveries.cards(round.number);
  return { round, state: own?.state ?? 'not invited', card: cards.findLast(({ activity }) => activity !== undefined)?.activity };
};

/** In order, so many at the same time. */
const each = async <In, Out>(items: readonly In[], work: (item: In) => Promise<Out>): Promise<readonly Out[]> => {
  const results: Out[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [place, item] of waiting) results[place] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
};

/**
 * Every collaboration on whose roster the person stands and in whose home channel they are now, asked of Teams as for every request.
 * What they are no longer in is left out without a word. Changes nothing; it shows no results, so nothing is logged.
 */
export const readMyCollaborations = ({ store, directory, clock }: Needs) => {
  const look = async (id: CollaborationId, person: Person): Promise<MyCollaboration | 'not theirs' | 'unchecked'> => {
    const collaboration = await store.within(id, (unit) => unit.collaboration());
    const isIn = await directory.isInChannel(collaboration.homeTenant, collaboration.homeChannel, person);
    if (isIn === 'unknown') return 'unchecked';
    if (!isIn) return 'not theirs';
    return await store.within(id, async (unit) => {
      const member = await unit.members.of(person);
      if (member === undefined) return 'not theirs';
      const survey = await openSurvey(unit, member, clock());
      const latest = await unit.snapshots.latest();
      const actions = (await unit.actions.ownedBy(member.id)).filter((action) => !isClosed(action));
      return { collaboration, member, survey, results: latest?.round, actions };
    });
  };

  return async (person: Person): Promise<MyCollaborations> => {
    const ids = await store.collaborationsOf(person, mostShown + 1);
    const seen = await each(ids.slice(0, mostShown), (id) => look(id, person));
    const collaborations = seen
      .filter((one) => typeof one !== 'string')
      .sort((one, other) => one.collaboration.purpose.localeCompare(other.collaboration.purpose));
    return {
      collaborations,
      unchecked: seen.filter((one) => one === 'unchecked').length,
      more: ids.length > mostShown,
    };
  };
};
