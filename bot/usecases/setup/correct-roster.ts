import type { Collaboration, Member, Role } from '../../domain/collaboration.ts';
import { isHere } from '../../domain/set-up.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Inside } from '../gate.ts';
import { leaveActions } from '../actions/leave-actions.ts';
import { integrationManagerOnly, isPlaced } from '../gate.ts';
import { inviteToOpenRound } from './invite-to-open-round.ts';
import type { RosterPerson } from './read-roster.ts';
import { memberNumbered } from './read-roster.ts';

type Needs = { readonly store: Store; readonly clock: Clock };

type Place = { readonly organisation: number; readonly role: Role };

/** How a member stood when somebody looked. */
export type Seen = {
  readonly organisation: number | null;
  readonly role: Role | null;
  readonly integrationManager: boolean;
  readonly chair: boolean;
};

const placeOf = ({ organisation, role }: Member) => ({ organisation: organisation ?? null, role: role ?? null });

const refuseChanged = (member: Member, seen: Seen | undefined): void => {
  if (seen === undefined) return;
  const { organisation, role } = placeOf(member);
  const same =
    organisation === seen.organisation &&
    role === seen.role &&
    member.integrationManager === seen.integrationManager &&
    member.chair === seen.chair;
  if (!same) throw new Refused('changed meanwhile');
};

/** Both roles are about what stays in the home channel, and get messages of it. */
const refuseLinked = ({ through }: Member, is: boolean): void => {
  if (is && through !== undefined) throw new Refused('role at home');
};

/**
 * By an integration manager, for somebody else or themselves; each change is logged with what was before. Who has been invited to the
 * open round keeps their place in it, wherever they answer from here on. `seen`: nothing is changed where the member does not stand so
 * any more. May each run twice? Yes: the same again changes nothing.
 */
export const correctRoster = ({ store, clock }: Needs) => {
  const change = async (
    who: Inside,
    id: number,
    deed: (unit: Unit, member: Member, collaboration: Collaboration) => Promise<Member>,
  ): Promise<RosterPerson> =>
    await store.within(who.collaboration, async (unit) => {
      await unit.oneAtATime();
      await integrationManagerOnly(unit, who.person);
      const collaboration = await unit.collaboration();
      const member = await deed(unit, await memberNumbered(unit, id), collaboration);
      return { language: who.language ?? collaboration.language, collaboration, member };
    });

  const move = async (who: Inside, unit: Unit, before: Member, place: Place | undefined, seen?: Seen): Promise<Member> => {
    if (before.organisation === place?.organisation && before.role === place?.role) return before;
    refuseChanged(before, seen);
    const member = await unit.members.place(before.id, place);
    const facts = { member: member.id, was: placeOf(before), is: placeOf(member) };
    const now = clock();
    if (place !== undefined) await unit.members.setJoined(before.id, now);
    await unit.note('roster corrected', who.person, facts, now);
    return member;
  };

  return {
    place: (who: Inside, id: number, place: Place, seen?: Seen): Promise<RosterPerson> =>
      change(who, id, async (unit, before, { organisations }) => {
        if (!organisations.filter(isHere).some((one) => one.id === place.organisation)) throw new Refused('unknown organisation');
        const { organisation, role } = place;
        const member = await move(who, unit, before, { organisation, role }, seen);
        if (isPlaced(member)) await inviteToOpenRound(unit, member);
        return member;
      }),

    /**
     * They answer for nobody from here on, until they say so anew; an integration manager or chair stays one. What they own of agreed actions stays
     * with their organisation.
     */
    remove: (who: Inside, id: number, seen?: Seen): Promise<RosterPerson> =>
      change(who, id, async (unit, before) => {
        const member = await move(who, unit, before, undefined, seen);
        await leaveActions(unit, id, clock());
        return member;
      }),

    setIntegrationManager: (who: Inside, id: number, is: boolean, seen?: Seen): Promise<RosterPerson> =>
      change(who, id, async (unit, member) => {
        if (member.integrationManager === is) return member;
        refuseLinked(member, is);
        refuseChanged(member, seen);
        const managers = (await unit.members.all()).filter(({ integrationManager }) => integrationManager);
        if (!is && managers.length === 1) throw new Refused('last integration manager');
        await unit.members.setIntegrationManager(id, is);
        const what = is ? 'integration manager made' : 'integration manager ended';
        await unit.note(what, who.person, { member: id }, clock());
        return { ...member, integrationManager: is };
      }),

    /** A collaboration may have several chairs, or none. */
    setChair: (who: Inside, id: number, is: boolean, seen?: Seen): Promise<RosterPerson> =>
      change(who, id, async (unit, member) => {
        if (member.chair === is) return member;
        refuseLinked(member, is);
        refuseChanged(member, seen);
        await unit.members.setChair(id, is);
        await unit.note(is ? 'chair made' : 'chair ended', who.person, { member: id }, clock());
        return { ...member, chair: is };
      }),
  };
};
