import fc from 'fast-check';
import { tricks } from '../adaptiveCards/written.ts';

/** What nobody types: lone surrogates, signs that turn or hide text, control characters, keys of every object, and what is long. */
export const oddWords: readonly string[] = [
  ...['', ' ', '\u0000', '\u0007bell', '\ud800', 'x\udfff', '\ud83d', 'half \udc00 a sign', '\ufeffmark', '\uffff'],
  ...['\u202egnp.exe', '\u2066left\u2069', '\u200b', 'zero\u200bwidth\u200d\u2060', 'e\u0301'.repeat(40), '\u0344'.repeat(200)],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'toJSON', '$where', '$gt'],
  ...['=1+1', '+1', '-1', '@SUM(A1)', "=cmd|' /C calc'!A0", '\t=1', '\r=1', '"=1"', '=HYPERLINK("http://127.0.0.1","x")'],
  ...['<a:t>x</a:t>', ']]>', '<?xml version="1.0"?>', '<!DOCTYPE x [<!ENTITY a "b">]>', '&a;', '&#0;', '\u000b'],
  ...["'; drop table answers; --", '%s%n', '${7*7}', '../../etc/hosts', '%00', '%2e%2e%2f', 'javascript:alert(1)', '<at>x</at>'],
  ...['NaN', 'Infinity', '1e999', '-0', '0x10', '9007199254740993', '2026-02-30', '0000-00-00', '99999-01-01', '24:60', 'æøå'],
  ...['x'.repeat(401), 'x'.repeat(5_000), '👩‍⚕️'.repeat(60), '\n'.repeat(300)],
];

export const oddText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...oddWords) },
  { weight: 2, arbitrary: fc.constantFrom(...tricks) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

const deep = (levels: number): unknown => {
  let value: unknown = 'deep';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: oddText },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      ...[null, true, false, 0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324, [], {}, [[]], [null], deep(60)],
    ),
  },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);
