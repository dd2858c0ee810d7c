import type { CardAction } from '../activities.ts';
import {
  extensionAnswer,
  seenMessages,
  setting,
  tokenAnswer,
  type ClockWish,
  type DialogWish,
  type ExtensionAnswer,
  type SeenMessage,
  type Setting,
} from '../wire.ts';

const get = async (path: string, query: Record<string, string> = {}): Promise<unknown> => {
  const response = await fetch(`/local/${path}?${new URLSearchParams(query).toString()}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
};

const post = async (path: string, body: unknown): Promise<unknown> => {
  const response = await fetch(`/local/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
};

export const readSetting = async (): Promise<Setting> => setting.parse(await get('setting'));
export const readMessages = async (person: string, conversation: string): Promise<SeenMessage[]> =>
  seenMessages.parse(await get('messages', { person, conversation }));
export const tabToken = async (person: string): Promise<string> => tokenAnswer.parse(await get('token', { person })).token;
export const say = (person: string, conversation: string, text: string, card: Record<string, unknown> | undefined) =>
  post('say', { person, conversation, text, card });
export const press = (person: string, message: string, action: CardAction) => post('press', { person, message, action });
export const speak = (person: string, locale: string) => post('speak', { person, locale });
export const moveClock = (wish: ClockWish) => post('clock', wish);
export const install = (person: string, channel: string) => post('install', { person, channel, action: 'add' });

const extension = async (path: string, body: unknown): Promise<ExtensionAnswer> => extensionAnswer.parse(await post(path, body));
export const dialog = (wish: DialogWish) => extension('dialog', wish);
export const find = (person: string, conversation: string, text: string, skip: number) =>
  extension('find', { person, conversation, text, skip });
export const paste = (person: string, conversation: string, url: string) => extension('paste', { person, conversation, url });

/** Calls back on every change of anything, and after a lost connection came back. */
export function onChange(listener: () => void): void {
  const events = new EventSource('/local/events');
  events.addEventListener('message', listener);
  events.addEventListener('open', listener);
}
