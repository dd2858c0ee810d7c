import fc from 'fast-check';
import type { z } from 'zod';
import { oddText, oddValue } from './words.ts';

/** The inside of a schema, as far as a grammar needs it (zod 4). */
type Inside = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
};
const insideOf = (schema: z.ZodType): Inside => (schema as unknown as { _zod: { def: Inside } })._zod.def;

/** What often fits where text is wanted: numbers in text, dates, hours, zones, ids. */
const usualText = fc.constantFrom(
  ...['1', '2', '3', '5', '12', '2027-01-12', '2027-02-01', '09:00', '13:30', 'Europe/Oslo', 'en', 'nb', 'A sample', 'x', 'R1'],
  ...['00000000-0000-4000-8000-000000000000', '2026-10-01T10:00:00Z', 'leader', 'relational'],
);
const usualNumber = fc.constantFrom(0, 1, 2, 3, 4, 5, 7, 14, 100, 32_767);

/** Values for keys that say which collaboration, round or meeting is meant: those that exist, most of the time. */
export type Known = Readonly<Record<string, unknown>>;

/** Grammar of what a contract takes: most of it fits, some of it barely, some not. Whether it does, the contract itself says. */
export const spoken = (schema: z.ZodType, known: Known, key = ''): fc.Arbitrary<unknown> => {
  const inside = insideOf(schema);
  const inner = (one: z.ZodType | undefined): fc.Arbitrary<unknown> => (one === undefined ? oddValue : spoken(one, known, key));
  if (key in known && inside.type !== 'object')
    return fc.oneof({ weight: 12, arbitrary: fc.constant(known[key]) }, { weight: 1, arbitrary: oddValue });
  switch (inside.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(inside.shape ?? {}).map(([name, part]) => [name, spoken(part, known, name)])),
      );
    case 'optional':
    case 'default':
    case 'catch':
    case 'prefault':
      return fc.oneof({ weight: 3, arbitrary: inner(inside.innerType) }, { weight: 1, arbitrary: fc.constant(undefined) });
    case 'nullable':
      return fc.oneof({ weight: 3, arbitrary: inner(inside.innerType) }, { weight: 1, arbitrary: fc.constant(null) });
    case 'readonly':
    case 'nonoptional':
      return inner(inside.innerType);
    case 'pipe':
      return inner(inside.in);
    case 'array':
      return fc.array(inner(inside.element), { maxLength: 5 });
    case 'record':
      return fc.dictionary(fc.oneof(usualText, oddText), inner(inside.valueType), { maxKeys: 4 });
    case 'union':
      return fc.oneof(...(inside.options ?? []).map((one) => inner(one)));
    case 'literal':
      return fc.constantFrom(...(inside.values ?? [null]));
    case 'enum':
      return fc.constantFrom(...Object.values(inside.entries ?? { none: null }));
    case 'boolean':
      return fc.boolean();
    case 'number':
    case 'int':
      return fc.oneof({ weight: 6, arbitrary: usualNumber }, { weight: 1, arbitrary: fc.integer() });
    case 'string':
      return fc.oneof({ weight: 5, arbitrary: usualText }, { weight: 3, arbitrary: oddText });
    default:
      return oddValue;
  }
};
