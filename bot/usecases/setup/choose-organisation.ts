import type { Collaboration, Member, Organisation, Role } from '../../domain/collaboration.ts';
import { isHere } from '../../domain/set-up.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Directory } from '../../ports/teams.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Entered } from '../gate.ts';
import { isPlaced, refuseClosed, spokenBy, zoneOf } from '../gate.ts';
import { channelFor } from '../which-channel.ts';
import { inviteToOpenRound } from './invite-to-open-round.ts';

type Needs = { readonly store: Store; readonly directory: Directory; readonly clock: Clock };

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

/**
 * The linked channel they take part through. Who is in the home channel too takes part through that, wherever they say it: a link that ends
 * takes nothing from them.
 */
const throughOf = async (
  { store, directory }: Needs,
  { collaboration, person, through }: Entered,
): Promise<string | undefined> => {
  if (through === undefined) return undefined;
  const { homeTenant, homeChannel } = await store.within(collaboration, (unit) => unit.collaboration());
  const atHome = await directory.isInChannel(homeTenant, homeChannel, person);
  if (atHome === 'unknown') throw new Refused('Teams does not answer');
  return atHome ? undefined : through;
};

/** A linked channel whose link ended a moment ago is as if nothing was there. */
const takePart = async (unit: Unit, through: string | undefined, member: Member): Promise<Member> => {
  if (through !== undefined && channelFor({ through }, await unit.setUp.channels()) === undefined)
    throw new Refused('no collaboration here');
  if (through === member.through) return member;
  await unit.members.setThrough(member.id, through);
  return (await unit.members.find(member.id)) ?? member;
};

/** A person belongs to one organisation at a time, in the home channel or a linked one; a change is logged. May it run twice? Yes: the same choice again changes nothing. */
export const chooseOrganisation =
  (needs: Needs) =>
  async (who: Entered, choice: { readonly organisation: number; readonly role: Role }): Promise<Place> => {
    const { store, clock } = needs;
    const through = await throughOf(needs, who);
    return await store.within(who.collaboration, async (unit) => {
      await unit.oneAtATime();
      const collaboration = await unit.collaboration();
      if (!collaboration.organisations.filter(isHere).some(({ id }) => id === choice.organisation))
        throw new Refused('unknown organisation');
      const before = await unit.members.of(who.person);
      const { organisation, role } = choice;
      const now = clock();
      const { person, name, teamsUserId } = who;
      const put = await unit.members.put({
        ...person,
        name,
        teamsUserId,
        organisation,
        role,
        ...zoneOf(who),
        ...spokenBy(who),
      });
      const member = await takePart(unit, through, put);
      if (before?.organisation !== organisation || before.role !== role) {
        const was = { organisation: before?.organisation ?? null, role: before?.role ?? null };
        await unit.members.setJoined(member.id, now);
        await unit.note('organisation chosen', who.person, { was, is: { organisation, role } }, now);
      }
      if (isPlaced(member)) await inviteToOpenRound(unit, member);
      return { collaboration, member, suggested: undefined };
    });
  };
