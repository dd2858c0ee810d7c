import { exact, floor, hidden, less, mean, rounded, V, whole } from './slow-scoring.ts';

/** Rule 7 of method.md a second time, from the answers to each item; see slow-scoring.ts. */
type Answers = Readonly<Record<string, readonly number[]>>;

const item = (answers: readonly number[], k: number): object => {
  if (answers.length < k) return hidden;
  const m = mean(answers.map(whole));
  return { n: answers.length, value: V(m), orLower: less(m, floor) };
};

const items = (answers: Answers, k: number, asked: readonly string[]): Record<string, object> =>
  Object.fromEntries(asked.map((id) => [id, item(answers[id] ?? [], k)]));

const dimension = (indicators: readonly (object | undefined)[]): object => {
  const shown = indicators.flatMap((one) => (one && 'value' in one ? [exact(Number(one.value))] : []));
  if (shown.length === 0) return hidden;
  const value = rounded(mean(shown), 2);
  return { value, word: value < 1.67 ? 'latent' : value < 2.34 ? 'developing' : 'active' };
};

const local = (answers: Answers, k: number, asked: readonly string[]): object =>
  asked.length === 0 ? {} : { local: items(answers, k, asked) };

export const slowHealthCheck = (answers: Answers, k: number, own: readonly string[]): unknown => {
  const hc = items(
    answers,
    k,
    Array.from({ length: 11 }, (_, place) => `HC${place + 1}`),
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
    ...local(answers, k, own),
  };
};

export const slowPractices = (answers: Answers, k: number, own: readonly string[]): unknown => ({
  mode: 'network',
  instrument: 'six practices',
  k,
  items: items(answers, k, ['PR1', 'PR2', 'PR3', 'PR4', 'PR5', 'PR6']),
  ...local(answers, k, own),
});

export const slowCheckOut = (c1: readonly number[], c2: readonly ('yes' | 'partly' | 'no')[], k: number): unknown => {
  const count = (word: string): number => c2.filter((one) => one === word).length;
  return {
    energy: item(c1, k),
    said: c2.length < k ? hidden : { yes: count('yes'), partly: count('partly'), no: count('no') },
  };
};
