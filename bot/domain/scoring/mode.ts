import type { Role } from '../collaboration.ts';
import type { Mode } from '../round.ts';
import type { Headcount } from '../sums.ts';
import { headsOf } from './response.ts';

/** method.md, P1. */
export const lowestK = 3;
export const defaultK = 5;
/** A network in which at most so many people are invited may have a lower k, also where employees answer. */
export const smallNetwork = 30;

export type RoundPlan = {
  readonly k: number;
  readonly audience: readonly Role[];
  readonly invited: Headcount;
  readonly organisations: readonly string[];
  /** In the short form: about how many partners each respondent is asked; absent: about all. */
  readonly partnersEach?: number;
};

/** How many answers each pair gets at the least if everybody answers: in the short form people share the partners among them. */
const perPair = (heads: number, { organisations, partnersEach }: RoundPlan): number =>
  partnersEach === undefined
    ? heads
    : Math.floor((heads * Math.min(partnersEach, organisations.length - 1)) / (organisations.length - 1));

/** Matrix where at least two thirds of the organisations have k invited or more, else pooled (method.md, P4). */
export const chooseMode = (plan: RoundPlan): Mode => {
  const { k, audience, invited, organisations } = plan;
  const enough = organisations.filter((organisation) => perPair(headsOf(invited, organisation, audience), plan) >= k);
  return 3 * enough.length >= 2 * organisations.length ? 'matrix' : 'pooled';
};

/** How many are invited in all, over the roles of the audience. */
export const allInvited = ({ audience, invited, organisations }: RoundPlan): number =>
  organisations.reduce((sum, organisation) => sum + headsOf(invited, organisation, audience), 0);

/** method.md, P1: k below 5 is for leaders only, or for a small network; of a round held here and of one collected elsewhere. */
export const kTooLowForSoMany = (plan: RoundPlan): boolean =>
  plan.k < defaultK && plan.audience.includes('employee') && allInvited(plan) > smallNetwork;

/** `too few invited`: even if everybody answered, nothing could be published. */
export type Launchability = 'can publish' | 'k below 3' | 'fewer than two organisations' | 'too few invited';

/** Whether a round about the network as a whole, where everybody's answers stand together, can give publishable results, and why not. */
export const launchabilityOfNetwork = (plan: RoundPlan): Launchability => {
  if (plan.k < lowestK) return 'k below 3';
  if (plan.organisations.length < 2) return 'fewer than two organisations';
  return allInvited(plan) >= plan.k ? 'can publish' : 'too few invited';
};

/** Whether a round can give publishable results at all, and the first reason why not. */
export const launchability = (plan: RoundPlan): Launchability => {
  const { k, audience, invited, organisations } = plan;
  if (k < lowestK) return 'k below 3';
  if (organisations.length < 2) return 'fewer than two organisations';
  // In matrix mode two thirds reach k, and each of them can fill a cell.
  if (chooseMode(plan) === 'matrix') return 'can publish';
  const heads = organisations.map((organisation) => headsOf(invited, organisation, audience));
  const all = heads.reduce((sum, count) => sum + count, 0);
  return heads.some((own) => all - own >= k) ? 'can publish' : 'too few invited';
};
