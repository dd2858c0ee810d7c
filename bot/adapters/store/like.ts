import { sql } from 'kysely';

/** A pattern that finds the word anywhere, every sign of it standing for itself. */
export const likeWord = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

/** The embedded database lowers no letters but a to z; these are the others that people here write. */
const capitals = 'ÆØÅÄÖÜÉÈÊÒÓÔÀÁÂÍŠŽČĐŊŦ';

export const inLowerCase = (column: string) =>
  sql<string>`lower(translate(${sql.ref(column)}, ${capitals}, ${capitals.toLowerCase()}))`;
