export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

export const plus = (one: Fraction, other: Fraction): Fraction => ({
  numerator: one.numerator * other.denominator + other.numerator * one.denominator,
  denominator: one.denominator * other.denominator,
});

/** The binary number nearest to a fraction, right to 20 decimals: only for what has to be computed in floating point. */
export const inFloatingPoint = ({ numerator, denominator }: Fraction): number =>
  Number((numerator * 10n ** 20n) / denominator) / 1e20;

/**
 * The fraction as the nearest whole number, a half away from zero (method.md, scoring 3). Multiply the numerator first:
 * by 10 to get tenths, by 100 to get hundredths. Exact, so 4.25 is 4.3 and 2.95 is 3.0; a binary float would not know.
 */
export const halfUp = (numerator: bigint, denominator: bigint): number => {
  if (denominator <= 0n) throw new RangeError('A fraction needs a denominator above zero.');
  const size = numerator < 0n ? -numerator : numerator;
  const nearest = (2n * size + denominator) / (2n * denominator);
  return Number(numerator < 0n ? -nearest : nearest);
};

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The mean of whole tenths, in whole tenths. Undefined: of nothing. */
export const meanOfTenths = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : halfUp(BigInt(total(values)), BigInt(values.length));

/** A share as it is printed: 2 decimals. Null: of nothing. */
export const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : halfUp(100n * BigInt(part), BigInt(whole)) / 100;

/** Tenths as they are printed: 33 is 3.3. The only place where a published number stops being a whole number. */
export const printed = (tenths: number): number => tenths / 10;

/** The other way round, for what starts from printed numbers. */
export const tenthsOf = (value: number): number => Math.round(value * 10);
