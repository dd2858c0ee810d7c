/**
 * What Teams documents, kept on our side before it refuses: 50 requests a second of one app in one tenant; into one conversation 7 in
 * one second, 8 in two, 60 in thirty and 1,800 in an hour. Of this server alone: two servers share what they have by Teams' refusals.
 */
type Window = { readonly most: number; /** Milliseconds. */ readonly within: number };

/** Requests do not arrive as evenly as they leave: a little longer than Teams counts. */
const perTenant: readonly Window[] = [{ most: 50, within: 1_015 }];
/** Tenants get theirs spread over the second, with a few at once where the machine was late. */
const spread = { perMillisecond: 50 / 1_008, atOnce: 3 };
const perConversation: readonly Window[] = [
  { most: 7, within: 1_000 },
  { most: 8, within: 2_000 },
  { most: 60, within: 30_000 },
  { most: 1_800, within: 3_600_000 },
];

/** Longer than this, in milliseconds, nobody waits for a conversation with a message in their hands. */
const longestWait = 3_000;
/** A refusal does not say whose limit it was: the tenant is left in peace for as long as its own counts. */
const tenantPause = 1_000;
const mostConversations = 20_000;

export type Time = { readonly now: () => number; readonly wait: (milliseconds: number) => Promise<void> };
const machine: Time = {
  now: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Counts what has left. `next`: the instant from which on one more may. */
const counter = (windows: readonly Window[]) => {
  const longest = Math.max(...windows.map(({ within }) => within));
  let left: number[] = [];
  let paused = -Infinity;
  return {
    next: (now: number): number => {
      left = left.filter((at) => at > now - longest);
      const free = windows.map(({ most, within }) => (left.at(-most) ?? -Infinity) + within);
      return Math.max(paused, ...free);
    },
    count: (now: number): void => {
      left.push(now);
    },
    pause: (until: number): void => {
      paused = Math.max(paused, until);
    },
    isIdle: (now: number): boolean => paused <= now && (left.at(-1) ?? -Infinity) <= now - longest,
  };
};

const tenantLimit = ({ now, wait }: Time) => {
  const { next, count, pause } = counter(perTenant);
  let saved = spread.atOnce;
  let refilled = now();
  let queue: Promise<void> = Promise.resolve();
  const refill = (): void => {
    saved = Math.min(spread.atOnce, saved + (now() - refilled) * spread.perMillisecond);
    refilled = now();
  };
  const free = async (): Promise<void> => {
    for (;;) {
      refill();
      const pausing = Math.max(next(now()) - now(), (1 - saved) / spread.perMillisecond);
      if (pausing <= 0) return;
      await wait(Math.ceil(pausing));
    }
  };
  return {
    pause,
    ready: (): Promise<void> => queue.then(free),
    take: (): Promise<void> =>
      (queue = queue.then(async () => {
        await free();
        saved -= 1;
        count(now());
      })),
  };
};

export const sendingLimits = (time: Time = machine) => {
  const tenants = new Map<string, ReturnType<typeof tenantLimit>>();
  const conversations = new Map<string, ReturnType<typeof counter>>();
  const ofTenant = (id: string) => {
    const found = tenants.get(id) ?? tenantLimit(time);
    tenants.set(id, found);
    return found;
  };
  const ofConversation = (id: string) => {
    const found = conversations.get(id) ?? counter(perConversation);
    if (conversations.size >= mostConversations)
      for (const [name, one] of conversations) if (one.isIdle(time.now())) conversations.delete(name);
    conversations.set(id, found);
    return found;
  };
  return {
    /** Resolves when one more request of this tenant may leave. */
    ready: (tenant: string): Promise<void> => ofTenant(tenant).ready(),
    /** Waits for a request's turn and counts it; where that is too long for a conversation, the seconds until then, and nothing is counted. */
    take: async (tenant: string, conversation?: string): Promise<number> => {
      const own = conversation === undefined ? undefined : ofConversation(conversation);
      const pausing = (own?.next(time.now()) ?? 0) - time.now();
      if (pausing > longestWait) return Math.ceil(pausing / 1_000);
      if (pausing > 0) await time.wait(Math.ceil(pausing));
      await ofTenant(tenant).take();
      own?.count(time.now());
      return 0;
    },
    /** Teams refused a request, and says for how long. */
    refused: (tenant: string, conversation: string | undefined, seconds: number): void => {
      ofTenant(tenant).pause(time.now() + Math.min(seconds * 1_000, tenantPause));
      if (conversation !== undefined) ofConversation(conversation).pause(time.now() + seconds * 1_000);
    },
  };
};
export type SendingLimits = ReturnType<typeof sendingLimits>;
