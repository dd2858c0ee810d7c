/** One record of a CSV text. `line`: where it begins, counted from 1; a record with line breaks in quotes takes several. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };
export type CsvFault = { readonly line: number; readonly fault: 'quote' | 'too many columns' };

export const separators = [',', ';', '\t'] as const;
export type Separator = (typeof separators)[number];

/** Longer than any header of a thousand sensible names. */
const longestHeader = 100_000;

/** The separator that stands most often in the first line that is not empty, quotes aside; a comma where there is none. */
export const separatorOf = (text: string): Separator => {
  const start = text.slice(0, longestHeader).replace(/^[\r\n]+/, '');
  const seen: Record<Separator, number> = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  for (const sign of start) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '\r' || sign === '\n')) break;
    else if (!quoted && (sign === ',' || sign === ';' || sign === '\t')) seen[sign] += 1;
  }
  return separators.reduce((best, other) => (seen[other] > seen[best] ? other : best));
};

const lineBreak = /\r\n|\r|\n/g;
const bare: Readonly<Record<Separator, string>> = { ',': '[^,\\r\\n]*', ';': '[^;\\r\\n]*', '\t': '[^\\t\\r\\n]*' };

/** The cell that starts with the quotation mark at `start`, and where it ends; undefined: it is never closed. */
const quotedCell = (text: string, start: number): { readonly value: string; readonly end: number } | undefined => {
  let value = '';
  for (let from = start + 1; ;) {
    const mark = text.indexOf('"', from);
    if (mark < 0) return undefined;
    value += text.slice(from, mark);
    if (text[mark + 1] !== '"') return { value, end: mark + 1 };
    value += '"';
    from = mark + 2;
  }
};

/**
 * CSV by RFC 4180, with any line break and separator; empty lines are passed over. One record at a time, so that whoever reads can
 * stop or rest in between. After a fault nothing more can be read with certainty, so it is the last.
 */
export function* csvRecords(text: string, separator: Separator, mostColumns: number): Generator<CsvRecord | CsvFault> {
  const upToSeparator = new RegExp(bare[separator], 'y');
  let line = 1;
  for (let at = 0; at < text.length;) {
    const cells: string[] = [];
    const first = line;
    for (let more = true; more;) {
      if (cells.length === mostColumns) {
        yield { line: first, fault: 'too many columns' };
        return;
      }
      const quoted = text[at] === '"' ? quotedCell(text, at) : undefined;
      upToSeparator.lastIndex = at;
      const value = quoted?.value ?? upToSeparator.exec(text)?.[0] ?? '';
      at = quoted?.end ?? at + value.length;
      const endsWell = at >= text.length || text[at] === separator || text[at] === '\r' || text[at] === '\n';
      if (!endsWell || (quoted === undefined && value.includes('"'))) {
        yield { line: first, fault: 'quote' };
        return;
      }
      if (quoted !== undefined) line += value.match(lineBreak)?.length ?? 0;
      cells.push(value);
      more = text[at] === separator;
      if (more) at += 1;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    if (cells.length > 1 || cells[0] !== '') yield { line: first, cells };
  }
}
