/** Where the text that starts with the quotation mark at `start` ends. */
export const closingQuote = (json: string, start: number): number => {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at;
};

/**
 * The keys of the object `name` at the top level of a valid JSON text, in the order in which they are written. JSON.parse loses
 * that order for keys that look like numbers: it puts "2" before "10" and before "H". It also hides that a key is written twice,
 * and takes the second; here both are given.
 */
export const keysAsWritten = (json: string, name: string): string[] => {
  const colon = /\s*:/y;
  let depth = 0;
  let inside = false;
  let keys: string[] = [];
  for (let at = 0; at < json.length; at += 1) {
    if (json[at] === '{' || json[at] === '[') depth += 1;
    else if (json[at] === '}' || json[at] === ']') depth -= 1;
    else if (json[at] === '"') {
      const start = at;
      at = closingQuote(json, start);
      colon.lastIndex = at + 1;
      if (depth > 2 || !colon.test(json)) continue;
      const key = String(JSON.parse(json.slice(start, at + 1)));
      if (depth === 2 && inside) keys.push(key);
      if (depth !== 1) continue;
      inside = key === name;
      // Of a key that is written twice JSON.parse takes the second.
      if (inside) keys = [];
    }
  }
  return keys;
};
