/** The same day and clock so many months later, UTC; the last day of the month where that has no such day. */
const plusMonths = (instant: Date, months: number): Date => {
  const later = new Date(instant);
  later.setUTCMonth(later.getUTCMonth() + months);
  if (later.getUTCDate() !== instant.getUTCDate()) later.setUTCDate(0);
  return later;
};

/** How far ahead the next look at a round's answers lies at most, in milliseconds: a changed setting takes effect within this. */
const longestPause = 30 * 86_400_000;

/** When to look (again) whether a round's answers are to be forgotten; undefined: now (method.md, P12). `months`: how long they are kept. */
export const nextLook = (closed: Date, months: number, now: Date): Date | undefined => {
  const due = plusMonths(closed, months);
  if (due <= now) return undefined;
  return new Date(Math.min(due.getTime(), now.getTime() + longestPause));
};
