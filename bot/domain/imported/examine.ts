import type { Organisation } from '../collaboration.ts';
import { defaultK, kTooLowForSoMany, smallNetwork } from '../scoring/mode.ts';
import type { Row } from '../scoring/sums-from-rows.ts';
import type { Headcount } from '../sums.ts';
import { conflictFinder } from './conflicts.ts';
import type { ImportedFile } from './file.ts';
import { organisationFinder } from './organisations.ts';
import { participantsOf } from './participants.ts';
import { contentOf, importedRound, overfull } from './round.ts';
import type { Content, ImportedRound } from './round.ts';
import { complaints } from './wrong.ts';
import type { ReadRow, Reason, WrongList } from './wrong.ts';

/** An organisation that the rows name, or that only the head names and is none of ours; and the number of the same one in the collaboration. */
export type Mapped = { readonly key: string; readonly name: string; readonly organisation: number | undefined };

export type Examined = { readonly organisations: readonly Mapped[] } & (
  { readonly wrong: WrongList } | { readonly round: ImportedRound; /** See `contentOf`. */ readonly content: Content }
);

/** An instant before this is a mistyped year. */
const earliest = Date.UTC(1950, 0, 1);

/** More organisations than any collaboration has; a file of nonsense is not repeated to whoever sent it. */
const mostNamed = 300;

/**
 * Examines a file against the collaboration, row by row (`take`), and says at the end (`finish`) what it is: a round to be stored, or
 * everything that is wrong. `mapping`: which organisation of the file is which number of the collaboration.
 */
export const examination = (
  { head, wrong }: Pick<ImportedFile, 'head' | 'wrong'>,
  ours: readonly Organisation[],
  mapping: Readonly<Record<string, number>>,
  now: Date,
) => {
  const complain = complaints();
  const find = organisationFinder(ours, mapping);
  const conflicts = conflictFinder();
  const names = new Map<string, { name: string; own: Organisation | undefined }>();
  const rows: Row[] = [];
  const seen = new Set<string>();

  complain.file(wrong);
  for (const [key, id] of Object.entries(mapping))
    if (!ours.some((one) => one.id === id)) complain.file([{ is: 'mapped to nobody', values: { found: key, number: id } }]);
  for (const { key, name } of head?.organisations ?? []) names.set(key, { name, own: find(key, name) });
  const participants = head && participantsOf(head, find);
  complain.file(participants?.wrong ?? []);
  if (head !== undefined && head.close > now.getTime()) complain.file([{ is: 'close ahead', values: {} }]);
  if (head !== undefined && head.close < earliest) complain.file([{ is: 'close', values: {} }]);

  const ownOf = (key: string): Organisation | undefined => {
    seen.add(key);
    const known = names.get(key);
    if (known !== undefined) return known.own;
    const own = find(key);
    names.set(key, { name: key, own });
    return own;
  };
  const placeOf = (column: 'org' | 'target', key: string): { readonly id: string; readonly wrong: readonly Reason[] } => {
    const own = ownOf(key);
    if (own === undefined) return { id: key, wrong: [{ is: 'organisation unknown', values: { column, found: key } }] };
    const isIn = participants === undefined || participants.wrong.length > 0 || participants.invited.has(own.id);
    return { id: String(own.id), wrong: isIn ? [] : [{ is: 'organisation not in the round', values: { column, found: key } }] };
  };

  const roundOf = (): ImportedRound | undefined => {
    if (head === undefined || participants === undefined || !complain.none()) return undefined;
    const invited: Headcount = Object.fromEntries(participants.invited);
    const organisations = ours.filter(({ id }) => participants.invited.has(id));
    const plan = { k: head.k, audience: head.audience, invited, organisations: organisations.map(({ id }) => String(id)) };
    if (kTooLowForSoMany(plan))
      complain.file([{ is: 'k too low for so many', values: { k: head.k, usual: defaultK, most: smallNetwork } }]);
    const round = importedRound(head, organisations, invited, rows);
    if (round === undefined) complain.file([{ is: 'nothing to use', values: {} }]);
    else complain.file(overfull(round).map((values): Reason => ({ is: 'more answered than invited', values })));
    return round;
  };

  return {
    take: (read: ReadRow): void => {
      if ('reasons' in read) {
        complain.row(read.at, read.reasons);
        return;
      }
      const { at, round } = read;
      const [from, to] = [placeOf('org', read.row.from), placeOf('target', read.row.to)];
      const row = { ...read.row, respondent: read.row.respondent.normalize('NFC').trim(), from: from.id, to: to.id };
      const early: readonly Reason[] = row.submitted < earliest ? [{ is: 'too early', values: {} }] : [];
      const found = [...early, ...from.wrong, ...to.wrong, ...conflicts({ at, row, round })];
      if (found.length > 0) complain.row(at, found);
      else rows.push(row);
    },
    finish: (): Examined => {
      const round = roundOf();
      const organisations = [...names].slice(0, mostNamed).map(([key, { name, own }]) => ({ key, name, organisation: own?.id }));
      return round !== undefined && head !== undefined && complain.none()
        ? { organisations, round, content: contentOf(rows, head) }
        : { organisations, wrong: complain.list() };
    },
  };
};
