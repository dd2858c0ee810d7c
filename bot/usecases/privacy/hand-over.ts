import type { HandOver } from '../../contracts/hand-over-api.ts';
import type { Action } from '../../domain/actions/action.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { Collaboration, CollaborationId, Person } from '../../domain/collaboration.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import { oncePer } from '../results/read-overview.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

/** Every closed action there is. */
const all = 1_000_000;

const actionsOf = async (
  unit: Unit,
  { organisations, zone }: Collaboration,
  calendar: Calendar,
): Promise<HandOver['actions']> => {
  const nameOf = (id: number): string => organisations.find((one) => one.id === id)?.name ?? '';
  const dayOf = (at: Date): string => calendar.dateOf(at, zone);
  const written = ({ id, text, kind, state, agreed, due, closed, owners, nextStep, stuck, verdict, keptBy }: Action) => ({
    ...{ action: id, text, kind, state, due, agreed: dayOf(agreed), closed: closed === undefined ? null : dayOf(closed) },
    owners: [...new Set(owners.map(({ organisation }) => nameOf(organisation)))],
    nextStep: nextStep ?? null,
    stuck: stuck?.because ?? null,
    verdict: verdict ?? null,
    keptBy: keptBy === undefined ? null : nameOf(keptBy),
  });
  return [...(await unit.actions.open()), ...(await unit.actions.closed(all))]
    .sort((one, other) => one.due.localeCompare(other.due) || one.id - other.id)
    .map(written);
};

const decisionsOf = async (unit: Unit): Promise<HandOver['decisions']> => {
  const decisions: HandOver['decisions'] = [];
  for (const { number, date } of await unit.meetings.all())
    for (const { text } of await unit.meetings.decisions(number)) decisions.push({ meeting: date, text });
  return decisions;
};

/**
 * What the partners may keep, for every member, before a close and after it: published results, actions and decisions, and no person's
 * name. Reading it is logged like reading the rounds over time, once an hour. Changes nothing else.
 */
export const readHandOver =
  ({ store, clock, calendar }: Needs) =>
  (collaboration: CollaborationId, person: Person): Promise<HandOver> =>
    store.within(collaboration, async (unit) => {
      const found = await unit.collaboration();
      const rounds = [...(await unit.snapshots.all())];
      const facts = { rounds: rounds.map(({ round }) => round) };
      if (rounds.length > 0) await unit.note('results read', person, facts, clock(), oncePer);
      return {
        purpose: found.purpose,
        outcomes: (await unit.setUp.outcomes()).map(({ text }) => text),
        closed: found.closed?.toISOString() ?? null,
        rounds,
        actions: await actionsOf(unit, found, calendar),
        decisions: await decisionsOf(unit),
      };
    });
