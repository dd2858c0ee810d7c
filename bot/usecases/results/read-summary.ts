import type { Summary } from '../../contracts/summary-api.ts';
import type { Action } from '../../domain/actions/action.ts';
import { cycleOf } from '../../domain/actions/cycle.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { Collaboration, CollaborationId, Person } from '../../domain/collaboration.ts';
import { lastMeetingOf } from '../../domain/meetings/meeting.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { isHere } from '../../domain/set-up.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import { chosenPriorities } from './chosen-priorities.ts';
import { publishedSummary } from './published-summary.ts';
import { oncePer } from './read-overview.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

/** Of a kind, on one page; the rest is counted. */
const mostShown = 6;
/** Meetings whose attendance is looked at, and kept tests that are counted. */
const mostCounted = 200;

const namesIn =
  ({ organisations }: Collaboration) =>
  (id: number | undefined): string =>
    organisations.find((one) => one.id === id)?.name ?? '';

const few = <One, Shown>(all: readonly One[], of: (one: One) => Shown) => ({
  shown: all.slice(0, mostShown).map(of),
  more: Math.max(0, all.length - mostShown),
});

const meetingsHeld = async (unit: Unit, meetings: readonly Meeting[]): Promise<Summary['meetings']> => {
  const present = (await unit.meetings.attendances(mostCounted)).map((one) => one.present.length);
  return {
    held: meetings.filter(({ state }) => state === 'held').length,
    counted: present.length,
    present: present.length === 0 ? null : { fewest: Math.min(...present), most: Math.max(...present) },
  };
};

/** Counted as in a meeting's cycle (method.md, scoring 10), up to the last meeting that was held. */
const actionsAgreed = async (
  unit: Unit,
  zone: string,
  last: Meeting | undefined,
  calendar: Calendar,
): Promise<Summary['actions']> => {
  const all = (await unit.actions.cycle()).map(({ id, due, state, closed }) => ({
    ...{ id, due, state, dropped: state === 'dropped' },
    ...(closed === undefined ? {} : { closed: calendar.dateOf(closed, zone) }),
  }));
  const agreed = all.filter(({ dropped }) => !dropped);
  return {
    agreed: agreed.length,
    done: agreed.filter(({ state }) => state === 'done').length,
    carriedOver: last === undefined ? null : cycleOf(all, last.date).carriedOver.length,
  };
};

/** Everything two pages are made of, for everybody in the channel. The read is logged (P12), once an hour. */
export const readSummary =
  ({ store, clock, calendar }: Needs) =>
  async (collaboration: CollaborationId, person: Person): Promise<Summary> =>
    await store.within(collaboration, async (unit) => {
      const found = await unit.collaboration();
      const { purpose, zone, organisations } = found;
      const now = clock();
      const today = calendar.dateOf(now, zone);
      const nameOf = namesIn(found);
      const snapshots = await unit.snapshots.all();
      const rounds = snapshots.map(({ round }) => round);
      if (rounds.length > 0) await unit.note('results read', person, { rounds, page: 'summary' }, now, oncePer);
      const meetings = await unit.meetings.all();
      const tests = (await unit.actions.open()).filter(({ kind }) => kind === 'test of change');
      const owners = ({ owners: all }: Action): string[] => [...new Set(all.map(({ organisation }) => nameOf(organisation)))];
      return {
        ...{ purpose, zone, today },
        organisations: organisations.filter(isHere).map(({ name }) => name),
        ...publishedSummary(snapshots, await unit.setUp.outcomes()),
        chosen: await chosenPriorities(unit, found, snapshots, today),
        meetings: await meetingsHeld(unit, meetings),
        actions: await actionsAgreed(unit, zone, lastMeetingOf(meetings), calendar),
        tests: few(tests, (action) => ({ text: action.text, due: action.due, organisations: owners(action) })),
        businessAsUsual: few(await unit.actions.kept(mostCounted), ({ text, keptBy }) => ({
          text,
          organisation: nameOf(keptBy),
        })),
      };
    });
