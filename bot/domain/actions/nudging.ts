import type { Calendar } from '../calendar.ts';
import { dayStarts } from '../calendar.ts';
import { isClosed, isOwner } from './action.ts';
import type { Action, Standing } from './action.ts';

/**
 * The steps of a due date in the order of their days, the last of them for integration managers, the others for owners; then what an
 * integration manager asks for, whenever that is (nudging-now.ts), and one line before a meeting (meetings/before-meeting.ts).
 */
export const nudgeSteps = ['heads up', 'due day', 'after', 'to integration manager', 'now', 'before meeting'] as const;
export type NudgeStep = (typeof nudgeSteps)[number];

/** `at`: from this instant on it is due, the start of `day` in the person's zone. */
export type Nudge = { readonly step: NudgeStep; readonly day: string; readonly at: Date };

/** As whom somebody is nudged: an owner, or an integration manager. */
type NudgedAs = 'owner' | 'integration manager';

const workingDaysBefore = 3;
const workingDaysAfter = 1;
const workingDaysToManager = 5;

/** Bounded: a month without a working day is a mistake of the calendar, not of the day. */
const furthestDays = 31;

/** The day so many working days of `zone` from `from` on, back where `days` is negative; 0: itself, or the next working day. */
const workingDaysFrom = (calendar: Calendar, from: string, days: number, zone: string): string => {
  const step = days < 0 ? -1 : 1;
  let date = from;
  let left = Math.abs(days);
  for (let tried = 0; tried < furthestDays && (left > 0 || !calendar.isWorkingDay(date, zone)); tried += 1) {
    date = calendar.plusDays(date, step);
    if (left > 0 && calendar.isWorkingDay(date, zone)) left -= 1;
  }
  return date;
};

/** The four days of a due date where somebody is (product.md, section 4; method.md, rule 10). Those after count from the due day's own. */
export const nudgeDays = (calendar: Calendar, due: string, zone: string): readonly { step: NudgeStep; day: string }[] => {
  const dueDay = workingDaysFrom(calendar, due, 0, zone);
  return [
    { step: 'heads up', day: workingDaysFrom(calendar, due, -workingDaysBefore, zone) },
    { step: 'due day', day: dueDay },
    { step: 'after', day: workingDaysFrom(calendar, dueDay, workingDaysAfter, zone) },
    { step: 'to integration manager', day: workingDaysFrom(calendar, dueDay, workingDaysToManager, zone) },
  ];
};

type Nudged = Pick<Action, 'state' | 'due' | 'snoozed' | 'nudgedFrom' | 'owners'>;

/** Whether somebody who answers for an organisation owns it; where nobody does any more, integration managers get every nudge. */
const hasSomebody = ({ owners }: Pick<Standing, 'owners'>, onRoster: ReadonlySet<number>): boolean =>
  owners.some(({ member }) => member !== undefined && onRoster.has(member));

/** `onRoster`: the members who answer for an organisation. */
const nudgedAs = (
  action: Pick<Standing, 'owners'>,
  member: { readonly id: number; readonly integrationManager: boolean },
  onRoster: ReadonlySet<number>,
): readonly NudgedAs[] => [
  ...(onRoster.has(member.id) && isOwner(action, member.id) ? (['owner'] as const) : []),
  ...(member.integrationManager ? (['integration manager'] as const) : []),
];

const isFor = (step: NudgeStep, as: NudgedAs, somebody: boolean): boolean =>
  step === 'to integration manager' ? as === 'integration manager' : as === (somebody ? 'owner' : 'integration manager');

/**
 * What a person is to be nudged about one action, in the order of time: nothing once it is closed, nothing whose time was over before
 * its due date and owners were what they are; while it is snoozed, nothing before the first working day from that date on.
 */
export const nudgesOf = (
  calendar: Calendar,
  action: Nudged,
  person: { readonly id: number; readonly integrationManager: boolean; readonly zone: string },
  onRoster: ReadonlySet<number>,
): readonly Nudge[] => {
  if (isClosed(action)) return [];
  const as = nudgedAs(action, person, onRoster);
  const somebody = hasSomebody(action, onRoster);
  const startOf = (day: string): Date => calendar.instantOf(day, dayStarts, person.zone);
  const awakeFrom = action.snoozed && workingDaysFrom(calendar, action.snoozed.until, 0, person.zone);
  return nudgeDays(calendar, action.due, person.zone)
    .filter(({ step, day }) => as.some((one) => isFor(step, one, somebody)) && startOf(day) > action.nudgedFrom)
    .map(({ step, day }) => (awakeFrom !== undefined && day < awakeFrom ? { step, day: awakeFrom } : { step, day }))
    .map(({ step, day }) => ({ step, day, at: startOf(day) }));
};

/** Those whose time has come at `now`. */
export const dueNudges = (nudges: readonly Nudge[], now: Date): readonly Nudge[] => nudges.filter(({ at }) => at <= now);

/** When something is next due of these; undefined: never again as it stands. */
export const nextNudge = (nudges: readonly Nudge[], now: Date): Date | undefined =>
  nudges
    .map(({ at }) => at)
    .filter((at) => at > now)
    .sort((one, other) => one.getTime() - other.getTime())[0];

/** Of several steps of one action that came together, the latest says it all. */
export const latestStep = (steps: readonly NudgeStep[]): NudgeStep | undefined =>
  steps.reduce<NudgeStep | undefined>(
    (latest, step) => (latest === undefined || nudgeSteps.indexOf(step) > nudgeSteps.indexOf(latest) ? step : latest),
    undefined,
  );

/** What waits to be said to one person about one action. */
export type WaitingNudge = {
  readonly action: number;
  readonly due: string;
  readonly step: NudgeStep;
  /** When it was asked for: of `now` and `before meeting` alone. */
  readonly asked?: Date;
};
export type NudgeItem = { readonly action: number; readonly step: NudgeStep };

/**
 * Everything that waits for one person, as one message with each action once: what is still so of it. Left out is what was closed, got
 * another due date, is snoozed, or is not theirs any more. `nudges`: what `nudgesOf` says of an action as it stands now, and whether one
 * that was asked for is still to be said.
 */
export const merged = (
  waiting: readonly WaitingNudge[],
  nudges: (action: number) =>
    | {
        readonly due: string;
        readonly nudges: readonly Nudge[];
        readonly isStillAsked?: (asked: Date, step: NudgeStep) => boolean;
      }
    | undefined,
  now: Date,
): readonly NudgeItem[] => {
  const actions = [...new Set(waiting.map(({ action }) => action))];
  return actions.flatMap((action) => {
    const stands = nudges(action);
    const due = dueNudges(stands?.nudges ?? [], now).map(({ step }) => step);
    const isStill = (one: WaitingNudge): boolean =>
      one.asked === undefined
        ? one.due === stands?.due && due.includes(one.step)
        : stands?.isStillAsked?.(one.asked, one.step) === true;
    const steps = waiting.filter((one) => one.action === action && isStill(one));
    const step = latestStep(steps.map((one) => one.step));
    return step === undefined ? [] : [{ action, step }];
  });
};
