import type { Agenda } from '../domain/meetings/agenda.ts';

export type AgendasPart = {
  /** Undefined: nothing is stored of this meeting yet. */
  of(meeting: number): Promise<Agenda | undefined>;
  /**
   * Of the latest meeting that has chosen focus areas: one that was held, or has been started and whose day is not after `today`
   * (YYYY-MM-DD). What is only being prepared is chosen by nobody yet. Undefined: none has.
   */
  lastThatChose(today: string): Promise<{ readonly meeting: number; readonly date: string; readonly agenda: Agenda } | undefined>;
  /** In place of the version it was made from, with the next number; undefined: that is not the one stored any more, and nothing is stored. */
  put(meeting: number, agenda: Agenda): Promise<Agenda | undefined>;
};
