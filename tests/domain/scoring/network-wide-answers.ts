import { roles } from '../../../bot/domain/collaboration.ts';
import { healthCheckItems, localItems, outcomeItems, practiceItems } from '../../../bot/domain/instrument.ts';
import type { LocalItem, OutcomeItem } from '../../../bot/domain/instrument.ts';
import type { ItemSums } from '../../../bot/domain/sums.ts';
import type { Said } from '../../../bot/domain/scoring/check-out.ts';
import type { People } from '../../../bot/domain/scoring/subtraction.ts';
import { chance } from './rounds.ts';

type Word = keyof Said;
export type SampleAnswers = {
  readonly k: number;
  /** Local questions that were asked. */
  readonly local: readonly LocalItem[];
  /** Outcomes a check-back asked about. */
  readonly outcomes: readonly OutcomeItem[];
  /** Per item, what each who answered it answered. */
  readonly answers: Readonly<Record<string, readonly number[]>>;
  readonly people: People;
  readonly energy: readonly number[];
  readonly said: readonly Word[];
};

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

export const sumsOf = (answers: readonly number[]): ItemSums => ({
  n: answers.length,
  sum: total(answers),
  squares: total(answers.map((answer) => answer * answer)),
});

export const sumsOfAnswers = (answers: SampleAnswers['answers']): Readonly<Record<string, ItemSums>> =>
  Object.fromEntries(Object.entries(answers).map(([item, given]) => [item, sumsOf(given)]));

export const saidIn = (said: readonly Word[]): Said => {
  const count = (word: Word): number => said.filter((one) => one === word).length;
  return { yes: count('yes'), partly: count('partly'), no: count('no') };
};

/** Small organisations among others, some of whom answered. */
const samplePeople = (random: ReturnType<typeof chance>): People => {
  const organisations = ['A', 'B', 'C', 'D'].slice(0, random.between(2, 4));
  const counts = organisations.map((id) => {
    const [leader, employee] = [random.between(0, 7), random.between(0, 2)];
    const invited = { leader, employee };
    return { id, invited, answered: { leader: random.between(0, leader), employee: random.between(0, employee) } };
  });
  return {
    organisations,
    audience: roles.slice(0, random.between(1, 2)),
    invited: Object.fromEntries(counts.map(({ id, invited }) => [id, invited])),
    answered: Object.fromEntries(counts.map(({ id, answered }) => [id, answered])),
  };
};

/** What a network may answer about itself: items with few or no answers among them. */
export const sampleAnswers = (seed: number): SampleAnswers => {
  const random = chance(seed);
  const given = (highest: number): number[] => {
    const [centre, spread] = [random.between(1, highest), random.between(0, 2)];
    return Array.from({ length: random.between(0, 12) }, () =>
      Math.min(highest, Math.max(1, centre + random.between(-spread, spread))),
    );
  };
  const local = localItems.slice(0, random.between(0, 3));
  const answered = (items: readonly string[], highest: number) => items.map((item) => [item, given(highest)] as const);
  const people = samplePeople(random);
  const outcomes = outcomeItems.slice(0, random.between(1, 6));
  return {
    people,
    k: random.between(3, 6),
    local,
    outcomes,
    answers: Object.fromEntries([
      ...answered(healthCheckItems, 3),
      ...answered(practiceItems, 5),
      ...answered(local, 5),
      ...answered(outcomes, 3),
    ]),
    energy: given(5),
    said: Array.from({ length: random.between(0, 12) }, () => (['yes', 'partly', 'no'] as const)[random.between(0, 2)] ?? 'yes'),
  };
};
