/** PostgreSQL's own numbers of two types that both drivers read in ways that do not suit us. */
export const bigintType = 20;
export const dateType = 1082;

/** Ids and counts; far below 2^53. */
export const readBigint = (text: string): number => Number(text);
/** A calendar date stays what it is, YYYY-MM-DD: made into an instant it would depend on the server's own zone. */
export const readDate = (text: string): string => text;
