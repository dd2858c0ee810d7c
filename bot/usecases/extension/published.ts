import type { Snapshot } from '../../contracts/tab-api.ts';
import type { FoundOrganisation, FoundPair, FoundRound, PublishedSide } from '../../domain/found.ts';
import type { Round } from '../../domain/round.ts';
import type { ClosedRound } from '../../ports/unit-rounds.ts';
import type { Unit } from '../../ports/unit.ts';

const sideOf = (cell: object | undefined): PublishedSide => {
  if (cell === undefined || !('index' in cell)) return { hidden: true };
  const { index, orLower, band } = cell as Extract<PublishedSide, { index: number }>;
  return { index, orLower, band };
};

const namedIn = ({ organisations }: Snapshot) => organisations.map(({ id, name }) => ({ id: Number(id), name }));

/** Every pair a matrix has, in the order of the organisations; without values unless they may be shown. */
export const pairsIn = (snapshot: Snapshot, values: boolean): readonly FoundPair[] => {
  const { results, round } = snapshot;
  if (results.mode !== 'matrix') return [];
  const named = namedIn(snapshot);
  return named.flatMap((one, at) =>
    named.slice(at + 1).map((other) => {
      const there = sideOf(results.cells[`${one.id}>${other.id}`]);
      const back = sideOf(results.cells[`${other.id}>${one.id}`]);
      return { is: 'pair', round, k: results.k, one, other, ...(values ? { values: { there, back } } : {}) } as const;
    }),
  );
};

/** Nothing of rounds about the collaboration as a whole: they say nothing of single organisations. */
export const organisationsIn = (snapshot: Snapshot, values: boolean): readonly FoundOrganisation[] => {
  const { results, round } = snapshot;
  if (results.mode === 'network') return [];
  const valuesOf = (id: number): NonNullable<FoundOrganisation['values']> =>
    results.mode === 'matrix'
      ? { mode: 'matrix', seen: results.seenByOthers[id] ?? null, sees: results.seesOthers[id] ?? null }
      : { mode: 'pooled', seen: sideOf(results.seen[id]) };
  return namedIn(snapshot).map((organisation) => ({
    ...{ is: 'organisation', round, k: results.k, organisation },
    ...(values ? { values: valuesOf(organisation.id) } : {}),
  }));
};

/** The results of the relational round that closed last. */
export const latestRelational = async (
  unit: Unit,
  rounds: readonly Round[],
  closed: readonly ClosedRound[],
): Promise<Snapshot | undefined> => {
  const last = closed.findLast(({ number }) => rounds.find((round) => round.number === number)?.instrument.name === 'relational');
  return last && (await unit.snapshots.ofRound(last.number))?.snapshot;
};

export const foundRound = ({ number, instrument, opens, closes, state }: Round, closed: readonly ClosedRound[]): FoundRound => ({
  ...{ is: 'round', round: number, instrument: instrument.name, opens },
  closes: closed.find((one) => one.number === number)?.closed ?? closes,
  open: state === 'open',
});
