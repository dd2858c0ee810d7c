/**
 * Three questions about a problem: is the answer known; can those who own it act with what they have; can everybody go on working as they
 * do. The distinction is Heifetz's (Leadership Without Easy Answers, 1994): technical problems have a known answer, adaptive ones ask
 * people to change.
 */
export type Sorting = { readonly known: boolean; readonly able: boolean; readonly same: boolean };

/** `technical`: somebody can be asked to do it. `adaptive`: those concerned must find out together, one small step at a time. */
export const sorted = ({ known, able, same }: Sorting): 'technical' | 'adaptive' =>
  known && able && same ? 'technical' : 'adaptive';
