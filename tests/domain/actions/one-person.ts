import { calendar as real } from '../../../bot/adapters/calendar.ts';
import type { Action } from '../../../bot/domain/actions/action.ts';
import { changeOf } from '../../../bot/domain/actions/changing.ts';
import type { ActionWish } from '../../../bot/domain/actions/changing.ts';
import { dueNudges, merged, nextNudge, nudgesOf } from '../../../bot/domain/actions/nudging.ts';
import type { NudgeItem, WaitingNudge } from '../../../bot/domain/actions/nudging.ts';
import { touchMoment } from '../../../bot/domain/calendar.ts';
import type { Calendar } from '../../../bot/domain/calendar.ts';
import { actionOf } from './builders.ts';

const remembering = <Result>(ask: (...asked: readonly [string, string, string?]) => Result) => {
  const known = new Map<string, Result>();
  return (one: string, two: string, three?: string): Result => {
    const key = `${one} ${two} ${three ?? ''}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = ask(one, two, three);
    known.set(key, found);
    return found;
  };
};
const instants = remembering((date, time, zone = 'utc') => real.instantOf(date, time, zone));
const later = remembering((date, days) => real.plusDays(date, Number(days)));

/** The real one, asked once for each thing: thousands of lives are lived in the same months. */
export const calendar: Calendar = {
  ...real,
  isWorkingDay: remembering((date, zone) => real.isWorkingDay(date, zone)),
  instantOf: instants,
  plusDays: (date, days) => later(date, String(days)),
};

/** What happens to one person, at an instant: somebody says something of an action, a survey wants to write, they move. */
export type Happening = { readonly at: Date } & (
  | { readonly agree: number; readonly due: string }
  | { readonly action: number; readonly wish: ActionWish }
  | { readonly survey: true }
  | { readonly zone: string }
);
export type Touch = {
  readonly at: Date;
  readonly zone: string;
  readonly items: readonly (NudgeItem & { readonly due: string })[];
};
/** An action with one due date, from then on until it was another, it was closed, or the end. */
export type Stretch = { readonly action: number; readonly due: string; readonly from: Date; readonly to: Date | undefined };

/** More steps than anything here needs. */
const mostSteps = 400;

/** The clock and the sender as the domain would have them, for one owner, until nothing is to come. */
export const livesThrough = (happenings: readonly Happening[], start: string) => {
  let zone = start;
  const left = [...happenings].sort((one, other) => one.at.getTime() - other.at.getTime());
  const actions = new Map<number, Action>();
  const stretches: Stretch[] = [];
  const claimed = new Set<string>();
  const touches: Touch[] = [];
  let waiting: WaitingNudge[] = [];
  const surveys: Date[] = [];
  const nudges = (action: Action) => nudgesOf(calendar, action, { id: 1, integrationManager: false, zone }, new Set([1]));
  const lastTouch = (): Date | undefined => touches.at(-1)?.at;
  const end = (id: number, to: Date): void => {
    const at = stretches.findIndex((one) => one.action === id && one.to === undefined);
    const open = stretches[at];
    if (open !== undefined) stretches[at] = { ...open, to };
  };

  const happens = (what: Happening): void => {
    if ('zone' in what) zone = what.zone;
    else if ('survey' in what) surveys.push(what.at);
    else if ('agree' in what) {
      actions.set(what.agree, actionOf({ id: what.agree, due: what.due, nudgedFrom: what.at, heard: what.at }));
      stretches.push({ action: what.agree, due: what.due, from: what.at, to: undefined });
    } else {
      const before = actions.get(what.action);
      const saying = { by: 1, now: what.at, today: calendar.dateOf(what.at, 'Europe/Oslo'), last: undefined };
      const change = before && changeOf(calendar, before, what.wish, saying);
      if (before === undefined || typeof change !== 'object') return;
      const { after } = change;
      actions.set(what.action, after);
      if (after.closed !== undefined || after.due !== before.due) end(what.action, what.at);
      if (after.due !== before.due) stretches.push({ action: what.action, due: after.due, from: what.at, to: undefined });
      // What has not been said yet is claimed anew when it is due anew.
      if (after.snoozed === before.snoozed) return;
      for (const { action, due, step } of waiting.filter((one) => one.action === what.action))
        claimed.delete(`${action} ${due} ${step}`);
      waiting = waiting.filter(({ action }) => action !== what.action);
    }
  };

  const tick = (now: Date): void => {
    for (const action of actions.values()) {
      for (const { step } of dueNudges(nudges(action), now)) {
        const key = `${action.id} ${action.due} ${step}`;
        if (claimed.has(key)) continue;
        claimed.add(key);
        waiting.push({ action: action.id, due: action.due, step });
      }
    }
  };

  const send = (now: Date): void => {
    const items = merged(
      waiting,
      (id) => {
        const action = actions.get(id);
        return action && { due: action.due, nudges: nudges(action) };
      },
      now,
    ).map((item) => ({ ...item, due: actions.get(item.action)?.due ?? '' }));
    waiting = [];
    if (items.length > 0) touches.push({ at: now, zone, items });
  };

  let now = left[0]?.at ?? new Date(0);
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const moment = touchMoment(calendar, { now, lastTouch: lastTouch(), zone });
    const wakes = [...actions.values()].map((action) => nextNudge(nudges(action), now));
    const wants = waiting.length > 0 || surveys.length > 0 ? [moment] : [];
    const [next] = [left[0]?.at, ...wakes, ...wants]
      .filter((at) => at !== undefined)
      .sort((one, other) => one.getTime() - other.getTime());
    if (next === undefined) break;
    now = next;
    if (left[0]?.at.getTime() === now.getTime()) {
      happens(left.shift() ?? { at: now, zone });
      tick(now);
      continue;
    }
    tick(now);
    if (touchMoment(calendar, { now, lastTouch: lastTouch(), zone })?.getTime() !== now.getTime()) continue;
    // A survey goes before: what is held back then is merged into the next nudge.
    if (surveys.shift() !== undefined) touches.push({ at: now, zone, items: [] });
    else if (waiting.length > 0) send(now);
  }
  return { touches, stretches, over: left.length === 0 && waiting.length === 0, actions };
};
