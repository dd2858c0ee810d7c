import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Route } from './http.ts';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
const policy = [
  "default-src 'self'",
  "img-src 'self' data: https:",
  "style-src 'self' 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The built page. */
export function pageFiles(folder: string): Route {
  return async ({ req, res, url }) => {
    if (req.method !== 'GET') return false;
    const name = url.pathname === '/' ? 'index.html' : normalize(decodeURIComponent(url.pathname)).replace(/^[/\\.]+/, '');
    const content = await readFile(join(folder, name)).catch(() => undefined);
    if (!content) return false;
    const type = types[extname(name)] ?? 'application/octet-stream';
    res.writeHead(200, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': policy,
      'cache-control': 'no-cache',
    });
    res.end(content);
    return true;
  };
}
