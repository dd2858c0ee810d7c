import type { MatrixResults } from '../bot/contracts/results.ts';

type PublishedCell = Extract<MatrixResults['cells'][string], { band: string }>;
export type Band = PublishedCell['band'];
export type Symbol = 'check' | 'speech' | 'warning';

export const bands: readonly Band[] = ['strength', 'discuss', 'attention'];

/** A band is always a colour, a symbol and a word together (method.md, scoring 4): no one of them carries the meaning alone. */
export const symbolOf: Readonly<Record<Band, Symbol>> = { strength: 'check', discuss: 'speech', attention: 'warning' };
export const wordOf = { strength: 'band.strength', discuss: 'band.discuss', attention: 'band.attention' } as const;
