import type { Action, ActionEvent } from '../../../domain/actions/action.ts';
import { actionLimits } from '../../../domain/actions/agreeing.ts';
import type { Calendar } from '../../../domain/calendar.ts';
import { freshAgenda } from '../../../domain/meetings/agenda.ts';
import type { Agenda } from '../../../domain/meetings/agenda.ts';
import { reviewOf } from '../../../domain/meetings/agenda-review.ts';
import type { Review } from '../../../domain/meetings/agenda-review.ts';
import { lastMeetingOf, nextMeetingOf } from '../../../domain/meetings/meeting.ts';
import type { Decision, Meeting } from '../../../domain/meetings/meeting.ts';
import type { SilentWriting } from '../../../domain/meetings/silent.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Store } from '../../../ports/store.ts';
import type { Unit } from '../../../ports/unit.ts';
import { shown, viewOf } from '../../actions/read-actions.ts';
import type { ActionsView, ShownAction } from '../../actions/read-actions.ts';
import type { Inside } from '../../gate.ts';
import { leadsMeetings } from '../../gate.ts';
import { oncePer } from '../../results/read-overview.ts';
import { meetingAt } from '../meeting-at.ts';
import { hereAt } from './newcomers.ts';
import type { Here } from './newcomers.ts';
import { offeredNow } from './offered.ts';
import type { Offered } from './offered.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

/** More than are closed between two meetings. */
const mostClosed = 500;

export type AgendaView = ActionsView & {
  readonly meeting: Meeting;
  readonly agenda: Agenda;
  readonly mayLead: boolean;
  readonly outcomes: readonly string[];
  /** The meeting held before this one, and what was decided there. */
  readonly last: { readonly meeting: Meeting; readonly decisions: readonly Decision[] } | undefined;
  /** The one after it that is planned. */
  readonly next: Meeting | undefined;
  readonly here: Here;
  readonly review: Review;
  /** What was last said of an action of the review. */
  readonly said: ReadonlyMap<number, ActionEvent>;
  readonly offered: Offered;
  /** Where each writes before anybody sees, or has written. */
  readonly silent: readonly SilentWriting[];
  /** In this meeting. */
  readonly agreed: readonly ShownAction[];
  readonly decisions: readonly Decision[];
  /** The furthest date an action, or the next meeting, may have. */
  readonly furthest: string;
};

const before = (all: readonly Meeting[], { date }: Meeting): Meeting | undefined =>
  lastMeetingOf(all.filter((one) => one.date < date));
const after = (all: readonly Meeting[], { date }: Meeting): Meeting | undefined =>
  nextMeetingOf(all.filter((one) => one.date > date));

const reviewed = async (
  unit: Unit,
  agreed: readonly Action[],
  facts: Parameters<typeof reviewOf>[2],
  calendar: Calendar,
): Promise<Pick<AgendaView, 'review' | 'said'>> => {
  const here = new Set(agreed.map(({ id }) => id));
  const all = [...(await unit.actions.open()), ...(await unit.actions.closed(mostClosed))];
  const review = reviewOf(
    calendar,
    all.filter(({ id }) => !here.has(id)),
    facts,
  );
  const { stuck, late, due, done } = review;
  const said = await unit.actions.lastSaid([...stuck, ...late, ...due, ...done].map(({ id }) => id));
  return { review, said };
};

/** One meeting, step by step, as everybody in the channel follows it. Changes nothing; reading results is logged (P12). */
export const readAgenda =
  ({ store, clock, calendar }: Needs) =>
  (who: Inside, number: number): Promise<AgendaView> =>
    store.within(who.collaboration, async (unit) => {
      const now = clock();
      const view = await viewOf(unit, who, { store, clock, calendar });
      const meeting = await meetingAt(unit, number);
      const all = await unit.meetings.all();
      const last = before(all, meeting);
      const next = after(all, meeting);
      const agreed = await unit.actions.agreedAt(number);
      const facts = { now, zone: view.collaboration.zone, date: meeting.date, next: next?.date, since: last?.ended };
      const offered = await offeredNow(unit);
      if (offered.round !== undefined) await unit.note('results read', who.person, { round: offered.round.round }, now, oncePer);
      return {
        ...{ ...view, meeting, next, offered },
        agenda: (await unit.agendas.of(number)) ?? freshAgenda,
        mayLead: view.collaboration.closed === undefined && leadsMeetings(await unit.members.of(who.person)),
        outcomes: (await unit.setUp.outcomes()).map(({ text }) => text),
        last: last && { meeting: last, decisions: await unit.meetings.decisions(last.number) },
        here: await hereAt(unit, meeting, all),
        ...(await reviewed(unit, agreed, facts, calendar)),
        silent: await unit.silent.ofMeeting(number),
        agreed: agreed.map((action) => shown(calendar, action, view, now)),
        decisions: await unit.meetings.decisions(number),
        furthest: calendar.plusDays(view.today, actionLimits.daysAhead),
      };
    });
