import { z } from 'zod';

/** A meeting's number as it stands in an address. */
export const meetingParameter = z.object({
  number: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .transform(Number)
    .pipe(z.int().max(32_767)),
});

/** One of its focus areas. */
export const areaParameter = z.object({
  area: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .transform(Number)
    .pipe(z.int().max(32_767)),
});
