import { z } from 'zod';
import type { SendFailure } from '../../domain/delivery.ts';
import type { Sent } from '../../ports/teams.ts';

const number = z.number().optional().catch(undefined);
const text = z.string().optional().catch(undefined);

/** What the connector's client throws. Real bodies differ from the documentation: what is no text or number is as if it were not there. */
const fault = z.object({
  statusCode: number,
  code: text,
  message: text,
  /** MSAL's: there was no token, so the request never left. */
  errorCode: text,
});

const byCode = new Map<string, SendFailure>([
  ['BotNotInConversationRoster', 'not in the channel'],
  ['ConversationBlockedByUser', 'blocked by the person'],
  ['MessageWritesBlocked', 'blocked by the person'],
  ['BotDisabledByAdmin', 'disabled by the administrator'],
  ['BotNotRegistered', 'not registered'],
  ['ConversationNotFound', 'not found'],
  ['ActivityNotFoundInConversation', 'not found'],
  ['MessageSizeTooBig', 'too big'],
]);

/** The sign-in service refuses the bot itself: a wrong or expired secret, most of all. */
const registrationRefused: readonly string[] = ['invalid_client', 'unauthorized_client', 'invalid_grant'];

const byStatus: Readonly<Record<number, SendFailure>> = {
  401: 'not registered',
  403: 'cannot be reached',
  404: 'not found',
  413: 'too big',
};

/** Refused for now, and certainly not carried out. */
const laterStatus: readonly number[] = [412, 429];
/** With a time to come back at, not taken; without one, who knows. 502 and 504 are a gateway's, which may have passed it on. */
const unavailable = 503;
/** The request never left: nobody answered at that address. */
const neverLeft: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

const shortestPause = 2;
const longestPause = 3_600;

const retryAfter = (thrown: unknown): number | undefined => {
  const headers = (thrown as { response?: { headers?: { get?: (name: string) => unknown } | null } | null } | null | undefined)
    ?.response?.headers;
  const seconds = typeof headers?.get === 'function' ? Number(headers.get('retry-after')) : NaN;
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, longestPause) : undefined;
};

/** What became of a message whose sending threw. A 5xx or a lost answer may have been carried out: unknown, never sent again. */
export const outcomeOfFault = (thrown: unknown): Sent => {
  const read = fault.safeParse(thrown);
  const { statusCode: status, code, message, errorCode } = read.success ? read.data : {};
  const named = byCode.get(code ?? '') ?? [...byCode].find(([name]) => message?.includes(name))?.[1];
  if (named !== undefined) return { outcome: 'failed', reason: named };
  if (status !== undefined && laterStatus.includes(status))
    return { outcome: 'later', afterSeconds: retryAfter(thrown) ?? shortestPause };
  const after = retryAfter(thrown);
  if (status === unavailable && after !== undefined) return { outcome: 'later', afterSeconds: after };
  if (status === undefined && registrationRefused.some((name) => errorCode === name))
    return { outcome: 'failed', reason: 'not registered' };
  if (status === undefined && (errorCode !== undefined || neverLeft.some((name) => code === name || message?.includes(name)))) {
    return { outcome: 'later', afterSeconds: shortestPause };
  }
  if (status !== undefined && status >= 400 && status < 500) return { outcome: 'failed', reason: byStatus[status] ?? 'refused' };
  return { outcome: 'unknown' };
};
