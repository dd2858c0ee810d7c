/** A question the partners wrote themselves; asked once an integration manager has approved it, never across collaborations. */
export type LocalQuestion = {
  readonly id: number;
  readonly text: string;
  readonly state: 'proposed' | 'approved' | 'declined';
};

/** Long enough for a sentence, short enough for a phone. */
export const longestQuestion = 200;
export const shortestQuestion = 10;
/** How often a question may name the partner; a name of 80 characters stands for each `{org}`, and a page has room for so much. */
export const mostNamed = 2;
/** Whether it names the partner more often. */
export const namesTooOften = (text: string): boolean => text.split('{org}').length - 1 > mostNamed;
/** With the partner's name for the first of them. `partner`: a short word for any others, which older questions may have. */
export const naming = (text: string, name: string, partner: string): string => {
  let named = 0;
  return text.replaceAll('{org}', () => ((named += 1) > mostNamed ? partner : name));
};

/** Proposed and not decided, at most: more than that nobody reviews. */
export const mostProposed = 20;
