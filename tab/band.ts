import type { MatrixResults } from '../bot/contracts/results.ts';

type PublishedCell = Extract<MatrixResults['cells'][string], { band: string }>;
export type Band = PublishedCell['band'];
export type Symbol = 'check' | 'speech' | 'warning';

export const bands: readonly Band[] = ['strength', 'discuss', 'attention'];

/** A band is always a colour, a symbol and a word together (method.md, scoring 4): no one of them carries the meaning alone. */
export const symbolOf: Readonly<Record<Band, Symbol>> = { strength: 'check', discuss: 'speech', attention: 'warning' };
export const wordOf = { strength: 'band.strength', discuss: 'band.discuss', attention: 'band.attention' } as const;

/** In a square of 16. */
export const shapes: Readonly<Record<Symbol, string>> = {
  check:
    'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.6 5.1-4.3 4.8a.7.7 0 0 1-1 0L4.2 8.8a.7.7 0 1 1 1-1l1.6 1.6 3.8-4.2a.7.7 0 0 1 1 .9Z',
  speech: 'M3 2h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H8.6L5 15v-3H3a2 2 0 0 1-2-2V4c0-1.1.9-2 2-2Zm1 3v1.3h8V5H4Zm0 2.8v1.3h5V7.8H4Z',
  warning:
    'M8.9 1.5a1 1 0 0 0-1.8 0L.8 13.3a1 1 0 0 0 .9 1.5h12.6a1 1 0 0 0 .9-1.5L8.9 1.5ZM7.2 5.6h1.6v4.6H7.2V5.6Zm0 5.6h1.6v1.6H7.2v-1.6Z',
};
