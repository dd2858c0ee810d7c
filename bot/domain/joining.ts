import type { Role } from './collaboration.ts';
import type { Mode } from './round.ts';
import { allInvited } from './scoring/mode.ts';
import type { RoundPlan } from './scoring/mode.ts';
import { headsOf } from './scoring/response.ts';

/** A round as it stands: who is invited to it now, newcomers among them. */
export type JoinableRound = RoundPlan & {
  readonly mode: Mode;
  /** False: it asks about the network as a whole. */
  readonly aboutPartners: boolean;
};

/** How many answers about `to` so many people of `from` give if all of them answer; in the short form as `drawnPartners` deals them out. */
const answersAbout = (to: string, from: string, heads: number, { organisations, partnersEach }: JoinableRound): number => {
  const others = organisations.filter((id) => id !== from);
  const each = Math.min(partnersEach ?? others.length, others.length);
  return Math.max(0, Math.ceil((heads * each - others.indexOf(to)) / others.length));
};

/** Whether these roles of one organisation can give k answers about every partner. */
const fillsItsCells = (organisation: string, roles: readonly Role[], round: JoinableRound): boolean =>
  round.organisations
    .filter((id) => id !== organisation)
    .every((to) => answersAbout(to, organisation, headsOf(round.invited, organisation, roles), round) >= round.k);

/** Whether all the others together can give k answers about this organisation. */
const isSeenByEnough = (seen: string, round: JoinableRound): boolean => {
  const { organisations, invited, audience, k } = round;
  const answers = organisations
    .filter((id) => id !== seen)
    .map((from) => answersAbout(seen, from, headsOf(invited, from, audience), round));
  return answers.reduce((sum, one) => sum + one, 0) >= k;
};

/**
 * Whether somebody may join a round that is open. Each group whose answers may come to stand together must have reached k without them:
 * where it had not, newcomers who know their own answers could open it and read the others. In matrix mode a group is an organisation,
 * and where both roles are asked a role in it; in pooled mode everybody who answers about one organisation; else everybody.
 * `invited` counts newcomers too, and that is safe: nobody joins a group below k, so it stays as it was at launch however many try.
 * A group of nobody is below k like any other: nobody was counted in it when the round was planned, and the first honest newcomer
 * would be alone among people who say of themselves that they belong there.
 */
export const mayJoin = (
  round: JoinableRound,
  { organisation, role }: { readonly organisation: string; readonly role: Role },
): boolean => {
  const { organisations, audience, mode, k } = round;
  if (!round.aboutPartners) return allInvited(round) >= k;
  if (mode === 'pooled') return organisations.filter((id) => id !== organisation).every((seen) => isSeenByEnough(seen, round));
  const groups = audience.length > 1 ? [audience, [role]] : [audience];
  return groups.every((roles) => fillsItsCells(organisation, roles, round));
};
