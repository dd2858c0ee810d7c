import type { Failure } from './failure.ts';
import { findHost, type Host } from './host.ts';
import { configurePlace, personalPlace } from './own-pages.ts';
import { type Answer, type Caller, overviewPathOf, send } from './send.ts';

export const callerOf = ({ spoken, token }: Host): Caller => ({
  language: spoken,
  token,
  fetch: (...request) => fetch(...request),
});

/** Settles to null outside Teams, and never rejects. Asked for here, before the scripts that draw have come: neither needs the other. */
export const host: Promise<Host | null> = findHost();

let found: Host | null | undefined;
let asked: { readonly channel: string; readonly answer: Promise<Answer | Failure> } | undefined;
const answered = host.then((teams) => {
  found = teams;
  const channel = teams?.channel ?? null;
  const place = location.hash.slice(1);
  if (teams === null || channel === null || place === personalPlace || place === configurePlace) return;
  asked = { channel, answer: send(callerOf(teams), overviewPathOf(channel)) };
  return asked.answer;
});

/** The host where it is known by now. */
export const knownHost = (): Host | null | undefined => found;

/** Settles when both have answered, or after so many milliseconds. Never rejects. */
export const answeredWithin = (ms: number): Promise<unknown> =>
  Promise.race([answered, new Promise((resolve) => setTimeout(resolve, ms))]);

/** What the server says about the first screen, once: whoever asks again asks the server. Undefined: not asked yet. */
export function takeFirstAnswer(channel: string): Promise<Answer | Failure> | undefined {
  const answer = asked?.channel === channel ? asked.answer : undefined;
  asked = undefined;
  return answer;
}
