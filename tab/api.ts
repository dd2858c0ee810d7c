import type { ExportWish } from '../bot/contracts/exports-api.ts';
import {
  exportNoted,
  type ExportNoted,
  myData,
  type MyData,
  overview,
  type Overview,
  problem,
} from '../bot/contracts/tab-api.ts';
import type { Failure } from './failure.ts';
import { type Answer, answerWithinMs, type Caller, overviewPathOf, pathOf, send, type Sending } from './send.ts';

/** A good answer; `tag` names it to the server, which then need not send the same again. */
export interface Good<Value> {
  readonly value: Value;
  readonly tag?: string;
  /** By how much the server's clock is ahead of this computer's, in milliseconds; absent: not known. */
  readonly ahead?: number;
}
export type Fetched<Value> = Good<Value> | { readonly failure: Failure };

/**
 * The only doorway to the server. Never throws: what goes wrong is a Failure. `before`: comes back itself where nothing changed.
 * `asked`: what was asked already, before this script had come.
 */
export const fetchOverview = (
  caller: Caller,
  channel: string,
  before?: Good<Overview>,
  asked?: Promise<Answer | Failure>,
): Promise<Fetched<Overview>> =>
  ask(caller, overviewPathOf(channel), (body) => overview.safeParse(body), undefined, before, asked);

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
  asked?: Promise<Answer | Failure>,
): Promise<Fetched<Value>> {
  const first = await (asked ?? send(caller, path, sending, before?.tag));
  // A token may run out between two requests, so one refusal is answered with a new token, and only one.
  const answer = !('kind' in first) && first.status === 401 ? await send(caller, path, sending, before?.tag) : first;
  if ('kind' in answer) return { failure: answer };
  if (answer.status === 304 && before) return before;
  if (!answer.ok) return { failure: refusalOf(answer) };
  const parsed = parse(answer.body);
  if (!parsed.success) return { failure: { kind: 'unreadable' } };
  return {
    value: parsed.data,
    ...(answer.ahead !== undefined && { ahead: answer.ahead }),
    ...(answer.tag !== null && { tag: answer.tag }),
  };
}

function refusalOf({ status, body }: Answer): Failure {
  const said = problem.safeParse(body);
  if (!said.success) return { kind: 'server' };
  const { detail: sentence, fresh } = said.data;
  return { kind: 'problem', status, sentence, ...(fresh === undefined ? {} : { fresh }) };
}
