import { useSyncExternalStore } from 'react';
import { type AgendaStep, agendaSteps } from '../bot/contracts/agenda-steps.ts';

export { configurePlace, personalPlace } from './own-pages.ts';

/** The heading of the method page; its sections are `method-who`, `method-privacy` and so on. Addresses name them after `#`. */
export const methodPlace = 'method';

/** The latest results as slides. */
export const presentPlace = 'present';
/** Set-up; its other pages are `manage-roster` and `manage-round`. */
export const managePlace = 'manage';

/** What every organisation says about itself. */
export const whoPlace = 'who';

/** The board of agreed actions. */
export const actionsPlace = 'actions';
/** The form of a new one; `actions-new-start-pair-1-3`, `actions-new-area-...`: where it comes from. */
export const newActionPlace = 'actions-new';
/** The form of one that comes from a focus area. Half a character, which a name may hold, has no place in an address. */
export const newActionFrom = (area: string): string =>
  `${newActionPlace}-area-${encodeURIComponent(area.replace(/\p{Cs}/gu, ''))}`;
/** The page of one. */
export const actionPlace = (action: number): string => `action-${action}`;
/** Which action's page this is; undefined: none. */
export const actionAt = (place: string): number | undefined => {
  const number = /^action-([1-9]\d{0,8})$/.exec(place)?.[1];
  return number === undefined ? undefined : Number(number);
};
export const isOnActions = (place: string): boolean =>
  place === actionsPlace || place === newActionPlace || place.startsWith(`${newActionPlace}-`) || actionAt(place) !== undefined;
/** One page for sponsors, and the plan as a picture for the wall. */
export const summaryPlace = 'summary';
export const planPicturePlace = 'plan-picture';
/** The collaboration's meetings. */
export const meetingsPlace = 'meetings';
/** What came of one meeting. */
export const minutesPlace = (meeting: number): string => `minutes-${meeting}`;
/** Which meeting's minutes this is; undefined: none. */
export const minutesAt = (place: string): number | undefined => {
  const number = /^minutes-([1-9]\d{0,4})$/.exec(place)?.[1];
  return number === undefined ? undefined : Number(number);
};
/** One meeting where it stands; with a step behind it, that step, wherever the meeting is. */
export const meetingPlace = (meeting: number, step?: AgendaStep): string =>
  `meeting-${meeting}${step === undefined ? '' : `-${step.replace(' ', '-')}`}`;
/** Which meeting's page this is, and which step; undefined: none. */
export const meetingAt = (place: string): { readonly meeting: number; readonly step: AgendaStep | undefined } | undefined => {
  const [, number, named] = /^meeting-([1-9]\d{0,4})(?:-([a-z-]+))?$/.exec(place) ?? [];
  if (number === undefined) return undefined;
  return { meeting: Number(number), step: agendaSteps.find((step) => step.replace(' ', '-') === named) };
};
/** Everything the partners may keep, as files. */
export const keepPlace = 'keep';
/** The log, for integration managers. */
export const logPlace = 'log';
export const isOnRights = (place: string): boolean => place === keepPlace || place === logPlace;
/** What was sent, for integration managers. */
export const deliveriesPlace = 'deliveries';

const subscribe = (changed: () => void) => {
  addEventListener('hashchange', changed);
  return () => {
    removeEventListener('hashchange', changed);
  };
};

/** What the address of the tab names after `#`, such as `method-privacy`; empty on the first screen. Back and forward change it. */
export const usePlace = (): string => useSyncExternalStore(subscribe, () => location.hash.slice(1));

export const isOnMethod = (place: string): boolean => place === methodPlace || place.startsWith(`${methodPlace}-`);
export const isOnManage = (place: string): boolean => place === managePlace || place.startsWith(`${managePlace}-`);

/** The focus areas on the first screen, and the id of their heading. */
export const focusPlace = 'focus';

/** All rounds over time. */
export const timelinePlace = 'timeline';
/** The page of one closed round; places within it, such as `round-3-matrix`, begin with it. */
export const roundPlace = (round: number): string => `round-${round}`;
/** Which round's page this is; undefined: none. */
export const roundAt = (place: string): number | undefined => {
  const number = /^round-([1-9]\d{0,4})(-|$)/.exec(place)?.[1];
  return number === undefined ? undefined : Number(number);
};
export const isInThePast = (place: string): boolean => place === timelinePlace || roundAt(place) !== undefined;

/** The two organisations of a pair's page, `pair-1-3`; undefined on every other. Whether they are any is for the page to say. */
export function pairAt(place: string): readonly [string, string] | undefined {
  const [, one, other] = /^pair-([^-]+)-([^-]+)$/.exec(place) ?? [];
  return one !== undefined && other !== undefined ? [one, other] : undefined;
}
