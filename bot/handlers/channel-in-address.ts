import type { Request } from 'restify';
import { z } from 'zod';
import { Refused } from '../errors.ts';

const parameter = z.object({
  channel: z
    .string()
    .min(1)
    .max(200)
    .regex(/^\P{Cc}+$/u),
});

/** The channel in the address, as the page says it; one that cannot be is one that does not exist. */
export const channelInAddress = (request: Request): string => {
  const read = parameter.safeParse(request.params);
  if (!read.success) throw new Refused('no collaboration here');
  return read.data.channel;
};
