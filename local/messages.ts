import { nextId, type Card, type Message, type Notice, type Person, type State } from './state.ts';

type Content = { text: string; cards: Card[] };

/** Answers the new message's id. `from` is a person's key; left out, the bot wrote it. */
export function postMessage(
  state: State,
  { conversation, thread, from }: { conversation: string; thread?: string; from?: string },
  { text, cards }: Content,
  now: number,
): string {
  const id = nextId(state, now);
  const at = new Date(Number(id)).toISOString();
  const rest = { version: 1, edited: false, deleted: false, views: {}, notices: {} };
  state.messages.push({ id, conversation, thread: thread ?? id, from: from ?? null, at, text, cards, ...rest });
  return id;
}

const ofBot = (state: State, conversation: string, id: string | undefined) =>
  state.messages.find((one) => one.id === id && one.conversation === conversation && one.from === null && !one.deleted);

/** Everybody's own view goes with the version it belonged to. */
export function updateMessage(state: State, conversation: string, id: string | undefined, { text, cards }: Content): boolean {
  const message = ofBot(state, conversation, id);
  if (message) Object.assign(message, { text, cards, version: message.version + 1, edited: true, views: {} });
  return message !== undefined;
}

export function deleteMessage(state: State, conversation: string, id: string | undefined): boolean {
  const message = ofBot(state, conversation, id);
  if (message) Object.assign(message, { text: '', cards: [], deleted: true, views: {}, notices: {} });
  return message !== undefined;
}

/** One message as one person sees it. */
export type Seen = {
  id: string;
  thread: string;
  from: string | null;
  at: string;
  text: string;
  cards: Card[];
  version: number;
  edited: boolean;
  /** The cards are this person's own view. */
  own: boolean;
  notice: Notice | null;
};

export function seenBy(person: Person, message: Message): Seen {
  const { id, thread, from, at, text, version, edited } = message;
  const view = message.views[person.key];
  const own = view?.version === version;
  const notice = message.notices[person.key] ?? null;
  return { id, thread, from, at, text, version, edited, cards: own ? [view.card] : message.cards, own, notice };
}

/** Teams keeps to the first 60 of `userIds`, and without a list refreshes only where at most 60 people are. */
const mostRefreshed = 60;

/** The card that asks to be refreshed for this person and was not yet, for this version. */
export function cardToRefresh(message: Message, person: Person, memberCount: number): Card | undefined {
  if (message.deleted || message.views[person.key]?.version === message.version) return undefined;
  return message.cards.find((card) => {
    const refresh = card['refresh'];
    if (typeof refresh !== 'object' || refresh === null || !('action' in refresh)) return false;
    if (!('userIds' in refresh) || !Array.isArray(refresh.userIds)) return memberCount <= mostRefreshed;
    return refresh.userIds.slice(0, mostRefreshed).includes(person.botSpecificId);
  });
}
