import type { Request } from 'restify';
import { addressNumber } from '../contracts/address-number.ts';
import { Refused } from '../errors.ts';
import type { Refusal } from '../errors.ts';

/** What the address names so. @param missing what is said where that can be none */
export const numberInAddress = (request: Request, name: 'number' | 'meeting' | 'area', missing: Refusal): number => {
  const read = addressNumber.safeParse((request.params as Readonly<Record<string, unknown>>)[name]);
  if (!read.success) throw new Refused(missing);
  return read.data;
};
