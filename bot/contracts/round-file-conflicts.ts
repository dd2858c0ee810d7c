import type { Row } from '../domain/scoring/sums-from-rows.ts';
import { quoted } from './round-file-row.ts';
import type { RoundFileRow } from './round-file-row.ts';

type Placed = RoundFileRow & { readonly number: number };

const sameAnswer = (one: Row, other: Row): boolean =>
  one.notWorkingTogether === other.notWorkingTogether &&
  JSON.stringify(Object.entries(one.ratings).sort()) === JSON.stringify(Object.entries(other.ratings).sort());

const strangers = ({ row }: Placed, known: ReadonlySet<string> | undefined): string[] =>
  (
    [
      ['org', row.from],
      ['target', row.to],
    ] as const
  )
    .filter(([, id]) => known?.has(id) === false)
    .map(([key, id]) => `${key} ${quoted(id)} is not one of the organisations`);

const named = (round: number | undefined): string => (round === undefined ? 'not given' : String(round));

const anotherRound = ({ round }: Placed, first: Placed): string[] =>
  round === first.round
    ? []
    : [`round is ${named(round)} here and ${named(first.round)} in row ${first.number}; a file holds one round`];

const anotherPlace = ({ row }: Placed, first: Placed): string[] =>
  (
    [
      ['org', row.from, first.row.from],
      ['role', row.role, first.row.role],
    ] as const
  )
    .filter(([, here, there]) => here !== there)
    .map(([key, here, there]) => {
      const both = `is ${quoted(here)} here and ${quoted(there)} in row ${first.number}`;
      return `${key} of respondent ${quoted(row.respondent)} ${both}; a respondent has one in a round`;
    });

const anotherAnswer = ({ row }: Placed, first: Placed): string[] =>
  sameAnswer(first.row, row)
    ? []
    : [`submitted is the same as in row ${first.number}, but the answers differ: neither is the latest`];

/**
 * Given the rows in order, says of each what is wrong with it beside the others and the organisations: a respondent has one
 * organisation and one role in a round; and of two different answers handed in at the same instant none is the latest.
 */
export const conflictFinder = (organisations: readonly string[] | undefined): ((placed: Placed) => string[]) => {
  const known = organisations && new Set(organisations);
  const firsts = new Map<string, Placed>();
  const firstOf = (key: string, placed: Placed): Placed => {
    const first = firsts.get(key) ?? placed;
    firsts.set(key, first);
    return first;
  };
  return (placed) => {
    const { respondent, to, submitted } = placed.row;
    return [
      ...strangers(placed, known),
      ...anotherRound(placed, firstOf('file', placed)),
      ...anotherPlace(placed, firstOf(JSON.stringify([respondent]), placed)),
      ...anotherAnswer(placed, firstOf(JSON.stringify([respondent, to, submitted]), placed)),
    ];
  };
};
