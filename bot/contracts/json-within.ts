import { closingQuote } from './keys-as-written.ts';

type Limits = { readonly deepest: number; readonly most: number };

/**
 * What a JSON text says; or that it is none, or holds more objects and lists, or deeper ones, than anybody means: those are counted
 * before anything is built of them, for a small text can make a large heap.
 */
export const jsonWithin = (
  json: string,
  { deepest, most }: Limits,
): { readonly value: unknown } | { readonly wrong: 'not JSON' | 'too large' } => {
  let depth = 0;
  let opened = 0;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (sign === '"') at = closingQuote(json, at);
    else if (sign === '{' || sign === '[') {
      depth += 1;
      opened += 1;
      if (depth > deepest || opened > most) return { wrong: 'too large' };
    } else if (sign === '}' || sign === ']') depth -= 1;
  }
  try {
    return { value: JSON.parse(json) as unknown };
  } catch {
    return { wrong: 'not JSON' };
  }
};
