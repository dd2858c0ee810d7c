import type { Setting } from '../wire.ts';

/** Everything the address says: who looks, at what, in which dress. */
export type Chosen = { person: string; conversation: string; view: 'posts' | 'tab'; theme: 'default' | 'dark' | 'contrast'; phone: boolean; subPage: string };

export const themes: [Chosen['theme'], string][] = [['default', 'Light'], ['dark', 'Dark'], ['contrast', 'High contrast']];

const conversationNames = (setting: Setting) => setting.team.channels.map((channel) => channel.name);

export function readChosen(setting: Setting, search: string): Chosen {
  const query = new URLSearchParams(search);
  const asked = query.get('person');
  const person = setting.people.find((one) => one.key === asked || one.aadObjectId === asked || one.name === asked) ?? setting.people[0];
  const conversation = query.get('conversation') ?? '';
  const wished = { person: person?.key ?? '', conversation: conversation === 'chat' ? 'chat' : conversation };
  return {
    ...within(setting, wished),
    view: query.get('view') === 'tab' ? 'tab' : 'posts',
    theme: themes.find(([theme]) => theme === query.get('theme'))?.[0] ?? 'default',
    phone: query.has('phone'),
    subPage: query.get('subPage') ?? '',
  };
}

/** Nobody is shown a conversation they are not part of: then their last channel, the one partners share. */
export function within(setting: Setting, { person, conversation }: { person: string; conversation: string }): { person: string; conversation: string } {
  const who = setting.people.find((one) => one.key === person);
  const open = setting.team.channels.filter((channel) => channel.members.includes(person));
  const fits = conversation === 'chat' ? who?.kind !== 'external' : open.some((channel) => channel.name === conversation || channel.id === conversation);
  if (fits && conversationNames(setting).concat('chat').includes(conversation)) return { person, conversation };
  return { person, conversation: open.find((channel) => channel.id === conversation)?.name ?? open.at(-1)?.name ?? 'chat' };
}

export function addressOf({ person, conversation, view, theme, phone, subPage }: Chosen): string {
  const query = new URLSearchParams({ person, conversation, view, theme });
  if (phone) query.set('phone', '');
  if (subPage !== '') query.set('subPage', subPage);
  return `?${query.toString()}`;
}
