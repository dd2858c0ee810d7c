import type { Calendar } from '../calendar.ts';
import { closingTime } from '../plan.ts';
import type { CheckOut, Said } from '../scoring/check-out.ts';
import type { ItemSums } from '../sums.ts';

/** C1 of the method: 1 drained, 5 energised. */
export const energies = [1, 2, 3, 4, 5] as const;
export type Energy = (typeof energies)[number];
/** C2 of the method: whether one got to say what one needed to. */
export const saids = ['yes', 'partly', 'no'] as const;
export type SaidAnswer = (typeof saids)[number];

/** What one person says of a meeting, one tap at a time. */
export type CheckOutAnswer = { readonly energy?: Energy; readonly said?: SaidAnswer };

/** `tooGood`: people say elsewhere that they talk openly, and did not get to speak here (see `tooGoodToBeTrue`). */
export type CheckOutResults = CheckOut & { readonly tooGood: boolean };

/** Of one meeting. Instants are UTC. */
export type MeetingCheckOut = {
  readonly meeting: number;
  /** Fewest answers of which anything is shown; frozen when it opened. */
  readonly k: number;
  readonly opens: Date;
  readonly closes: Date;
  readonly closed?: Date;
  /** Published when it closed. */
  readonly results?: CheckOutResults;
};

/** What everybody said, added up. */
export type CheckOutSums = { readonly energy: ItemSums; readonly said: Said };

export const takesAnswers = ({ closed, closes }: MeetingCheckOut, now: Date): boolean => closed === undefined && now < closes;

/** It closes on the next working day, in the afternoon: people tap on their way out, or the morning after. */
export const checkOutCloses = (calendar: Calendar, opens: Date, zone: string): Date => {
  let date = calendar.plusDays(calendar.dateOf(opens, zone), 1);
  for (let days = 0; days < 31 && !calendar.isWorkingDay(date, zone); days += 1) date = calendar.plusDays(date, 1);
  return calendar.instantOf(date, closingTime, zone);
};
