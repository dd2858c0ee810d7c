import type { Failure } from './failure.ts';
import type { Spoken } from './language.ts';

export interface Caller {
  readonly language: Spoken;
  readonly token: () => Promise<string>;
  readonly fetch: typeof fetch;
}

export const answerWithinMs = 15_000;

/** What is sent: as JSON, and how long its answer may take. */
export interface Sending {
  readonly body: unknown;
  readonly withinMs: number;
  /** POST, where it is not said. */
  readonly method?: 'PUT';
}

export const pathOf = (channel: string): string => `/api/channels/${encodeURIComponent(channel)}`;
export const overviewPathOf = (channel: string): string => `${pathOf(channel)}/overview`;

/** What the server said; nothing of it is parsed yet. */
export interface Answer {
  readonly status: number;
  readonly ok: boolean;
  /** Undefined when it is not JSON. */
  readonly body: unknown;
  readonly tag: string | null;
  /** By how much the server's clock was ahead of this computer's when it answered, in milliseconds; undefined where it did not say. */
  readonly ahead: number | undefined;
}

/** One request. Never throws: what goes wrong is a Failure. `tag` names the answer of the last time. */
export async function send(
  { language, token, fetch: request }: Caller,
  path: string,
  sending?: Sending,
  tag?: string,
): Promise<Answer | Failure> {
  let bearer: string;
  try {
    bearer = await token();
  } catch (reason) {
    return { kind: 'signIn', code: reason instanceof Error ? reason.message : String(reason) };
  }
  try {
    const headers = {
      ...{ Authorization: `Bearer ${bearer}`, 'Accept-Language': language, Accept: 'application/json' },
      ...(tag !== undefined && { 'If-None-Match': tag }),
    };
    const signal = AbortSignal.timeout(sending?.withinMs ?? answerWithinMs);
    const posted = sending && {
      method: sending.method ?? 'POST',
      body: JSON.stringify(sending.body),
      headers: { ...headers, 'Content-Type': 'application/json' },
    };
    const answer = await request(path, { headers, cache: 'no-store', signal, ...posted });
    return {
      status: answer.status,
      ok: answer.ok,
      body: jsonOf(await answer.text()),
      tag: answer.headers.get('etag'),
      ahead: aheadOf(answer),
    };
  } catch {
    return { kind: 'offline' };
  }
}

function aheadOf(answer: Response): number | undefined {
  const now = Date.parse(answer.headers.get('date') ?? '');
  return Number.isNaN(now) ? undefined : now - Date.now();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
