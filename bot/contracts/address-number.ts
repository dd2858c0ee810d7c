import { z } from 'zod';

/** A round, a meeting or one of its focus areas, as it stands in an address. */
export const addressNumber = z
  .string()
  .regex(/^[1-9]\d{0,4}$/)
  .transform(Number)
  .pipe(z.int().max(32_767));
