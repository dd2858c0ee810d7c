/** What the clock does later. Each may run twice (at-least-once); each says in its use case why that is harmless. */

export type Job =
  | { readonly name: 'deliver'; readonly collaboration: string; readonly delivery: number }
  | { readonly name: 'refresh survey card'; readonly collaboration: string; readonly round: number }
  | { readonly name: 'remind'; readonly collaboration: string; readonly round: number; readonly day: string }
  /** Something is due about an agreed action. */
  | { readonly name: 'nudge'; readonly collaboration: string }
  /** Monday. */
  | { readonly name: 'digest'; readonly collaboration: string }
  /** The survey of a meeting opens, as this version of the meeting says. */
  | { readonly name: 'open survey'; readonly collaboration: string; readonly meeting: number; readonly version: number }
  /** The rhythm of meetings goes on. */
  | { readonly name: 'plan meetings'; readonly collaboration: string }
  | { readonly name: 'close round'; readonly collaboration: string; readonly round: number }
  /** `last`: the last delivery that is done; 0 at first. */
  | { readonly name: 'close copies'; readonly collaboration: string; readonly round: number; readonly last: number }
  | { readonly name: 'forget answers'; readonly collaboration: string; readonly round: number }
  /** What is done before a meeting, of the day it is on: moved, this is nothing to do. */
  | { readonly name: 'ask for updates' | 'brief'; readonly collaboration: string; readonly meeting: number; readonly day: string }
  /** Who was not at a meeting is told. */
  | { readonly name: 'tell since'; readonly collaboration: string; readonly meeting: number }
  | { readonly name: 'close check-out'; readonly collaboration: string; readonly meeting: number }
  /** Its card in the channel says that it is closed. */
  | { readonly name: 'show check-out'; readonly collaboration: string; readonly meeting: number }
  /** Of one focus area of a meeting. */
  | { readonly name: 'forget silent texts'; readonly collaboration: string; readonly meeting: number; readonly area: number }
  /** A channel is not linked any more: who took part through it leaves. */
  | { readonly name: 'leave channel'; readonly collaboration: string; readonly channel: string }
  | { readonly name: 'forget order'; readonly collaboration: string; readonly round: number };

export type Jobs = {
  /** Starts to work; `handle` is called for several jobs at once. A job whose handler throws is tried again later, with growing pauses. */
  start(handle: (job: Job) => Promise<void>): Promise<void>;
  /** Lets the jobs at work finish. */
  stop(): Promise<void>;
};
