/** Leaders of the first round of tests/worked-example.json with k = 3, so that everybody computes the same example. */
export const organisations = ['H', 'A', 'B', 'N'] as const;

/** R1 to R7 about H, from the four leaders of A. */
export const answersAboutH = [
  [2, 2, 2, 2, 2, 2, 2],
  [3, 2, 2, 2, 2, 2, 2],
  [3, 3, 3, 3, 3, 3, 3],
  [2, 2, 3, 3, 2, 2, 2],
] as const;

/** What each organisation's leaders say about each other one, as published; null: itself, or hidden. */
export const published = {
  H: { H: null, A: 3.9, B: 2.9, N: 1.9 },
  A: { H: 2.4, A: null, B: 4.3, N: 3.5 },
  B: { H: 3.0, A: 4.3, B: null, N: 3.3 },
  N: { H: 3.0, A: 4.3, B: null, N: null },
} as const;
