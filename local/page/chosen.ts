import type { Setting } from '../wire.ts';

/** Everything the address says: who looks, at what, in which dress. */
export type Chosen = {
  person: string;
  /** A channel's name, or `chat`. */
  conversation: string;
  /** `me`: the personal tab, in the chat; `configure`: the dialogue that adds the channel's tab. */
  view: 'posts' | 'tab' | 'me' | 'configure';
  theme: 'default' | 'dark' | 'contrast';
  phone: boolean;
  /** Where in the tab, as a deep link says it. */
  subPage: string;
};

export const themes: [Chosen['theme'], string][] = [
  ['default', 'Light'],
  ['dark', 'Dark'],
  ['contrast', 'High contrast'],
];

const views: readonly Chosen['view'][] = ['posts', 'tab', 'me', 'configure'];

type Place = Pick<Chosen, 'person' | 'conversation'>;

export function readChosen(setting: Setting, search: string): Chosen {
  const query = new URLSearchParams(search);
  const asked = query.get('person');
  const person =
    setting.people.find((one) => one.key === asked || one.aadObjectId === asked || one.name === asked) ?? setting.people[0];
  return {
    ...within(setting, { person: person?.key ?? '', conversation: query.get('conversation') ?? '' }),
    view: views.find((view) => view === query.get('view')) ?? 'posts',
    theme: themes.find(([theme]) => theme === query.get('theme'))?.[0] ?? 'default',
    phone: query.has('phone'),
    subPage: query.get('subPage') ?? '',
  };
}

/** Nobody is shown a conversation they are not part of: then their last channel, the one partners share. */
export function within(setting: Setting, { person, conversation }: Place): Place {
  const who = setting.people.find((one) => one.key === person);
  if (conversation === 'chat' && who?.kind !== 'external') return { person, conversation };
  const open = setting.team.channels.filter((channel) => channel.members.includes(person));
  const found = open.find((channel) => channel.name === conversation || channel.id === conversation) ?? open.at(-1);
  return { person, conversation: found?.name ?? 'chat' };
}

export function addressOf({ person, conversation, view, theme, phone, subPage }: Chosen): string {
  const query = new URLSearchParams({ person, conversation, view, theme });
  if (phone) query.set('phone', '');
  if (subPage !== '') query.set('subPage', subPage);
  return `?${query.toString()}`;
}
