import type { Role } from '../collaboration.ts';
import type { Headcount } from '../sums.ts';
import { share } from './fraction.ts';
import { hidden } from './results.ts';
import type { Response } from './results.ts';

/** How many of one organisation, over the roles of the audience; an organisation or role nobody counted has none. */
export const headsOf = (heads: Headcount, organisation: string, audience: readonly Role[]): number =>
  audience.reduce((sum, role) => sum + (heads[organisation]?.[role] ?? 0), 0);

/** How many in these roles, over every organisation. */
export const everybodyIn = (heads: Headcount, roles: readonly Role[]): number =>
  Object.keys(heads).reduce((sum, organisation) => sum + headsOf(heads, organisation, roles), 0);

/** The rate has 2 decimals; its flag is taken from the exact fraction: 0.695 shows as 0.7 and is low (method.md, scoring 6). */
export const responseOf = (answered: number, invited: number, k: number): Response => {
  const rate = share(answered, invited);
  if (invited < k || rate === null) return hidden;
  const flag = 10 * answered >= 7 * invited ? 'ok' : 2 * answered >= invited ? 'low' : 'very low';
  return { answered, invited, rate, flag };
};

/** Of every organisation. */
export const responsesOf = (
  organisations: readonly string[],
  {
    invited,
    answered,
    audience,
    k,
  }: {
    readonly invited: Headcount;
    readonly answered: Headcount;
    readonly audience: readonly Role[];
    readonly k: number;
  },
): Record<string, Response> =>
  Object.fromEntries(
    organisations.map((id) => [id, responseOf(headsOf(answered, id, audience), headsOf(invited, id, audience), k)]),
  );
