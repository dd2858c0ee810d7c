import type { AgendaStep } from '../domain/meetings/agenda.ts';

/** The six steps of a meeting, in their order. Apart from the rest: addresses name them, and the first screen knows every address. */
export const agendaSteps = [
  'recap',
  'actions',
  'focus areas',
  'agreed',
  'check-out',
  'next date',
] as const satisfies readonly AgendaStep[];
export type { AgendaStep };
