import { z } from 'zod';

/** A round's number as it stands in an address. */
export const roundParameter = z.object({
  number: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .transform(Number)
    .pipe(z.int().max(32_767)),
});
