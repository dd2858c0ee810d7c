import type { Organisation, Role } from './collaboration.ts';
import { itemsFor, scaleTop } from './instrument.ts';
import type { Answer } from './round.ts';

/** mulberry32: a small well-known generator; the order of partners needs evenness, not secrecy. */
const generator = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/**
 * The partners a person of `own` answers about: random per person and round, the same on every device and day.
 * `respondent`: the pseudonym, of which the first four bytes and the round's number make the seed.
 */
export const partnersOf = (
  organisations: readonly Organisation[],
  own: number,
  respondent: Uint8Array,
  round: number,
): readonly Organisation[] => {
  const seed = respondent.slice(0, 4).reduce((sum, byte) => sum * 256 + byte, 0);
  const random = generator(seed ^ Math.imul(round, 0x9e3779b1));
  const order = organisations.filter(({ id }) => id !== own);
  for (let last = order.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(random() * (last + 1));
    const [a, b] = [order[last], order[pick]];
    if (a !== undefined && b !== undefined) [order[last], order[pick]] = [b, a];
  }
  return order;
};

export type AnswerRefusal = 'own organisation' | 'unknown organisation' | 'rating not understood';

/** Why this answer cannot be one of this person's; undefined when it can. Ratings are whole numbers 1 to 5. */
export const answerRefusal = (
  organisations: readonly Organisation[],
  who: { readonly organisation: number; readonly role: Role },
  answer: Answer,
): AnswerRefusal | undefined => {
  if (answer.target === who.organisation) return 'own organisation';
  if (!organisations.some(({ id }) => id === answer.target)) return 'unknown organisation';
  const asked: ReadonlySet<string> = new Set(itemsFor(who.role));
  const ratings = Object.entries(answer.ratings);
  if (answer.notWorkingTogether && ratings.length > 0) return 'rating not understood';
  const fits = ([item, rating]: [string, number]): boolean =>
    asked.has(item) && Number.isInteger(rating) && rating >= 1 && rating <= scaleTop;
  return ratings.every(fits) ? undefined : 'rating not understood';
};

/** The first partner in this person's order without an answer; undefined when every one has its answer. */
export const nextPartner = (partners: readonly Organisation[], answers: readonly Answer[]): Organisation | undefined =>
  partners.find(({ id }) => !answers.some(({ target }) => target === id));
