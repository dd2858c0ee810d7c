import type { Role } from './collaboration.ts';

export const relationalItems = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'] as const;
export const expectationItems = ['E1', 'E2'] as const;
export const items = [...relationalItems, ...expectationItems] as const;
export type Item = (typeof items)[number];
export type RelationalItem = (typeof relationalItems)[number];

/** Highest value of the scale; 1 is the lowest. */
export const scaleTop = 5;
/** An index needs this many of R1-R7 (method.md, scoring 1). */
export const fewestItemsForIndex = 4;

/** Need and give (E1, E2) are asked of leaders only. */
export const itemsFor = (role: Role): readonly Item[] => (role === 'leader' ? items : relationalItems);
