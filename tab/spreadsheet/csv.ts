import type { Language } from '../language.ts';

/** A number is a value as published; text is somebody's words. Undefined: an empty cell. */
export type Field = string | number | undefined;

/** Excel in Norwegian reads decimals with a comma, and then columns with a semicolon. */
const signs = { en: { separator: ',', decimal: '.' }, nb: { separator: ';', decimal: ',' } } as const;

/** What would make a spreadsheet read a text as a formula, also after spaces and in the full-width forms some of them know. */
const formula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

const quoted = (text: string): string => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/**
 * RFC 4180 with a byte order mark, so that Excel reads UTF-8; separator and decimal sign as spreadsheets in that language expect.
 * Text is always quoted; text that would be a formula gets an apostrophe in front, so that nothing in a name is ever computed.
 */
export function csvOf(rows: readonly (readonly Field[])[], language: Language): string {
  const { separator, decimal } = signs[language];
  const written = (field: Field): string => {
    if (field === undefined) return '';
    return typeof field === 'number' ? String(field).replace('.', decimal) : quoted(field);
  };
  return `\uFEFF${rows.map((row) => `${row.map(written).join(separator)}\r\n`).join('')}`;
}
