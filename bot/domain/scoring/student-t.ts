/**
 * How likely a variable of Student's t distribution is to lie within `limit` of 0, by the finite series for whole degrees of
 * freedom (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4). All its terms are positive, so it
 * loses nothing to rounding; it takes half as many steps as there are degrees of freedom.
 */
const within = (limit: number, degrees: number): number => {
  const angle = Math.atan(limit / Math.sqrt(degrees));
  const cosine = Math.cos(angle);
  const odd = degrees % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let power = odd ? 3 : 2; power < degrees; power += 2) {
    term *= (cosine * cosine * (power - 1)) / power;
    sum += term;
  }
  const share = Math.sin(angle) * sum;
  return odd ? (2 * (angle + share)) / Math.PI : share;
};

/**
 * The value that a variable of Student's t distribution stays below with probability 0.975, to 10 decimals or more. `degrees`
 * of freedom: a whole number from 1, else a RangeError.
 */
export const quantile975 = (degrees: number): number => {
  if (!Number.isInteger(degrees) || degrees < 1) throw new RangeError('Degrees of freedom are whole numbers from 1.');
  let low = 1.9;
  let high = 12.8;
  // Halving it 45 times leaves less than 1e-12 between the two.
  for (let step = 0; step < 45; step += 1) {
    const middle = (low + high) / 2;
    if (within(middle, degrees) < 0.95) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};
