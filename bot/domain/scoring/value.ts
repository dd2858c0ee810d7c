import type { Band } from './results.ts';
import { halfUp } from './fraction.ts';

/** A published mean (V of method.md, scoring 3). Everything that is derived from it starts from these tenths. */
export type Value = { readonly tenths: number; readonly orLower: boolean };

const floorTenths = 15;

/** The mean `sum / (n * scale)`. Below 1.5 it is 1.5 "or lower": 1.0 would tell what everybody answered (method.md, P7). */
export const valueOf = (sum: number, n: number, scale = 1): Value => {
  const numerator = 10n * BigInt(sum);
  const denominator = BigInt(n) * BigInt(scale);
  const orLower = numerator < BigInt(floorTenths) * denominator;
  return { tenths: orLower ? floorTenths : halfUp(numerator, denominator), orLower };
};

export const strongTenths = 40;
export const attentionBelowTenths = 30;
/** From one whole step of the scale on, two values are called different. */
export const clearGapTenths = 10;

/** After rounding: 2.96 is 3.0 and so "discuss" (method.md, scoring 4). */
export const bandOf = (tenths: number): Band => {
  if (tenths >= strongTenths) return 'strength';
  return tenths >= attentionBelowTenths ? 'discuss' : 'attention';
};
