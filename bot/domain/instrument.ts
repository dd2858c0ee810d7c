import type { Role } from './collaboration.ts';

export const relationalItems = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'] as const;
export const expectationItems = ['E1', 'E2'] as const;
export const items = [...relationalItems, ...expectationItems] as const;
export type Item = (typeof items)[number];
export type RelationalItem = (typeof relationalItems)[number];
export type ExpectationItem = (typeof expectationItems)[number];

/** Up to three questions the partners wrote themselves, asked beside any instrument; 1 to 5. */
export const localItems = ['L1', 'L2', 'L3'] as const;
export type LocalItem = (typeof localItems)[number];
/** About the network as a whole: 1 not yet, 2 partly, 3 in place. */
export const healthCheckItems = ['HC1', 'HC2', 'HC3', 'HC4', 'HC5', 'HC6', 'HC7', 'HC8', 'HC9', 'HC10', 'HC11'] as const;
export type HealthCheckItem = (typeof healthCheckItems)[number];
/** About the network as a whole; 1 to 5. */
export const practiceItems = ['PR1', 'PR2', 'PR3', 'PR4', 'PR5', 'PR6'] as const;
export type PracticeItem = (typeof practiceItems)[number];

/** How far each outcome is, in their order at launch; at most six, as at set-up. 1 not yet, 2 partly, 3 in place. */
export const outcomeItems = ['O1', 'O2', 'O3', 'O4', 'O5', 'O6'] as const;
export type OutcomeItem = (typeof outcomeItems)[number];

/** Every question there is, in the order in which the store keeps their ratings; new ones go to the end. */
export const questionIds = [...items, ...localItems, ...healthCheckItems, ...practiceItems, ...outcomeItems] as const;
export type QuestionId = (typeof questionIds)[number];

/** Highest value of the scale; 1 is the lowest. */
export const scaleTop = 5;
/** An index needs more than half of the relational items asked: 4 of 7 (method.md, scoring 1), 2 of 3 in the short form. */
export const fewestForIndex = (asked: number): number => Math.floor(asked / 2) + 1;

/** Need and give (E1, E2) are asked of leaders only. */
export const itemsFor = (role: Role): readonly Item[] => (role === 'leader' ? items : relationalItems);
