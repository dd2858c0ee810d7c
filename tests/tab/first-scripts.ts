import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every script the page loads before it can show anything: those index.html names, and what they import at once. */
export function firstScripts(folder: string): Set<string> {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const waiting = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, path = '']) => path);
  const found = new Set<string>();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const script = readFileSync(join(folder, path), 'utf8');
    for (const [, name = ''] of script.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      waiting.push(join('assets', name));
  }
  return found;
}
