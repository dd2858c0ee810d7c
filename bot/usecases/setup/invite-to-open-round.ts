import { takesPartIn } from '../../domain/set-up.ts';
import type { Unit } from '../../ports/unit.ts';
import type { PlacedMember } from '../gate.ts';

/**
 * Who joins while a round is open that asks their role is invited to it; who has been invited keeps their place in that round. In
 * matrix mode nobody joins an organisation that had fewer than k: with its one real leader, k - 1 newcomers who know their own answers
 * could read the third.
 */
export const inviteToOpenRound = async (unit: Unit, member: PlacedMember): Promise<void> => {
  const round = await unit.rounds.latest();
  if (round?.state !== 'open' || !round.audience.includes(member.role)) return;
  const own = (await unit.collaboration()).organisations.find(({ id }) => id === member.organisation);
  // A round that was opened again keeps its organisations; who has come since is asked in the next one.
  if (own === undefined || !takesPartIn(round.number)(own)) return;
  const { invited } = await unit.participation.counts(round.number);
  const heads = invited[String(member.organisation)];
  if (round.mode === 'matrix' && (heads?.leader ?? 0) + (heads?.employee ?? 0) < round.k) return;
  await unit.participation.invite(round.number, [{ member: member.id, organisation: member.organisation, role: member.role }]);
  const refresh = { name: 'refresh survey card', collaboration: member.collaboration, round: round.number } as const;
  await unit.enqueue(refresh, { onceWithinSeconds: 2 });
};
