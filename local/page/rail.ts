import type { Setting } from '../wire.ts';
import { themes, type Chosen } from './chosen.ts';
import { choice, el } from './dom.ts';

type Wishes = { choose: (change: Partial<Chosen>) => void; speak: (locale: string) => void };

const kinds = {
  member: 'Member of the team, in its own tenant',
  guest: "Guest in the team's tenant",
  external: 'External: in the shared channel from a tenant of their own',
};

/** The left side: who one is, where one can go, and how things look. */
export function drawRail(setting: Setting, chosen: Chosen, { choose, speak }: Wishes): HTMLElement {
  const me = setting.people.find((one) => one.key === chosen.person);
  const groups = Object.fromEntries(
    setting.organisations.map(({ key, name }) => [
      name,
      setting.people.filter((one) => one.organisation === key).map((one): [string, string] => [one.key, one.name]),
    ]),
  );
  const place = (name: string, text: string, icon: string) =>
    el(
      'button',
      {
        type: 'button',
        class: 'place',
        'aria-current': chosen.conversation === name ? 'page' : 'false',
        click: () => {
          choose({ conversation: name, view: 'posts' });
        },
      },
      el('span', { class: 'place-icon', 'aria-hidden': 'true' }, icon),
      text,
    );
  const channels = setting.team.channels.filter((channel) => channel.members.includes(chosen.person));
  const phone = el('input', { type: 'checkbox', checked: chosen.phone });
  phone.addEventListener('change', () => {
    choose({ phone: phone.checked });
  });
  return el(
    'nav',
    { class: 'rail', id: 'rail', 'aria-label': 'People and conversations' },
    el('h2', {}, 'Teams on this machine'),
    choice('You are', groups, chosen.person, (person) => {
      choose({ person });
    }),
    me ? el('p', { class: 'muted' }, kinds[me.kind]) : null,
    el('h2', {}, setting.team.name),
    ...channels.map((channel) => place(channel.name, channel.kind === 'shared' ? `${channel.name} (shared)` : channel.name, '#')),
    el('h2', {}, 'Chat'),
    me?.kind === 'external'
      ? el('p', { class: 'muted' }, 'External people have no chat with the app.')
      : place('chat', setting.botName, '◆'),
    el(
      'div',
      { class: 'looks' },
      choice(
        'Language',
        {
          '': [
            ['en-GB', 'English'],
            ['nb-NO', 'Norsk bokmål'],
          ],
        },
        me?.locale ?? '',
        speak,
      ),
      choice('Theme', { '': themes }, chosen.theme, (theme) => {
        choose({ theme: themes.find(([one]) => one === theme)?.[0] ?? 'default' });
      }),
      el('label', { class: 'check' }, phone, 'Phone width'),
    ),
  );
}
