import type { AuthenticateRequestResult } from 'botframework-connector';
import type { Clock } from '../../ports/clock.ts';

/** How long a verified token is believed without looking again, in milliseconds: Teams signs many activities with the same one. */
const believedFor = 60_000;
/** Teams has a handful at a time. Nothing gets in here unverified, so nobody can push these out. */
const mostRemembered = 100;

type Asked = { readonly token: string; readonly serviceUrl: string; readonly expires: Date };

/**
 * Verified tokens, each for the service address it was verified with, until they expire or a minute has passed. Checking a signature is
 * the dearest part of taking an activity in; what was true a second ago is not asked again.
 */
export const believedTokens = (clock: Clock) => {
  const known = new Map<string, { readonly result: AuthenticateRequestResult; readonly until: number }>();
  const keyOf = ({ token, serviceUrl }: Asked): string => `${token} ${serviceUrl}`;
  return {
    find: (asked: Asked): AuthenticateRequestResult | undefined => {
      const found = known.get(keyOf(asked));
      return found !== undefined && clock().getTime() < found.until ? found.result : undefined;
    },
    keep: (asked: Asked, result: AuthenticateRequestResult): void => {
      if (known.size >= mostRemembered) known.clear();
      const until = Math.min(clock().getTime() + believedFor, asked.expires.getTime());
      known.set(keyOf(asked), { result, until });
    },
  };
};
