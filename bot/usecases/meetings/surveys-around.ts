import type { Calendar } from '../../domain/calendar.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { closingOf } from '../../domain/meetings/survey.ts';
import { roundAskedFor } from '../../domain/meetings/survey-spacing.ts';
import type { Unit } from '../../ports/unit.ts';

/** A round, with when it closed, or closes. */
export type AskedRound = {
  readonly number: number;
  readonly opens: Date;
  readonly closes: Date;
  readonly imported: boolean;
};

/** In the order in which they close. One that was closed late, because nothing ran at its time, closed when it should have. */
export const askedRounds = async (unit: Unit): Promise<readonly AskedRound[]> => {
  const closed = new Map((await unit.rounds.closed()).map((one) => [one.number, one]));
  return (await unit.rounds.all())
    .map(({ number, opens, closes }) => {
      const found = closed.get(number);
      const early = found !== undefined && found.closed < closes;
      return { number, opens, closes: early ? found.closed : closes, imported: found?.imported ?? false };
    })
    .sort((one, other) => one.closes.getTime() - other.closes.getTime());
};

/** When each survey there was closed, and those that are open or planned will close; without those planned for `but`. */
export const surveyClosings = async (unit: Unit, calendar: Calendar, but: readonly Meeting[] = []): Promise<readonly Date[]> => {
  const { zone } = await unit.collaboration();
  const numbers = new Set(but.map(({ number }) => number));
  const planned = (await unit.meetings.all()).flatMap(({ number, state, date, survey, round, surveyRefused }) =>
    state !== 'planned' || survey === undefined || round !== undefined || surveyRefused !== undefined || numbers.has(number)
      ? []
      : [closingOf(calendar, date, survey, zone)],
  );
  return [...(await askedRounds(unit)).map(({ closes }) => closes), ...planned];
};

/** The round that asks, or asked, for the meeting on this day, though it was not opened for it; see `roundAskedFor`. */
export const askedForMeeting = (
  date: string,
  meetings: readonly Meeting[],
  rounds: readonly AskedRound[],
  calendar: Calendar,
  zone: string,
): AskedRound | undefined => {
  const before = meetings.filter((one) => one.state !== 'called off' && one.date < date).at(-1)?.date;
  return roundAskedFor(calendar, { date, before }, rounds, zone);
};
