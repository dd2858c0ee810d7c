/** A spreadsheet may come in one of three encodings: UTF-8, what Excel calls Unicode, or, in Norway as elsewhere in the west, Windows-1252. */
export function textOf(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export const formatOf = (text: string): 'csv' | 'json' => (/^\s*[{[]/.test(text) ? 'json' : 'csv');
