/** What one connector request is about; faults and limits choose by it. */
export type Operation = {
  kind: 'create' | 'send' | 'update' | 'delete' | 'members' | 'team';
  conversation: string;
  /** Key of the person a 1:1 operation concerns. */
  person?: string;
};

type Match = { kind?: Operation['kind']; conversation?: string; person?: string };
export type How =
  | { status: number; code: string; /** seconds */ retryAfter?: number }
  /** `answer`: carried out, then the connection breaks. `request`: it breaks before anything happened. */
  | { lost: 'answer' | 'request' }
  /** Carried out; the answer is this text, whatever it is. */
  | { garbage: string }
  /** Carried out; answered after so many milliseconds. */
  | { late: number };
/** `times` defaults to 1; an empty match fits every request. */
export type Fault = { match?: Match; times?: number } & How;

export function makeFaults() {
  const waiting: { match: Match; left: number; how: How }[] = [];
  let always: (operation: Operation) => How | undefined = () => undefined;
  return {
    /** From now on every request meets what this says of it, where no fault waits for it; undefined: none. */
    failBy: (choose: (operation: Operation) => How | undefined) => {
      always = choose;
    },
    failNext: ({ match = {}, times = 1, ...how }: Fault) => {
      waiting.push({ match, left: times, how });
    },
    /** The fault this request meets, used up by it. */
    take: (operation: Operation): How | undefined => {
      const found = waiting.find(
        ({ match, left }) =>
          left > 0 &&
          (match.kind === undefined || match.kind === operation.kind) &&
          (match.conversation === undefined || match.conversation === operation.conversation) &&
          (match.person === undefined || match.person === operation.person),
      );
      if (found) found.left -= 1;
      return found ? found.how : always(operation);
    },
  };
}
export type Faults = ReturnType<typeof makeFaults>;

type Window = { most: number; /** milliseconds */ within: number };
const seconds = (most: number, within: number): Window => ({ most, within: within * 1000 });
const sending = [seconds(7, 1), seconds(8, 2), seconds(60, 30), seconds(1800, 3600)];
const reading = [seconds(14, 1), seconds(16, 2), seconds(120, 30), seconds(3600, 3600)];
const perApp = [seconds(50, 1)];

/**
 * The limits Teams documents: per conversation for sending and for roster reads, and 50 requests a second per app and tenant.
 * Answers the milliseconds to wait, 0 when the request may pass; only a request that passes counts.
 */
export function makeLimits(now: () => number) {
  const passed = new Map<string, number[]>();
  const wait = (key: string, windows: Window[], at: number) => {
    const longest = Math.max(...windows.map((window) => window.within));
    const times = (passed.get(key) ?? []).filter((time) => time > at - longest);
    passed.set(key, times);
    return Math.max(
      0,
      ...windows.map(({ most, within }) => {
        const inside = times.filter((time) => time > at - within);
        const oldest = inside[inside.length - most];
        return oldest === undefined ? 0 : oldest + within - at;
      }),
    );
  };
  return (operation: Operation): number => {
    const at = now();
    const read = operation.kind === 'members' || operation.kind === 'team';
    const key = `${read ? 'read' : 'send'} ${operation.conversation}`;
    const until = Math.max(wait('app', perApp, at), wait(key, read ? reading : sending, at));
    if (until === 0) for (const one of ['app', key]) passed.get(one)?.push(at);
    return until;
  };
}
