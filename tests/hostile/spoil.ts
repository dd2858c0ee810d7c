import fc from 'fast-check';
import { oddText, oddValue } from './words.ts';

/** Every place in a value, as the keys that lead to it. */
const placesIn = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value !== 'object' || value === null
    ? [path]
    : [path, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]))];

const keysOfObjects = ['__proto__', 'constructor', 'prototype', 'toString', 'then', 'length'] as const;

/** `value` with what `change` makes of the place at `path`; `gone` leaves it out. */
const gone = Symbol('left out');
const changed = (value: unknown, [key, ...rest]: readonly string[], change: (old: unknown) => unknown): unknown => {
  if (key === undefined) return change(value);
  if (Array.isArray(value))
    return value.flatMap((part: unknown, at) => {
      const next = String(at) === key ? changed(part, rest, change) : part;
      return next === gone ? [] : [next];
    });
  const entries = Object.entries(value as object).flatMap(([name, part]: [string, unknown]) => {
    const next = name === key ? changed(part, rest, change) : part;
    return next === gone ? [] : [[name, next] as const];
  });
  return Object.fromEntries(entries);
};

/** Own keys of these names, as JSON brings them. */
const withKey = (old: unknown, name: string, part: unknown): unknown => {
  if (typeof old !== 'object' || old === null) return { [name]: part };
  const copy: object = { ...old };
  Object.defineProperty(copy, name, { value: part, enumerable: true, configurable: true, writable: true });
  return copy;
};

const oneChange = fc.oneof(
  oddValue.map((odd) => () => odd),
  fc.constant(() => gone),
  fc.tuple(fc.oneof(fc.constantFrom(...keysOfObjects), oddText), oddValue).map(
    ([name, odd]) =>
      (old: unknown) =>
        withKey(old, name, odd),
  ),
  fc.constant((old: unknown) => [old]),
  fc.constant((old: unknown) => ({ value: old })),
  fc.constant((old: unknown) =>
    Array.isArray(old)
      ? Array.from({ length: 600 }, () => old[0] as unknown)
      : JSON.stringify(old ?? null)
          .slice(0, 400)
          .repeat(100),
  ),
);

/** A valid value with up to three of its places changed, left out, added to, wrapped or multiplied. */
export const spoilt = (valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(valid, fc.array(fc.tuple(fc.nat(), oneChange), { minLength: 1, maxLength: 3 })).map(([value, changes]) =>
    changes.reduce((now: unknown, [at, change]) => {
      const places = placesIn(now);
      const next = changed(now, places[at % places.length] ?? [], change);
      return next === gone ? null : next;
    }, value),
  );
