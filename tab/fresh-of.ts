import type { z } from 'zod';
import type { Fetched } from './api.ts';

/** What a refusal brings along where somebody else was faster: how it stands now. */
export function freshOf<Value>(fetched: Fetched<Value>, shape: z.ZodType<Value>): Value | undefined {
  if (!('failure' in fetched) || fetched.failure.kind !== 'problem') return undefined;
  const read = shape.safeParse(fetched.failure.fresh);
  return read.success ? read.data : undefined;
}
