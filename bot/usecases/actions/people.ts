import type { Action, Owner } from '../../domain/actions/action.ts';
import { nextNudge, nudgesOf } from '../../domain/actions/nudging.ts';
import type { Nudge } from '../../domain/actions/nudging.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { Collaboration, Member } from '../../domain/collaboration.ts';
import { Refused } from '../../errors.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Inside } from '../gate.ts';
import { isPlaced, zoneOf } from '../gate.ts';

/** Somebody inside, and where their device says they are. */
export type Speaking = Inside & { readonly zone?: string | undefined };

/** Who may be nudged, each with their zone. */
export type People = {
  readonly all: readonly (Pick<Member, 'id' | 'integrationManager'> & { readonly zone: string })[];
  /** Who answers for an organisation. */
  readonly onRoster: ReadonlySet<number>;
};

export const peopleOf = (members: readonly Member[], { zone }: Collaboration): People => ({
  all: members.map((member) => ({ id: member.id, integrationManager: member.integrationManager, zone: member.zone ?? zone })),
  onRoster: new Set(members.filter(isPlaced).map(({ id }) => id)),
});

/** Everybody who is to be nudged about an action, with all that is to come and all that has come. */
export const nudgedPeople = (
  calendar: Calendar,
  action: Action,
  { all, onRoster }: People,
): readonly { readonly member: number; readonly nudges: readonly Nudge[] }[] =>
  all
    .filter(({ id, integrationManager }) => integrationManager || action.owners.some(({ member }) => member === id))
    .map((person) => ({ member: person.id, nudges: nudgesOf(calendar, action, person, onRoster) }));

/** When somebody is next to be nudged about it, after `now`. */
export const nextOf = (calendar: Calendar, action: Action, people: People, now: Date): Date | undefined =>
  nextNudge(
    nudgedPeople(calendar, action, people).flatMap(({ nudges }) => nudges),
    now,
  );

/** The clock wakes when something is next due here. Whoever calls it has the collaboration to itself (`oneAtATime`). */
export const wakeForNudges = async (unit: Unit, collaboration: Collaboration['id']): Promise<void> => {
  const after = await unit.actions.nextDue();
  if (after !== undefined) await unit.enqueue({ name: 'nudge', collaboration }, { after });
};

/** Members as owners, each with the organisation they answer for now. */
export const ownersOf = (members: readonly Member[], wanted: readonly number[]): readonly Owner[] =>
  wanted.map((id) => {
    const member = members.find((one) => one.id === id);
    if (!isPlaced(member)) throw new Refused('no owner');
    return { organisation: member.organisation, member: id };
  });

/** The member who speaks, with where they are now. */
export const speaker = async (unit: Unit, who: Speaking): Promise<Member> => {
  const member = await unit.members.of(who.person);
  if (member === undefined) throw new Refused('not a member');
  const { zone } = zoneOf(who);
  if (zone === undefined || zone === member.zone) return member;
  await unit.members.setZone(member.id, zone);
  return { ...member, zone };
};
