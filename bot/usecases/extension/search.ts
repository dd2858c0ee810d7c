import { isClosed, isOwner } from '../../domain/actions/action.ts';
import type { Action } from '../../domain/actions/action.ts';
import type { Collaboration, CollaborationId, Person } from '../../domain/collaboration.ts';
import type { Finding, Found, FoundRound } from '../../domain/found.ts';
import { isFound } from '../../domain/search.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import { oncePer } from '../results/read-overview.ts';
import { foundRound, latestRelational, organisationsIn, pairsIn } from './published.ts';

type Needs = { readonly store: Store; readonly clock: Clock };

/** Whoever has turned so many results has not found it, and writes another word. */
const mostSkipped = 500;
const mostReturned = 25;

export type SearchWish = {
  /** As `wantedWords` makes them; none: what is most useful. */
  readonly words: readonly string[];
  readonly skip: number;
  readonly count: number;
  /** Asked in a channel of the collaboration. */
  readonly here: boolean;
  /** What a person reads of a round. */
  readonly reads: (round: FoundRound, collaboration: Collaboration) => string;
};

type Ranked = { readonly rank: number; readonly finding: Finding };

/** Without words, what waits for the person and what is newest; with words, first what they name. Lower comes first. */
const ranks = {
  browsing: { ownOpen: 0, newestRound: 1, open: 2, round: 3, organisation: 4, pair: 5, closed: 6 },
  searching: { organisation: 0, newestRound: 1, round: 1, ownOpen: 2, open: 3, pair: 4, closed: 5 },
} as const;

const actionRank = (action: Action, member: number | undefined) => {
  if (isClosed(action)) return 'closed';
  return member !== undefined && isOwner(action, member) ? 'ownOpen' : 'open';
};

const foundIn = async (
  unit: Unit,
  person: Person,
  { words, here, reads }: SearchWish,
  most: number,
): Promise<readonly Ranked[]> => {
  const collaboration = await unit.collaboration();
  const rank = ranks[words.length === 0 ? 'browsing' : 'searching'];
  const named = words.map((word) => ({
    word,
    organisations: collaboration.organisations.filter(({ name }) => isFound([word], name)).map(({ id }) => id),
  }));
  const member = (await unit.members.of(person))?.id;
  const actions = await unit.actions.search(named, member, most);
  const owners = actions.flatMap((action) => action.owners.flatMap((owner) => owner.member ?? []));
  const people = here ? await unit.members.some(owners) : [];
  const as = (kind: keyof typeof rank, found: Found): Ranked => ({
    rank: rank[kind],
    finding: { collaboration, here, people, found },
  });
  const rounds = await unit.rounds.all();
  const closed = await unit.rounds.closed();
  const shownRounds = rounds.map((round) => foundRound(round, closed)).reverse();
  const snapshot = await latestRelational(unit, rounds, closed);
  const all = [
    ...actions.map((action) => as(actionRank(action, member), { is: 'action', action })),
    ...shownRounds
      .sort((one, other) => other.closes.getTime() - one.closes.getTime())
      .map((round, at) => ({ ...as(at === 0 ? 'newestRound' : 'round', round), text: reads(round, collaboration) }))
      .filter(({ text }) => isFound(words, text)),
    ...(snapshot === undefined ? [] : organisationsIn(snapshot, here))
      .filter(({ organisation }) => isFound(words, organisation.name))
      .map((found) => as('organisation', found)),
    ...(snapshot === undefined ? [] : pairsIn(snapshot, here))
      .filter(({ one, other }) => isFound(words, `${one.name} ${other.name}`))
      .map((found) => as('pair', found)),
  ];
  return all.sort((one, other) => one.rank - other.rank).slice(0, most);
};

/** Published values are about to be shown to this person: it is in the log before they are (P12), once an hour for each round. */
const noteRead = async ({ store, clock }: Needs, person: Person, findings: readonly Finding[]): Promise<void> => {
  const [first] = findings;
  const rounds = new Set(findings.flatMap(({ found }) => ('values' in found ? [found.round] : [])));
  if (first === undefined || rounds.size === 0) return;
  // Values are only ever of the one collaboration in whose channel they are asked for.
  await store.within(first.collaboration.id, async (unit) => {
    for (const round of rounds) await unit.note('results read', person, { round }, clock(), oncePer);
  });
};

/**
 * Actions, rounds and published results of these collaborations, whose members the gate has found the person to be. Published values are
 * given where they are asked for in a channel of the collaboration; that they were read is logged (P12), once an hour.
 */
export const search =
  ({ store, clock }: Needs) =>
  async (person: Person, among: readonly CollaborationId[], wish: SearchWish): Promise<readonly Finding[]> => {
    const { skip } = wish;
    if (skip > mostSkipped) return [];
    const most = skip + Math.min(wish.count, mostReturned);
    const found: Ranked[] = [];
    for (const id of among) found.push(...(await store.within(id, (unit) => foundIn(unit, person, wish, most))));
    const page = found
      .sort((one, other) => one.rank - other.rank)
      .slice(skip, most)
      .map(({ finding }) => finding);
    await noteRead({ store, clock }, person, page);
    return page;
  };
