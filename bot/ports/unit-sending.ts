import type { Stopped } from '../domain/delivery.ts';

/** Whether anything of a collaboration may go out. */
export type SendingPart = {
  /** For reading. */
  stopped(): Promise<Stopped | undefined>;
  /** True: until this transaction ends, whoever wants to stop messages waits. Asked before anything else that is waited for. */
  mayBegin(): Promise<boolean>;
  /** Waits for what is just being begun; nothing is begun after it. False: they were stopped before. Asked first, as `mayBegin`. */
  stop(member: number, at: Date): Promise<boolean>;
  /** Since when they were stopped, and the deliveries that were held for it, which wait for nothing any more; undefined: they were not. */
  start(at: Date): Promise<{ readonly since: Date; readonly held: readonly number[] } | undefined>;
};
