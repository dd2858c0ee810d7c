import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { sendError, type Route } from './http.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Passes `/tab/` and `/api/` on to the bot, so that the tab has the page's own origin: teams-js trusts no other host here.
 * The bot's messaging endpoint is not for browsers and stays out.
 */
export function proxyRoute(botUrl: () => string): Route {
  return async ({ req, res, url }) => {
    const passes = url.pathname.startsWith('/tab/') || url.pathname.startsWith('/api/');
    if (!passes || url.pathname === '/api/messages' || !methods.includes(req.method ?? '')) return false;
    const target = new URL(botUrl());
    const onward = request(
      {
        hostname: target.hostname,
        port: target.port,
        method: req.method,
        path: `${url.pathname}${url.search}`,
        headers: { ...req.headers, host: target.host },
      },
      (answer) => {
        res.writeHead(answer.statusCode ?? 502, framedHere(answer.headers));
        answer.pipe(res);
        answer.on('error', () => res.destroy());
      },
    );
    await new Promise<void>((resolve) => {
      onward.on('error', () => {
        if (res.headersSent) res.destroy();
        else sendError(res, 502, 'BadGateway', 'The app could not be reached.');
        resolve();
      });
      res.on('close', () => {
        onward.destroy();
        resolve();
      });
      req.pipe(onward);
    });
    return true;
  };
}

/** The tab may be framed by the real Teams only; here this page stands in its place. */
function framedHere(sent: IncomingHttpHeaders): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = { ...sent };
  delete headers['x-frame-options'];
  const policy = sent['content-security-policy'];
  return policy === undefined
    ? headers
    : { ...headers, 'content-security-policy': String(policy).replace(/frame-ancestors[^;]*/, "frame-ancestors 'self'") };
}
