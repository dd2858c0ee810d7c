import restify from 'restify';
import type { Request, RequestHandler, Response } from 'restify';

/** Who may show the tab in a frame: Teams, Microsoft 365, and this very server. */
const frameAncestors = [
  "'self'",
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
];

/** The list of hosts that teams-js fetches at start. */
const teamsHosts = 'https://res.cdn.office.net';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' https://res.cdn.office.net",
  `connect-src 'self' ${teamsHosts}`,
  `frame-ancestors ${frameAncestors.join(' ')}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const oneYear = 31_536_000;

const setHeaders = (response: Response, path: string): void => {
  const forEver = /[\\/]tab[\\/]assets[\\/]/.test(path);
  response.setHeader('cache-control', forEver ? `public, max-age=${oneYear}, immutable` : 'no-cache');
  response.setHeader('content-security-policy', policy);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
};

/** The built tab; the files are public, what they show is asked for by the API with a token. */
export const tabFiles = (): RequestHandler => restify.plugins.serveStaticFiles('dist/tab', { setHeaders });

/**
 * Addresses of the manifest that name a page of the tab: `/tab/me` and `/tab/configure`. A relative way to the one file, with what
 * Teams put behind `?`; browsers keep what stands behind `#`.
 */
export const tabPlaces: readonly (readonly [string, RequestHandler])[] = ['me', 'configure'].map((place) => [
  `/tab/${place}`,
  (request: Request, response: Response, next) => {
    const search = request.getQuery();
    response.sendRaw(302, '', {
      location: `index.html${search === '' ? '' : `?${search}`}#${place}`,
      'cache-control': 'no-cache',
    });
    next();
  },
]);
