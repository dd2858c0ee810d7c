import type { Calendar } from '../calendar.ts';
import type { Meeting } from './meeting.ts';
import type { MeetingSurvey } from './survey.ts';
import { closingOf, sameSurvey } from './survey.ts';
import type { NotProposed } from './survey-spacing.ts';
import { notProposed } from './survey-spacing.ts';

/** A day of a rhythm; `meeting`: one the rhythm gave before, which is there or comes there. Absent: a new one. */
export type Place = { readonly date: string; readonly meeting?: Meeting };

/**
 * The meetings a rhythm gave before on the days it gives now: one that is there already stays, the others come to the first free day, in
 * their order. `spare`: those that cannot stay where they are. `days` and `meetings` in the order of their dates.
 */
export const arrangement = (
  days: readonly string[],
  meetings: readonly Meeting[],
): { readonly places: readonly Place[]; readonly spare: readonly Meeting[] } => {
  const spare = meetings.filter(({ date }) => !days.includes(date));
  let next = 0;
  const places = days.map((date): Place => {
    const meeting = meetings.find((one) => one.date === date) ?? spare[next++];
    return meeting === undefined ? { date } : { date, meeting };
  });
  return { places, spare };
};

/** `survey`: it goes with the meeting; with `notProposed` as well: its opening day is over, so it stays there unopened and says so. */
export type Along = { readonly survey?: MeetingSurvey; readonly notProposed?: NotProposed };

type Facts = {
  /** The rhythm's, and that of the rhythm before. */
  readonly wish: MeetingSurvey | undefined;
  readonly was: MeetingSurvey | undefined;
  /** When the surveys besides close, or closed. */
  readonly others: readonly Date[];
  readonly now: Date;
  readonly zone: string;
};

/**
 * Which survey goes with each place, in their order: the rhythm's, where it does not come too soon after another. One that somebody set for
 * a meeting by hand, another than the rhythm's, stays with that meeting.
 */
export const surveysAlong = (
  calendar: Calendar,
  places: readonly Place[],
  { wish, was, others, now, zone }: Facts,
): readonly Along[] => {
  const own = places.map(({ meeting }) => (sameSurvey(meeting?.survey, was) ? undefined : meeting?.survey));
  const closings = [...others];
  for (const [at, { date }] of places.entries()) {
    const byHand = own[at];
    if (byHand !== undefined) closings.push(closingOf(calendar, date, byHand, zone));
  }
  return places.map(({ date }, at): Along => {
    const byHand = own[at];
    if (byHand !== undefined) return { survey: byHand };
    if (wish === undefined) return {};
    const because = notProposed(calendar, date, wish, { others: closings, now, zone });
    if (because === 'too soon') return { notProposed: because };
    if (because !== undefined) return { survey: wish, notProposed: because };
    closings.push(closingOf(calendar, date, wish, zone));
    return { survey: wish };
  });
};
