import type { Setting } from '../wire.ts';
import type { Chosen } from './chosen.ts';
import { el, initials } from './dom.ts';

type Wishes = { choose: (change: Partial<Chosen>) => void; menu: () => void; add: () => void };

/** Where one is, the tabs of a channel, and the way into the rail where there is no room for it. */
export function drawHeader(setting: Setting, chosen: Chosen, { choose, menu, add }: Wishes): HTMLElement {
  const me = setting.people.find((one) => one.key === chosen.person);
  const inChat = chosen.conversation === 'chat';
  const title = inChat ? setting.botName : chosen.conversation;
  const tabButton = (view: Chosen['view'], text: string) =>
    el(
      'button',
      {
        type: 'button',
        class: 'tab-button',
        'aria-pressed': String(chosen.view === view),
        click: () => {
          choose({ view });
        },
      },
      text,
    );
  const menuButton = el(
    'button',
    {
      type: 'button',
      class: 'icon menu',
      'aria-label': `People and conversations; you are ${me?.name ?? ''}`,
      'aria-controls': 'rail',
      'aria-expanded': 'false',
      click: menu,
    },
    '☰',
  );
  return el(
    'header',
    { class: 'head' },
    el(
      'div',
      { class: 'where' },
      menuButton,
      el('h1', {}, title),
      el('span', { class: `avatar small ${me?.organisation ?? ''}`, title: me?.name ?? '' }, initials(me?.name ?? '')),
    ),
    inChat
      ? el('div', { class: 'tabs' }, tabButton('posts', 'Chat'), tabButton('me', 'My collaborations'))
      : el(
          'div',
          { class: 'tabs' },
          tabButton('posts', 'Posts'),
          ...(setting.team.installed ? [tabButton('tab', 'Common Ground'), tabButton('configure', 'Add a tab')] : []),
        ),
    inChat || setting.team.installed
      ? null
      : el(
          'p',
          { class: 'add' },
          `${setting.botName} is not in this team yet.`,
          el('button', { type: 'button', class: 'primary', click: add }, `Add ${setting.botName}`),
        ),
  );
}
