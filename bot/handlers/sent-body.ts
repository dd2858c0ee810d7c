import type { Request } from 'restify';
import type { z } from 'zod';
import { jsonWithin } from '../contracts/json-within.ts';
import { NotTaken } from './not-taken.ts';
import { readBody } from './read-body.ts';

/** What a form of the tab sends is a few thousand characters, and flat. */
const bodyLimits = { most: 64 * 1024, withinMs: 15_000 };
const limits = { deepest: 8, most: 500 };

/** The body of a request that nobody has read yet, as its contract says; or the refusal that fits. */
export const sentBody = async <Shape extends z.ZodType>(request: Request, shape: Shape): Promise<z.output<Shape>> => {
  const body = await readBody(request, bodyLimits);
  if (body === 'too large') throw new NotTaken(413, 'refused.set-up incomplete');
  if (!Buffer.isBuffer(body)) throw new NotTaken(408, 'api.notUnderstood');
  const json = jsonWithin(body.toString('utf8'), limits);
  const read = shape.safeParse('value' in json ? json.value : undefined);
  if (read.success) return read.data;
  const tooLong = read.error.issues.some(({ code }) => code === 'too_big');
  throw new NotTaken(400, tooLong ? 'refused.set-up incomplete' : 'api.notUnderstood');
};
