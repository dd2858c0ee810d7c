import type { Request } from 'restify';
import type { z } from 'zod';
import { jsonWithin } from '../contracts/json-within.ts';
import { NotTaken } from './not-taken.ts';
import { readBody } from './read-body.ts';

/** What a form of the tab sends is a few thousand characters, and flat. */
const largest = 64 * 1024;
const limits = { deepest: 8, most: 500 };

/** The body of a request that nobody has read yet, as its contract says; or the refusal that fits. */
export const sentBody = async <Shape extends z.ZodType>(request: Request, shape: Shape): Promise<z.output<Shape>> => {
  const body = await readBody(request, largest);
  if (body === undefined) throw new NotTaken(413, 'refused.set-up incomplete');
  const json = jsonWithin(body, limits);
  const read = shape.safeParse('value' in json ? json.value : undefined);
  if (read.success) return read.data;
  const tooLong = read.error.issues.some(({ code }) => code === 'too_big');
  throw new NotTaken(400, tooLong ? 'refused.set-up incomplete' : 'api.notUnderstood');
};
