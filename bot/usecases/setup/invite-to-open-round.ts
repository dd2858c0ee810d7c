import { mayJoin } from '../../domain/joining.ts';
import { asksAboutPartners, mostPartners } from '../../domain/questionnaire.ts';
import { takesPartIn } from '../../domain/set-up.ts';
import type { Unit } from '../../ports/unit.ts';
import type { PlacedMember } from '../gate.ts';

/**
 * Who joins while a round is open that asks their role is invited to it, unless newcomers could open something hidden there; who has
 * been invited keeps their place in that round. May it run twice? Yes: one invitation a person.
 */
export const inviteToOpenRound = async (unit: Unit, member: PlacedMember): Promise<void> => {
  const round = await unit.rounds.latest();
  if (round?.state !== 'open' || !round.audience.includes(member.role)) return;
  const { number, mode, k, audience, instrument } = round;
  // A round that was opened again keeps its organisations; who has come since is asked in the next one.
  const here = (await unit.collaboration()).organisations.filter(takesPartIn(number));
  if (!here.some(({ id }) => id === member.organisation)) return;
  const { invited } = await unit.participation.counts(number);
  const joinable = {
    ...{ mode, k, audience, invited, aboutPartners: asksAboutPartners(instrument) },
    organisations: here.map(({ id }) => String(id)),
    ...(instrument.form === 'short' ? { partnersEach: mostPartners } : {}),
  };
  if (!mayJoin(joinable, { organisation: String(member.organisation), role: member.role })) return;
  await unit.participation.invite(number, [{ member: member.id, organisation: member.organisation, role: member.role }]);
  const refresh = { name: 'refresh survey card', collaboration: member.collaboration, round: number } as const;
  await unit.enqueue(refresh, { onceWithinSeconds: 2 });
};
