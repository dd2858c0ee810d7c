import { z } from 'zod';
import type { SendFailure, Sent } from '../../ports.ts';

/** What the connector's client throws. Real bodies differ from the documentation: everything is optional. */
const fault = z.object({
  statusCode: z.number().optional(),
  code: z.string().optional(),
  message: z.string().optional(),
  response: z.object({ headers: z.object({ get: z.function() }).optional() }).optional(),
});

const byCode: Readonly<Record<string, SendFailure>> = {
  BotNotInConversationRoster: 'not in the channel',
  ConversationBlockedByUser: 'blocked by the person',
  MessageWritesBlocked: 'blocked by the person',
  BotDisabledByAdmin: 'disabled by the administrator',
  BotNotRegistered: 'not registered',
  ConversationNotFound: 'not found',
  ActivityNotFoundInConversation: 'not found',
  MessageSizeTooBig: 'too big',
};

const byStatus: Readonly<Record<number, SendFailure>> = { 401: 'not registered', 403: 'cannot be reached', 404: 'not found', 413: 'too big' };

/** Refused for now, and certainly not carried out. */
const laterStatus: readonly number[] = [412, 429];
/** The request never left: nobody answered at that address. */
const neverLeft: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

const shortestPause = 2;
const longestPause = 3_600;

const retryAfter = (thrown: unknown): number => {
  const headers = (thrown as { response?: { headers?: { get?: (name: string) => string | undefined } } }).response?.headers;
  const seconds = Number(headers?.get?.('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, longestPause) : shortestPause;
};

/** What became of a message whose sending threw. A 5xx or a lost answer may have been carried out: unknown, never sent again. */
export const outcomeOfFault = (thrown: unknown): Sent => {
  const read = fault.safeParse(thrown);
  const { statusCode: status, code, message } = read.success ? read.data : {};
  const named = byCode[code ?? ''] ?? Object.entries(byCode).find(([name]) => message?.includes(name))?.[1];
  if (named !== undefined) return { outcome: 'failed', reason: named };
  if (status !== undefined && laterStatus.includes(status)) return { outcome: 'later', afterSeconds: retryAfter(thrown) };
  if (status === undefined && neverLeft.some((name) => code === name || message?.includes(name))) return { outcome: 'later', afterSeconds: shortestPause };
  if (status !== undefined && status >= 400 && status < 500) return { outcome: 'failed', reason: byStatus[status] ?? 'refused' };
  return { outcome: 'unknown' };
};
