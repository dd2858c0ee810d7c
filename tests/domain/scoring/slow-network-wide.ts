import type { SampleAnswers } from './network-wide-answers.ts';
import { exact, floor, hidden, less, mean, rounded, V, whole } from './slow-scoring.ts';

/** Rule 7 of method.md a second time, from the answers to each item; see slow-scoring.ts. */
type People = SampleAnswers['people'];
type Answers = Readonly<Record<string, readonly number[]>>;

const item = (answers: readonly number[], k: number, counted = true): object => {
  if (answers.length < k) return hidden;
  const m = mean(answers.map(whole));
  return { ...(counted ? { n: answers.length } : {}), value: V(m), orLower: less(m, floor) };
};

const peopleOf = (heads: { readonly leader: number; readonly employee: number } | undefined, audience: readonly string[]) =>
  (audience.includes('leader') ? (heads?.leader ?? 0) : 0) + (audience.includes('employee') ? (heads?.employee ?? 0) : 0);

/** P11, and what could be had by taking the shown responses from a whole. */
const seenBeside = ({ organisations, invited, answered, audience }: People, k: number) => {
  const response: Record<string, object> = {};
  let [few, said] = [0, 0];
  for (const id of organisations) {
    const [asked, came] = [peopleOf(invited[id], audience), peopleOf(answered[id], audience)];
    if (asked < k) {
      few += asked;
      response[id] = hidden;
      continue;
    }
    said += came;
    const flag = came >= 0.7 * asked ? 'ok' : came >= 0.5 * asked ? 'low' : 'very low';
    response[id] = { answered: came, invited: asked, rate: rounded([BigInt(came), BigInt(asked)], 2), flag };
  }
  const fewAlone = few >= 1 && few <= k - 1;
  return { response, counted: !fewAlone, nothing: fewAlone && said <= k - 1 };
};

const items = (answers: Answers, k: number, asked: readonly string[], counted: boolean): Record<string, object> =>
  Object.fromEntries(asked.map((id) => [id, item(answers[id] ?? [], k, counted)]));

const dimension = (indicators: readonly (object | undefined)[]): object => {
  const shown = indicators.flatMap((one) => (one && 'value' in one ? [exact(Number(one.value))] : []));
  if (shown.length === 0) return hidden;
  const value = rounded(mean(shown), 2);
  return { value, word: value < 1.67 ? 'latent' : value < 2.34 ? 'developing' : 'active' };
};

const local = (answers: Answers, k: number, asked: readonly string[], counted: boolean): object =>
  asked.length === 0 ? {} : { local: items(answers, k, asked, counted) };

export const slowHealthCheck = (given: Answers, k: number, own: readonly string[], people: People): unknown => {
  const { response, counted, nothing } = seenBeside(people, k);
  const answers = nothing ? {} : given;
  const hc = items(
    answers,
    k,
    Array.from({ length: 11 }, (_, place) => `HC${place + 1}`),
    counted,
  );
  return {
    mode: 'network',
    instrument: 'health check',
    k,
    items: hc,
    dimensions: {
      goals: dimension([hc.HC1, hc.HC2]),
      ties: dimension([hc.HC3, hc.HC4]),
      steering: dimension([hc.HC5, hc.HC6, hc.HC7, hc.HC8]),
      rules: dimension([hc.HC9, hc.HC10]),
      power: dimension([hc.HC11]),
    },
    ...local(answers, k, own, counted),
    response,
  };
};

export const slowCheckBack = (
  given: Answers,
  k: number,
  asked: readonly string[],
  own: readonly string[],
  people: People,
): unknown => {
  const { response, counted, nothing } = seenBeside(people, k);
  const answers = nothing ? {} : given;
  const inWords = (one: object): object => {
    if (!('value' in one)) return one;
    const value = Number(one.value);
    return { ...one, word: value <= 1.6 ? 'latent' : value <= 2.3 ? 'developing' : 'active' };
  };
  return {
    mode: 'network',
    instrument: 'check-back',
    k,
    items: Object.fromEntries(asked.map((id) => [id, inWords(item(answers[id] ?? [], k, counted))])),
    ...local(answers, k, own, counted),
    response,
  };
};

export const slowPractices = (given: Answers, k: number, own: readonly string[], people: People): unknown => {
  const { response, counted, nothing } = seenBeside(people, k);
  const answers = nothing ? {} : given;
  return {
    mode: 'network',
    instrument: 'six practices',
    k,
    items: items(answers, k, ['PR1', 'PR2', 'PR3', 'PR4', 'PR5', 'PR6'], counted),
    ...local(answers, k, own, counted),
    response,
  };
};

export const slowCheckOut = (c1: readonly number[], c2: readonly ('yes' | 'partly' | 'no')[], k: number): unknown => {
  const count = (word: string): number => c2.filter((one) => one === word).length;
  return {
    energy: item(c1, k),
    said: c2.length < k ? hidden : { yes: count('yes'), partly: count('partly'), no: count('no') },
  };
};
