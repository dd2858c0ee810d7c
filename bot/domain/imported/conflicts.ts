import { items } from '../instrument.ts';
import type { Row } from '../scoring/sums-from-rows.ts';
import type { Reason } from './wrong.ts';

const sameAnswer = (one: Row, other: Row): boolean =>
  one.notWorkingTogether === other.notWorkingTogether && items.every((item) => one.ratings[item] === other.ratings[item]);

type Placed = { readonly at: number; readonly row: Row; readonly round?: number | undefined };

/**
 * Given the rows in order, says of each what is wrong with it beside the others: a file holds one round, a respondent has one
 * organisation and one role in it, and of two different answers at the same instant none is the latest.
 */
export const conflictFinder = (): ((placed: Placed) => Reason[]) => {
  let start: Placed | undefined;
  const respondents = new Map<string, Placed>();
  const answers = new Map<string, Placed>();
  const firstOf = (known: Map<string, Placed>, key: string, placed: Placed): Placed => {
    const first = known.get(key) ?? placed;
    known.set(key, first);
    return first;
  };
  return (placed) => {
    const { row, round } = placed;
    start ??= placed;
    const person = firstOf(respondents, row.respondent, placed);
    const answer = firstOf(answers, `${row.submitted} ${row.to} ${row.respondent}`, placed);
    const found = row.respondent;
    return [
      ...(round === start.round ? [] : [{ is: 'another round', values: { first: start.at } } as const]),
      ...(row.from === person.row.from ? [] : [{ is: 'another organisation', values: { found, first: person.at } } as const]),
      ...(row.role === person.row.role ? [] : [{ is: 'another role', values: { found, first: person.at } } as const]),
      ...(sameAnswer(row, answer.row) ? [] : [{ is: 'another answer', values: { first: answer.at } } as const]),
    ];
  };
};
