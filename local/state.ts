import { z } from 'zod';

/** What the stand-in knows and keeps in its file. Nothing here comes from Teams; the words are Teams' own. */

const person = z.object({
  /** Stable short name used in addresses and tests, such as `hospital-trust-leader-1`. */
  key: z.string(),
  name: z.string(),
  organisation: z.string(),
  tenant: z.string(),
  /** A guest lives in the home tenant; an external person keeps their own and only sees shared channels. */
  kind: z.enum(['member', 'guest', 'external']),
  aadObjectId: z.string(),
  /** Differs for every bot, as in Teams. */
  botSpecificId: z.string(),
  email: z.string(),
  locale: z.string(),
  /** Conversation id of this person's 1:1 chat with the bot. */
  chat: z.string(),
});
export type Person = z.infer<typeof person>;

const channel = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['standard', 'shared']),
  members: z.array(z.string()),
});
export type Channel = z.infer<typeof channel>;

const team = z.object({
  id: z.string(),
  groupId: z.string(),
  name: z.string(),
  tenant: z.string(),
  channels: z.array(channel),
  members: z.array(z.string()),
  installed: z.boolean(),
});
export type Team = z.infer<typeof team>;

const card = z.record(z.string(), z.unknown());
export type Card = z.infer<typeof card>;

const notice = z.object({ kind: z.enum(['message', 'error']), text: z.string() });
export type Notice = z.infer<typeof notice>;

/** What one person sees instead of the message's own card, while the message stays at this version. */
const view = z.object({ version: z.int(), card });

const message = z.object({
  id: z.string(),
  conversation: z.string(),
  /** Id of the message that began the thread; its own id for a first message. */
  thread: z.string(),
  /** A person's key, or null for the bot. */
  from: z.string().nullable(),
  at: z.string(),
  text: z.string(),
  cards: z.array(card),
  /** Grows with every update by the bot. */
  version: z.int(),
  edited: z.boolean(),
  deleted: z.boolean(),
  views: z.record(z.string(), view),
  notices: z.record(z.string(), notice),
});
export type Message = z.infer<typeof message>;

const privateKey = z.record(z.string(), z.unknown());

export const stateSchema = z.object({
  version: z.literal(1),
  organisations: z.array(z.object({ key: z.string(), name: z.string(), tenant: z.string() })),
  people: z.array(person),
  team,
  /** Keys of people who have the bot in their own app list. */
  personalInstalls: z.array(z.string()),
  /** Keys of people who blocked the bot. */
  blocked: z.array(z.string()),
  messages: z.array(message),
  lastId: z.number(),
  /** How far the clock here runs ahead of the machine's, in milliseconds. */
  clockAhead: z.number().min(0).default(0),
  keys: z.object({ connector: privateKey, tab: privateKey }).nullable(),
});
export type State = z.infer<typeof stateSchema>;

/** A conversation as the bot addresses it: a channel, a thread of it, or a 1:1 chat. */
export type Place = { id: string; thread?: string; channel?: Channel; person?: Person };

export function placeOf(state: State, conversationId: string): Place | undefined {
  const [id = '', thread] = conversationId.split(';messageid=');
  const channel = state.team.channels.find((one) => one.id === id);
  if (channel) return { id, channel, ...(thread === undefined ? {} : { thread }) };
  const person = state.people.find((one) => one.chat === id);
  return person && { id, person };
}

/** By key, object id, bot-specific id or name. */
export function findPerson(state: State, who: string): Person | undefined {
  return state.people.find((one) => [one.key, one.aadObjectId, one.botSpecificId, one.name].includes(who));
}

/** The team's own roster has no external people; that of a shared channel has (they never become members of the team). */
export function membersOf(state: State, place: Place): Person[] {
  if (place.person) return [place.person];
  const keys = place.channel?.kind === 'shared' ? place.channel.members : state.team.members;
  return state.people.filter((one) => keys.includes(one.key));
}

/** Message ids are milliseconds, as in Teams, and never repeat. */
export function nextId(state: State, now: number): string {
  state.lastId = Math.max(now, state.lastId + 1);
  return String(state.lastId);
}
