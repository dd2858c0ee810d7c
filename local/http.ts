import type { IncomingMessage, ServerResponse } from 'node:http';

export type Exchange = { req: IncomingMessage; res: ServerResponse; url: URL };
/** True when the request was answered. */
export type Route = (exchange: Exchange) => Promise<boolean>;

const largest = 1024 * 1024;

export async function readBody(req: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of req as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largest) throw new Error('Request body over 1 MB.');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

export function sendJson(res: ServerResponse, status: number, body?: unknown, headers: Record<string, string> = {}): void {
  res.writeHead(status, { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }) });
  res.end(body === undefined ? undefined : JSON.stringify(body));
}

/** The form every connector error has. */
export function sendError(
  res: ServerResponse,
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): void {
  sendJson(res, status, { error: { code, message } }, headers);
}
