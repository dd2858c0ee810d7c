import type { Agenda } from '../domain/meetings/agenda.ts';

export type AgendasPart = {
  /** Undefined: nothing is stored of this meeting yet. */
  of(meeting: number): Promise<Agenda | undefined>;
  /** In place of the version it was made from, with the next number; undefined: that is not the one stored any more, and nothing is stored. */
  put(meeting: number, agenda: Agenda): Promise<Agenda | undefined>;
};
