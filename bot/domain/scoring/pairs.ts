import { halfUp, printed } from './fraction.ts';
import type { Pair } from './results.ts';
import { attentionBelowTenths, clearGapTenths, strongTenths } from './value.ts';

/** The two published values of a pair in tenths, undefined where hidden (method.md, scoring 5). */
export const pairOf = (there: number | undefined, back: number | undefined): Pair => {
  if (there === undefined && back === undefined) return { status: 'hidden' };
  if (there === undefined || back === undefined) return { status: 'one side hidden' };
  const gap = there - back;
  const strength = printed(halfUp(BigInt(there + back), 2n));
  if (Math.abs(gap) >= clearGapTenths) return { strength, gap: printed(gap), status: 'asymmetric' };
  const both = (holds: (tenths: number) => boolean): boolean => holds(there) && holds(back);
  if (both((tenths) => tenths >= strongTenths)) return { strength, gap: printed(gap), status: 'mutual strength' };
  if (both((tenths) => tenths < attentionBelowTenths)) return { strength, gap: printed(gap), status: 'mutual attention' };
  return { strength, gap: printed(gap), status: 'balanced' };
};
