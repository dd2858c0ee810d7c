import type { Request, Response, RequestHandler } from 'restify';
import type { Clock } from '../ports/clock.ts';

/** So many requests of one address may be refused at once, and so many more each second. */
const burst = 100;
const perSecond = 2;
/** More addresses than this are not remembered: a flood from everywhere takes no memory, it only pushes out who came first. */
const mostAddresses = 10_000;

type Bucket = { readonly left: number; readonly at: number };

/**
 * Who guesses at tokens, or at channels, is turned away before anything of a request is read or verified. Only refusals count, so who
 * reads what is theirs waits only where somebody behind the same address guesses. Kept per server: a second one doubles what can be tried, no more.
 */
export const refusedCallers = (clock: Clock) => {
  const buckets = new Map<string, Bucket>();
  /** As it is now: what was used comes back with time, and a clock set back takes nothing away. */
  const leftFor = (address: string, now: number): number => {
    const { left, at } = buckets.get(address) ?? { left: burst, at: now };
    return Math.min(burst, left + (Math.max(0, now - at) / 1_000) * perSecond);
  };
  return {
    /** Seconds until this address may try again; 0: now. */
    wait: (address: string): number => {
      const left = leftFor(address, clock().getTime());
      return left >= 1 ? 0 : Math.ceil((1 - left) / perSecond);
    },
    refused: (address: string): void => {
      const now = clock().getTime();
      const left = leftFor(address, now) - 1;
      buckets.delete(address);
      buckets.set(address, { left, at: now });
      const [oldest] = buckets.keys();
      if (buckets.size > mostAddresses && oldest !== undefined) buckets.delete(oldest);
    },
  };
};

/** Some proxies add the port to the address. */
const withPort = /^(?:(\d+\.\d+\.\d+\.\d+):\d+|\[([0-9a-f:]+)\](?::\d+)?)$/i;

/**
 * Whose request it is, as the outermost of our own `proxies` saw it: each adds to the end of `x-forwarded-for` who called it, and what
 * stands before that may be made up. Nobody in front, or nothing said: whoever is connected.
 */
export const callerAddress = (forwarded: string | undefined, connected: string | undefined, proxies: number): string => {
  const seen = forwarded?.split(',').map((address) => address.trim()) ?? [];
  const said = proxies === 0 ? undefined : seen.at(-proxies);
  if (said === undefined || said === '') return connected ?? '';
  const [, four, six] = withPort.exec(said) ?? [];
  return four ?? six ?? said;
};

/** The door in front of everything. `turnAway` answers with 429. */
export const turnAwayGuessers = (
  clock: Clock,
  proxies: number,
  turnAway: (request: Request, response: Response) => void,
): RequestHandler => {
  const callers = refusedCallers(clock);
  return (request, response, next) => {
    const forwarded = request.headers['x-forwarded-for'];
    const address = callerAddress([forwarded].flat().join(','), request.socket.remoteAddress, proxies);
    const wait = callers.wait(address);
    if (wait > 0) {
      response.setHeader('retry-after', String(wait));
      turnAway(request, response);
      next(false);
      return;
    }
    response.once('finish', () => {
      if (response.statusCode === 401 || response.statusCode === 403) callers.refused(address);
    });
    next();
  };
};
