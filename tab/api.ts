import { myData, type MyData, overview, type Overview, problem } from '../bot/contracts/tab-api.ts';
import type { Failure } from './failure.ts';
import type { Language } from './words.ts';

export type Fetched<Value> = { readonly value: Value } | { readonly failure: Failure };

export interface Caller {
  readonly language: Language;
  readonly token: () => Promise<string>;
  readonly fetch: typeof fetch;
}

const answerWithinMs = 15_000;

/** With `fetchMyData` the only doorway to the server. Never throws: what goes wrong is a Failure. */
export const fetchOverview = (caller: Caller, channel: string): Promise<Fetched<Overview>> =>
  get(caller, `/api/channels/${encodeURIComponent(channel)}/overview`, (body) => overview.safeParse(body));

/** Everything stored about the person signed in. Never throws either. */
export const fetchMyData = (caller: Caller, channel: string): Promise<Fetched<MyData>> =>
  get(caller, `/api/channels/${encodeURIComponent(channel)}/my-data`, (body) => myData.safeParse(body));

type Parsed<Value> = { readonly success: true; readonly data: Value } | { readonly success: false };

async function get<Value>(caller: Caller, path: string, parse: (body: unknown) => Parsed<Value>): Promise<Fetched<Value>> {
  const first = await send(caller, path);
  // A token may run out between two requests, so one refusal is answered with a new token, and only one.
  const answer = !('kind' in first) && first.status === 401 ? await send(caller, path) : first;
  if ('kind' in answer) return { failure: answer };
  if (!answer.ok) return { failure: refusalOf(answer) };
  const parsed = parse(answer.body);
  return parsed.success ? { value: parsed.data } : { failure: { kind: 'unreadable' } };
}

interface Answer {
  readonly status: number;
  readonly ok: boolean;
  /** Undefined when it is not JSON. */
  readonly body: unknown;
}

async function send({ language, token, fetch: request }: Caller, path: string): Promise<Answer | Failure> {
  let bearer: string;
  try {
    bearer = await token();
  } catch (reason) {
    return { kind: 'signIn', code: reason instanceof Error ? reason.message : String(reason) };
  }
  try {
    const headers = { Authorization: `Bearer ${bearer}`, 'Accept-Language': language, Accept: 'application/json' };
    const answer = await request(path, { headers, cache: 'no-store', signal: AbortSignal.timeout(answerWithinMs) });
    return { status: answer.status, ok: answer.ok, body: jsonOf(await answer.text()) };
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
  return said.success ? { kind: 'problem', status, sentence: said.data.detail } : { kind: 'server' };
}
