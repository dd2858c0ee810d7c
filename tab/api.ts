import {
  exportNoted,
  type ExportNoted,
  type ExportWish,
  myData,
  type MyData,
  overview,
  type Overview,
  problem,
} from '../bot/contracts/tab-api.ts';
import type { Failure } from './failure.ts';
import type { Language } from './words.ts';

/** A good answer; `tag` names it to the server, which then need not send the same again. */
export interface Good<Value> {
  readonly value: Value;
  readonly tag?: string;
}
export type Fetched<Value> = Good<Value> | { readonly failure: Failure };

export interface Caller {
  readonly language: Language;
  readonly token: () => Promise<string>;
  readonly fetch: typeof fetch;
}

const answerWithinMs = 15_000;

/** What is sent: as JSON, and how long its answer may take. */
export interface Sending {
  readonly body: unknown;
  readonly withinMs: number;
  /** POST, where it is not said. */
  readonly method?: 'PUT';
}

/** The only doorway to the server. Never throws: what goes wrong is a Failure. `before`: comes back itself where nothing changed. */
export const fetchOverview = (caller: Caller, channel: string, before?: Good<Overview>): Promise<Fetched<Overview>> =>
  ask(caller, `${pathOf(channel)}/overview`, (body) => overview.safeParse(body), undefined, before);

export const pathOf = (channel: string): string => `/api/channels/${encodeURIComponent(channel)}`;

/** Everything stored about the person signed in. Never throws either. */
export const fetchMyData = (caller: Caller, channel: string): Promise<Fetched<MyData>> =>
  ask(caller, `${pathOf(channel)}/my-data`, (body) => myData.safeParse(body));

/** Says that results are about to leave as a file or on paper; only when this is in the log may they. */
export const noteExport = (caller: Caller, channel: string, wish: ExportWish): Promise<Fetched<ExportNoted>> =>
  ask(caller, `${pathOf(channel)}/exports`, (body) => exportNoted.safeParse(body), { body: wish, withinMs: answerWithinMs });

type Parsed<Value> = { readonly success: true; readonly data: Value } | { readonly success: false };

/** Asks, or sends where something is to be sent; `parse` is the contract of the answer, `before` the answer of the last time. */
export async function ask<Value>(
  caller: Caller,
  path: string,
  parse: (body: unknown) => Parsed<Value>,
  sending?: Sending,
  before?: Good<Value>,
): Promise<Fetched<Value>> {
  const first = await send(caller, path, sending, before?.tag);
  // A token may run out between two requests, so one refusal is answered with a new token, and only one.
  const answer = !('kind' in first) && first.status === 401 ? await send(caller, path, sending, before?.tag) : first;
  if ('kind' in answer) return { failure: answer };
  if (answer.status === 304 && before) return before;
  if (!answer.ok) return { failure: refusalOf(answer) };
  const parsed = parse(answer.body);
  if (!parsed.success) return { failure: { kind: 'unreadable' } };
  return { value: parsed.data, ...(answer.tag !== null && { tag: answer.tag }) };
}

interface Answer {
  readonly status: number;
  readonly ok: boolean;
  /** Undefined when it is not JSON. */
  readonly body: unknown;
  readonly tag: string | null;
}

async function send(
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
    return { status: answer.status, ok: answer.ok, body: jsonOf(await answer.text()), tag: answer.headers.get('etag') };
  } catch {
    return { kind: 'offline' };
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusalOf({ status, body }: Answer): Failure {
  const said = problem.safeParse(body);
  if (!said.success) return { kind: 'server' };
  const { detail: sentence, fresh } = said.data;
  return { kind: 'problem', status, sentence, ...(fresh === undefined ? {} : { fresh }) };
}
