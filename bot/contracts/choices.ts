import { z } from 'zod';

/** Ids as a multiple choice sends them: "1,4"; nothing chosen is an empty text, or no field at all. `longest`: characters, all together. */
export const chosenIds = (longest: number, digits: number) =>
  z
    .string()
    .max(longest)
    .regex(new RegExp(`^(\\d{1,${digits}}(,\\d{1,${digits}})*)?$`))
    .default('')
    .transform((chosen) => (chosen === '' ? [] : chosen.split(',').map(Number)));
