import type { Collaboration, Member, Organisation, Role } from '../../domain/collaboration.ts';
import { isHere } from '../../domain/set-up.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Entered } from '../gate.ts';
import { isPlaced, refuseClosed, spokenBy, zoneOf } from '../gate.ts';
import { inviteToOpenRound } from './invite-to-open-round.ts';

type Needs = { readonly store: Store; readonly clock: Clock };

export type Place = {
  readonly collaboration: Collaboration;
  readonly member: Member | undefined;
  /** Pre-selected: the organisation everybody else of the person's tenant chose, where it is one and the same. */
  readonly suggested: number | undefined;
};

const suggestion = (members: readonly Member[], organisations: readonly Organisation[], tenantId: string): number | undefined => {
  const chosen = new Set(members.filter((other) => other.tenantId === tenantId).map(({ organisation }) => organisation));
  chosen.delete(undefined);
  const [only] = chosen;
  return chosen.size === 1 && organisations.some(({ id }) => id === only) ? only : undefined;
};

/** The roster question as this person sees it. Changes nothing. */
export const readPlace =
  ({ store }: Pick<Needs, 'store'>) =>
  async (who: Entered): Promise<Place> =>
    await store.within(who.collaboration, async (unit) => {
      const collaboration = await unit.collaboration();
      refuseClosed(collaboration);
      return {
        collaboration,
        member: await unit.members.of(who.person),
        suggested: suggestion(await unit.members.all(), collaboration.organisations.filter(isHere), who.person.tenantId),
      };
    });

/** A person belongs to one organisation at a time; a change is logged. May it run twice? Yes: the same choice again changes nothing. */
export const chooseOrganisation =
  ({ store, clock }: Needs) =>
  async (who: Entered, choice: { readonly organisation: number; readonly role: Role }): Promise<Place> =>
    await store.within(who.collaboration, async (unit) => {
      await unit.oneAtATime();
      const collaboration = await unit.collaboration();
      if (!collaboration.organisations.filter(isHere).some(({ id }) => id === choice.organisation))
        throw new Refused('unknown organisation');
      const before = await unit.members.of(who.person);
      const { organisation, role } = choice;
      const now = clock();
      const { person, name, teamsUserId } = who;
      const member = await unit.members.put({
        ...person,
        name,
        teamsUserId,
        organisation,
        role,
        ...zoneOf(who),
        ...spokenBy(who),
      });
      if (before?.organisation !== organisation || before.role !== role) {
        const was = { organisation: before?.organisation ?? null, role: before?.role ?? null };
        await unit.members.setJoined(member.id, now);
        await unit.note('organisation chosen', who.person, { was, is: { organisation, role } }, now);
      }
      if (isPlaced(member)) await inviteToOpenRound(unit, member);
      return { collaboration, member, suggested: undefined };
    });
