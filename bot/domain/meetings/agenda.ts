import type { Topic } from './focus-choice.ts';
import type { Seat } from './groups.ts';
import type { Sorting } from './sorter.ts';

/** The six steps of a meeting, in their order (product.md, section 5). */
export const agendaSteps = ['recap', 'actions', 'focus areas', 'agreed', 'check-out', 'next date'] as const;
export type AgendaStep = (typeof agendaSteps)[number];

/** One focus area the meeting works on. `id` is never given to another of the same meeting. */
export type ChosenArea = {
  readonly id: number;
  readonly topic: Topic;
  /** Absent: not sorted yet. */
  readonly sorting?: Sorting;
  /** Absent: nobody has been put into groups for it. */
  readonly groups?: readonly (readonly Seat[])[];
};

/** How far one meeting has come. */
export type Agenda = {
  /** 0 before anything was stored, one more with each change. */
  readonly version: number;
  /** When somebody who leads it started it; absent: it has not begun. */
  readonly started?: Date;
  readonly step: AgendaStep;
  /** In the order in which they were chosen. */
  readonly areas: readonly ChosenArea[];
  /** The largest id an area has had. */
  readonly lastArea: number;
};

export const freshAgenda: Agenda = { version: 0, step: 'recap', areas: [], lastArea: 0 };

/** Room for three areas in one meeting (method.md, scoring 8); two are better. */
export const mostAreas = 3;

/**
 * At `step` from here on; undefined: nothing changes. Who has seen how it stands may go anywhere. Who has not goes forward only: of two who
 * press at once the later takes nobody back.
 */
export const atStep = (agenda: Agenda, step: AgendaStep, seen: number): AgendaStep | undefined => {
  const ahead = agendaSteps.indexOf(step) - agendaSteps.indexOf(agenda.step);
  if (ahead === 0 || (ahead < 0 && seen !== agenda.version)) return undefined;
  return step;
};

/** Behind the others. */
export const withArea = (agenda: Agenda, topic: Topic): Agenda => ({
  ...agenda,
  areas: [...agenda.areas, { id: agenda.lastArea + 1, topic }],
  lastArea: agenda.lastArea + 1,
});

export const withoutArea = (agenda: Agenda, id: number): Agenda => ({
  ...agenda,
  areas: agenda.areas.filter((area) => area.id !== id),
});

/** With something else said of one of its areas. */
export const changedArea = (agenda: Agenda, id: number, change: Partial<Omit<ChosenArea, 'id'>>): Agenda => ({
  ...agenda,
  areas: agenda.areas.map((area) => (area.id === id ? { ...area, ...change } : area)),
});

/** What is kept when the meeting is over: who sat with whom is of no use any more. */
export const ended = (agenda: Agenda): Agenda => ({
  ...agenda,
  step: 'next date',
  areas: agenda.areas.map(({ id, topic, sorting }) => ({ id, topic, ...(sorting === undefined ? {} : { sorting }) })),
});
