import type { Calendar } from '../../domain/calendar.ts';
import { beginningOf, comesAt, isAsking, preparations, preparedAt } from '../../domain/meetings/before-meeting.ts';
import type { Preparation } from '../../domain/meetings/before-meeting.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import type { Unit } from '../../ports/unit.ts';

const jobOf = { 'updates asked': 'ask for updates', brief: 'brief' } as const satisfies Record<Preparation, string>;

/** The clock comes for what is done before this meeting, for the day it is on: moved, it asks for itself anew. May run twice: each does nothing the second time. */
export const waitForMeeting = async (unit: Unit, meeting: Meeting, now: Date, calendar: Calendar): Promise<void> => {
  if (meeting.state !== 'planned') return;
  const { id: collaboration, zone } = await unit.collaboration();
  for (const what of preparations) {
    const after = comesAt(preparedAt(calendar, meeting, zone, what), now);
    await unit.enqueue({ name: jobOf[what], collaboration, meeting: meeting.number, day: meeting.date }, { after });
  }
};

export type Ahead = { readonly meeting: Meeting; readonly begins: Date };

/**
 * The meeting of a job whose time has come; undefined: it was moved, called off or held, has begun, or its time is later now because a
 * survey is open whose results it waits for, or the collaboration has moved to another zone: then the clock comes again.
 */
export const stillAhead = async (
  unit: Unit,
  { number, day, what }: { readonly number: number; readonly day: string; readonly what: Preparation },
  now: Date,
  calendar: Calendar,
): Promise<Ahead | undefined> => {
  const meeting = await unit.meetings.find(number);
  if (meeting?.state !== 'planned' || meeting.date !== day) return undefined;
  const { id: collaboration, zone } = await unit.collaboration();
  const begins = beginningOf(calendar, meeting, zone);
  if (begins <= now) return undefined;
  const round = await unit.rounds.latest();
  const after = preparedAt(calendar, meeting, zone, what, round?.state === 'open' ? round : undefined);
  if (after <= now) return { meeting, begins };
  await unit.enqueue({ name: jobOf[what], collaboration, meeting: number, day }, { after });
  return undefined;
};

/** Whether owners are asked for a line at this moment: before some meeting as it is planned now. */
export const asksForUpdates = async (unit: Unit, now: Date, calendar: Calendar): Promise<boolean> => {
  const { zone } = await unit.collaboration();
  return (await unit.meetings.all()).some((one) => one.state === 'planned' && isAsking(calendar, one, zone, now));
};
