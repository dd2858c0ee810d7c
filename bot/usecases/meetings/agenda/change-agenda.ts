import { textRefusal } from '../../../domain/actions/agreeing.ts';
import { atStep, changedArea, freshAgenda, mostAreas, withArea, withoutArea } from '../../../domain/meetings/agenda.ts';
import type { Agenda, AgendaStep, ChosenArea } from '../../../domain/meetings/agenda.ts';
import { topicKey, topicOf } from '../../../domain/meetings/focus-choice.ts';
import type { Topic } from '../../../domain/meetings/focus-choice.ts';
import { mixedGroups, mostSeats } from '../../../domain/meetings/groups.ts';
import type { GroupSize, Seat } from '../../../domain/meetings/groups.ts';
import type { Sorting } from '../../../domain/meetings/sorter.ts';
import { onOneLine } from '../../../domain/set-up.ts';
import { Refused } from '../../../errors.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Store } from '../../../ports/store.ts';
import type { Unit } from '../../../ports/unit.ts';
import type { Inside } from '../../gate.ts';
import { chairOrManager } from '../../gate.ts';
import { meetingAt } from '../meeting-at.ts';
import type { Place } from '../silent/place.ts';
import { offeredNow } from './offered.ts';

type Needs = { readonly store: Store; readonly clock: Clock };

/** What whoever leads the meeting does. `key`: of a topic that is offered; `area`: the id of one that is chosen. */
export type AgendaChange =
  | { readonly is: 'start' }
  | { readonly is: 'step'; readonly step: AgendaStep }
  | { readonly is: 'choose'; readonly key: string }
  | { readonly is: 'own'; readonly text: string }
  | { readonly is: 'leave out'; readonly area: number }
  | { readonly is: 'sort'; readonly area: number; readonly sorting: Sorting }
  /** `counts`: how many are here of each organisation, where nobody has said who is here. */
  | { readonly is: 'groups'; readonly area: number; readonly size: GroupSize; readonly counts: readonly Count[] };
type Count = { readonly organisation: number; readonly count: number };

const areaOf = ({ areas }: Agenda, id: number): ChosenArea => {
  const area = areas.find((one) => one.id === id);
  if (area === undefined) throw new Refused('changed meanwhile');
  return area;
};

const seatsOf = async (unit: Unit, meeting: number, counts: readonly Count[]): Promise<readonly Seat[]> => {
  const present = await unit.meetings.attendance(meeting);
  if (present !== undefined) return present.map(({ member, organisation }) => ({ organisation, member }));
  const { organisations } = await unit.collaboration();
  return counts
    .filter(({ organisation }) => organisations.some(({ id }) => id === organisation))
    .flatMap(({ organisation, count }) => Array.from({ length: count }, () => ({ organisation })));
};

const chosen = (agenda: Agenda, topic: Topic): Agenda => {
  const key = topicKey(topic);
  if (agenda.areas.some((area) => topicKey(area.topic) === key)) return agenda;
  if (agenda.areas.length >= mostAreas) throw new Refused('too many focus areas');
  return withArea(agenda, topic);
};

/** The topic that is offered under this key; it may have gone since the page was read. */
const offeredTopic = async (unit: Unit, key: string): Promise<Topic> => {
  const topics = (await offeredNow(unit)).areas.map(topicOf);
  const found = topics.find((topic) => topicKey(topic) === key);
  if (found === undefined) throw new Refused('changed meanwhile');
  return found;
};

const ownTopic = (text: string): Topic => {
  const refusal = textRefusal(text);
  if (refusal !== undefined) throw new Refused(refusal === 'action incomplete' ? 'set-up incomplete' : refusal);
  return { is: 'own', text };
};

/** What was written about an area goes with it; what people are writing does not go unseen. */
const forgetTexts = async (unit: Unit, place: Place): Promise<void> => {
  if ((await unit.silent.hold(place)) !== undefined) throw new Refused('people are writing');
  await unit.silent.forget(place);
};

/** As it is from here on; the same object: nothing changes. */
const after = async (unit: Unit, meeting: number, agenda: Agenda, change: AgendaChange): Promise<Agenda> => {
  switch (change.is) {
    case 'start':
    case 'step':
      return agenda;
    case 'choose':
      return agenda.areas.some(({ topic }) => topicKey(topic) === change.key)
        ? agenda
        : chosen(agenda, await offeredTopic(unit, change.key));
    case 'own':
      return chosen(agenda, ownTopic(onOneLine(change.text)));
    case 'leave out':
      if (!agenda.areas.some(({ id }) => id === change.area)) return agenda;
      await forgetTexts(unit, { meeting, area: change.area });
      return withoutArea(agenda, change.area);
    case 'sort': {
      const { sorting } = areaOf(agenda, change.area);
      const { known, able, same } = change.sorting;
      const isSame = sorting?.known === known && sorting.able === able && sorting.same === same;
      return isSame ? agenda : changedArea(agenda, change.area, { sorting: { known, able, same } });
    }
    case 'groups': {
      areaOf(agenda, change.area);
      const seats = await seatsOf(unit, meeting, change.counts);
      if (seats.length < 2 || seats.length > mostSeats) throw new Refused('set-up incomplete');
      // Another seed each time: pressed again, it mixes anew.
      return changedArea(agenda, change.area, { groups: mixedGroups(seats, change.size, agenda.version) });
    }
  }
};

/** Where the meeting stands; going on starts it. */
const moved = (agenda: Agenda, change: AgendaChange, seen: number, now: Date): Agenda | undefined => {
  const begun = { ...agenda, started: agenda.started ?? now };
  if (change.is === 'start') return agenda.started === undefined ? begun : agenda;
  if (change.is !== 'step') return undefined;
  const step = atStep(agenda, change.step, seen);
  return step === undefined ? agenda : { ...begun, step };
};

/**
 * A step of the meeting, or something about its focus areas, by whoever leads it. `seen`: the version they looked at. What another has
 * changed meanwhile is never overwritten unseen, and of two who go on at once nobody is taken back.
 * May it run twice? Yes: what is so already changes nothing, whatever was seen.
 */
export const changeAgenda =
  ({ store, clock }: Needs) =>
  (who: Inside, number: number, change: AgendaChange, seen: number): Promise<void> =>
    store.within(who.collaboration, async (unit) => {
      await unit.oneAtATime();
      await chairOrManager(unit, who.person);
      const meeting = await meetingAt(unit, number);
      if (meeting.state !== 'planned') throw new Refused('meeting over');
      const agenda = (await unit.agendas.of(number)) ?? freshAgenda;
      const step = moved(agenda, change, seen, clock());
      const next = step ?? (await after(unit, number, agenda, change));
      if (next === agenda) return;
      if (step === undefined && seen !== agenda.version) throw new Refused('changed meanwhile');
      if ((await unit.agendas.put(number, next)) === undefined) throw new Refused('changed meanwhile');
    });
