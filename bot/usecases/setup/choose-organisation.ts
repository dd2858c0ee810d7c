import type { Collaboration, Member, Role } from '../../domain/collaboration.ts';
import { Refused } from '../../errors.ts';
import type { Clock, Store, Unit } from '../../ports.ts';
import type { Entered, PlacedMember } from '../gate.ts';
import { isPlaced } from '../gate.ts';

type Needs = { readonly store: Store; readonly clock: Clock };

export type Place = {
  readonly collaboration: Collaboration;
  readonly member: Member | undefined;
  /** Pre-selected: the organisation everybody else of the person's tenant chose, where it is one and the same. */
  readonly suggested: number | undefined;
};

const suggestion = (members: readonly Member[], tenantId: string): number | undefined => {
  const chosen = new Set(members.filter((other) => other.tenantId === tenantId).map(({ organisation }) => organisation));
  chosen.delete(undefined);
  return chosen.size === 1 ? [...chosen][0] : undefined;
};

/** The roster question as this person sees it. Changes nothing. */
export const readPlace =
  ({ store }: Pick<Needs, 'store'>) =>
  async (who: Entered): Promise<Place> =>
    await store.within(who.collaboration, async (unit) => ({
      collaboration: await unit.collaboration(),
      member: await unit.members.of(who.person),
      suggested: suggestion(await unit.members.all(), who.person.tenantId),
    }));

/**
 * Who joins while a round is open that asks their role is invited to it; who has been invited keeps their place in that round. In
 * matrix mode nobody joins an organisation that had fewer than k: with its one real leader, k - 1 newcomers who know their own answers
 * could read the third.
 */
const inviteToOpenRound = async (unit: Unit, member: PlacedMember): Promise<void> => {
  const round = await unit.rounds.latest();
  if (round?.state !== 'open' || !round.audience.includes(member.role)) return;
  const { invited } = await unit.participation.counts(round.number);
  const heads = invited[String(member.organisation)];
  if (round.mode === 'matrix' && (heads?.leader ?? 0) + (heads?.employee ?? 0) < round.k) return;
  await unit.participation.invite(round.number, [{ member: member.id, organisation: member.organisation, role: member.role }]);
  const refresh = { name: 'refresh survey card', collaboration: member.collaboration, round: round.number } as const;
  await unit.enqueue(refresh, { onceWithinSeconds: 2 });
};

/** A person belongs to one organisation at a time; a change is logged. May it run twice? Yes: the same choice again changes nothing. */
export const chooseOrganisation =
  ({ store, clock }: Needs) =>
  async (who: Entered, choice: { readonly organisation: number; readonly role: Role }): Promise<Place> =>
    await store.within(who.collaboration, async (unit) => {
      await unit.oneAtATime();
      const collaboration = await unit.collaboration();
      if (!collaboration.organisations.some(({ id }) => id === choice.organisation)) throw new Refused('unknown organisation');
      const before = await unit.members.of(who.person);
      const { organisation, role } = choice;
      const member = await unit.members.put({ ...who.person, name: who.name, teamsUserId: who.teamsUserId, organisation, role });
      if (before?.organisation !== organisation || before.role !== role) {
        const was = { organisation: before?.organisation ?? null, role: before?.role ?? null };
        await unit.note('organisation chosen', who.person, { was, is: { organisation, role } }, clock());
      }
      if (isPlaced(member)) await inviteToOpenRound(unit, member);
      return { collaboration, member, suggested: undefined };
    });
