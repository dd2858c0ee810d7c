import type { Time } from './pace.ts';
import { tenantLimit } from './tenant-limit.ts';
import type { Departure } from './tenant-limit.ts';
import { counter } from './window.ts';
import type { Window } from './window.ts';

/**
 * What Teams documents, kept on our side before it refuses: 50 requests a second of one app in one tenant (tenant-limit.ts); into one
 * conversation 7 in one second, 8 in two, 60 in thirty and 1,800 in an hour. Of this server alone: where two write to one tenant, each
 * slows down by what Teams refuses.
 */
const perConversation: readonly Window[] = [
  { most: 7, within: 1_000 },
  { most: 8, within: 2_000 },
  { most: 60, within: 30_000 },
  { most: 1_800, within: 3_600_000 },
];

/** Longer than this, in milliseconds, nobody waits for a conversation with a message in their hands. */
const longestWait = 3_000;
/** Remembered; then the one that was written to longest ago is forgotten, and left to Teams' refusals. */
const mostConversations = 20_000;

const machine: Time = {
  now: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Its turn has come, or comes only after so many seconds: then nothing is counted. */
export type Turn = ({ readonly is: 'now' } & Departure) | { readonly is: 'later'; readonly afterSeconds: number };

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
    conversations.delete(id);
    conversations.set(id, found);
    const [longestUnused] = conversations.keys();
    if (conversations.size > mostConversations && longestUnused !== undefined) conversations.delete(longestUnused);
    return found;
  };
  return {
    /** Resolves when something that needs a request of this tenant may be begun. */
    ready: (tenant: string): Promise<void> => ofTenant(tenant).ready(),
    /** Waits for a request's turn, where that is not too long. Who gets one says what became of it. */
    take: async (tenant: string, conversation?: string): Promise<Turn> => {
      const own = conversation === undefined ? undefined : ofConversation(conversation);
      const pausing = (own?.next(time.now()) ?? 0) - time.now();
      if (pausing > longestWait) return { is: 'later', afterSeconds: Math.ceil(pausing / 1_000) };
      if (pausing > 0) await time.wait(Math.ceil(pausing));
      const departure = await ofTenant(tenant).take(conversation === undefined ? 'chat' : 'message');
      const counted = own?.count(time.now());
      return {
        is: 'now',
        answered: () => {
          departure.answered();
          // One after the other goes into a conversation: nothing is lost by counting from the answer on.
          if (counted !== undefined) own?.countLater(counted, time.now());
        },
        refused: (milliseconds) => {
          departure.refused(milliseconds);
          own?.pause(time.now() + milliseconds);
        },
      };
    },
  };
};
export type SendingLimits = ReturnType<typeof sendingLimits>;
