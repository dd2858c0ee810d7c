import { z } from 'zod';

/** Text people wrote, without the signs that no keyboard types and no database keeps, nor half a character (tab and line breaks aside). */
export const written = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^(?:[\t\r\n]|[^\p{Cc}\p{Cs}])*$/u);
