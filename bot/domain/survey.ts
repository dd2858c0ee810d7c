import type { Organisation, Role } from './collaboration.ts';
import { asksAboutPartners, mostPartners, questionsFor, topOf, wholeNetwork } from './questionnaire.ts';
import type { Instrument, Question } from './questionnaire.ts';
import type { Answer, FilledPage } from './round.ts';

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

/**
 * Whom one respondent of the short form is asked about, of the other organisations in their order. The next respondent of the same
 * organisation (`place` counts them from 0) goes on where this one ends, so every pair gets as many answers as any other, or one more.
 */
export const drawnPartners = (others: readonly number[], place: number): readonly number[] =>
  others.length <= mostPartners
    ? others
    : Array.from({ length: mostPartners }, (_, step) => others[(place * mostPartners + step) % others.length] ?? 0);

/** What a round about the network as a whole asks about; it has no name of its own. */
export const theNetwork: Organisation = { id: wholeNetwork, name: '' };

export type AnswerRefusal = 'own organisation' | 'unknown organisation' | 'rating not understood';

/**
 * Why this page cannot be one of this person's; undefined when it can. `about`: whom this person is asked about. Every question asked
 * needs a rating on its scale, or null for "don't know": a page with a hole would wipe what was answered there before.
 */
export const answerRefusal = (
  about: readonly Organisation[],
  who: { readonly organisation: number; readonly role: Role },
  instrument: Instrument,
  { target, notWorkingTogether, given }: FilledPage,
): AnswerRefusal | undefined => {
  if (target === who.organisation) return 'own organisation';
  if (!about.some(({ id }) => id === target)) return 'unknown organisation';
  if (notWorkingTogether)
    return asksAboutPartners(instrument) && Object.keys(given).length === 0 ? undefined : 'rating not understood';
  const questions = questionsFor(instrument, who.role);
  const fits = ({ id, scale }: Question): boolean => {
    const rating = given[id];
    return rating === null || (rating !== undefined && Number.isInteger(rating) && rating >= 1 && rating <= topOf[scale]);
  };
  const asked = questions.every(fits) && Object.keys(given).length === questions.length;
  return asked ? undefined : 'rating not understood';
};

/** What is kept of a page: "don't know" is no rating. */
export const answerOf = ({ target, notWorkingTogether, given }: FilledPage): Answer => ({
  target,
  notWorkingTogether,
  ratings: Object.fromEntries(Object.entries(given).filter(([, rating]) => typeof rating === 'number')),
});

/** The first partner in this person's order without an answer; undefined when every one has its answer. */
export const nextPartner = (partners: readonly Organisation[], answers: readonly Answer[]): Organisation | undefined =>
  partners.find(({ id }) => !answers.some(({ target }) => target === id));
