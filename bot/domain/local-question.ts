/** A question the partners wrote themselves; asked once an integration manager has approved it, never across collaborations. */
export type LocalQuestion = {
  readonly id: number;
  readonly text: string;
  readonly state: 'proposed' | 'approved' | 'declined';
};

/** Long enough for a sentence, short enough for a phone. */
export const longestQuestion = 200;
export const shortestQuestion = 10;
/** Proposed and not decided, at most: more than that nobody reviews. */
export const mostProposed = 20;
