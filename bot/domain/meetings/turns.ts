import { numbersFrom, shuffled } from './shuffling.ts';

/**
 * Who speaks when, by organisation: `present` names the organisation of each person here. Every turn goes round once, and an organisation
 * is in as many turns as it has people; so each has spoken once before any speaks twice, and none speaks twice in a row while another
 * still has somebody. The same people and seed are the same order, whoever came first.
 */
export const speakingTurns = (present: readonly number[], seed: number): readonly (readonly number[])[] => {
  const people = new Map<number, number>();
  for (const organisation of present) people.set(organisation, (people.get(organisation) ?? 0) + 1);
  const row = shuffled(
    [...people.keys()].sort((one, other) => one - other),
    numbersFrom(seed),
  );
  const most = Math.max(0, ...people.values());
  return Array.from({ length: most }, (_, turn) => row.filter((organisation) => (people.get(organisation) ?? 0) > turn));
};
