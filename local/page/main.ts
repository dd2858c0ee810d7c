import './policy.ts';
import { linksToTab } from '../../bot/contracts/deep-link.ts';
import { agreeCommand } from '../../bot/contracts/extension-commands.ts';
import { placeNamed } from '../../bot/contracts/tab-place.ts';
import type { Setting } from '../wire.ts';
import * as api from './api.ts';
import { addressOf, readChosen, within, type Chosen } from './chosen.ts';
import { drawClock } from './clock.ts';
import { makeCompose } from './compose.ts';
import { makeDialog } from './dialog.ts';
import { el } from './dom.ts';
import { titleOf } from './finder.ts';
import { drawHeader } from './header.ts';
import { linkTarget } from './links.ts';
import { makeMessageList } from './message-list.ts';
import { drawRail } from './rail.ts';
import { contextOf } from './tab-context.ts';
import { makeTabHost } from './tab-host.ts';

const app = document.getElementById('app') ?? document.body;
let setting = await api.readSetting();
let chosen = readChosen(setting, location.search);
let trouble = '';

const railPlace = el('div', { class: 'rail-place' });
const headPlace = el('div', { class: 'head-place' });
const alarm = el('p', { class: 'alarm', role: 'alert', hidden: true });
const dialog = makeDialog();
const compose = makeCompose({
  send: (text, thread, card) => {
    const place = thread === null ? conversation() : `${conversation()};messageid=${thread}`;
    return doing(api.say(chosen.person, place, text, card?.card));
  },
  language,
  appName: () => setting.botName,
  find: (text, skip) => api.find(chosen.person, conversation(), text, skip),
  paste: (url) => api.paste(chosen.person, conversation(), url),
  agree: () => {
    agree();
  },
  open,
});
const messages = makeMessageList(() => setting, {
  press: (message, action) => doing(api.press(chosen.person, message.id, action)),
  open,
  reply: (thread) => {
    compose.replyTo(thread);
  },
  agree: {
    title: () => titleOf(agreeCommand, language()),
    on: ({ id }) => {
      agree(id);
    },
  },
});
const tab = makeTabHost({
  context: () => contextOf(setting, chosen),
  token: () => api.tabToken(chosen.person),
  openLink: open,
  linkTo: (place) => linksToTab({ teamsAppId: setting.appId, publicUrl: location.origin })(conversation(), placeNamed(place)),
  saved: () => {
    choose({ view: 'tab' });
  },
});
const posts = el('div', { class: 'posts' }, messages.element, compose.element);
const clock = drawClock(
  () => setting.clockAhead,
  (wish) => void doing(api.moveClock(wish)),
);
const main = el('main', {}, clock, headPlace, alarm, posts, tab.element);
app.append(railPlace, main, dialog.element);

/** Channels go by name in the address, which is nicer to read, and by id to Teams. */
function conversation(): string {
  return setting.team.channels.find((channel) => channel.name === chosen.conversation)?.id ?? chosen.conversation;
}

/** The command of the app, chosen on a message or beside the box people write in. */
function agree(message?: string): void {
  const { person, theme } = chosen;
  const place = { person, theme, conversation: conversation(), ...(message === undefined ? {} : { message }) };
  dialog.open(titleOf(agreeCommand, language()), {
    ask: (data) => api.dialog({ ...place, ...(data === undefined ? {} : { data }) }),
    insert: compose.insert,
    open,
  });
}

/** Teams shows an app's commands in the reader's language. */
function language(): 'en' | 'nb' {
  const me = setting.people.find((one) => one.key === chosen.person);
  return me?.locale.startsWith('nb') === true ? 'nb' : 'en';
}

async function doing(task: Promise<unknown>): Promise<void> {
  await task.then(
    () => {
      trouble = '';
    },
    () => {
      trouble = 'That did not work. Is the app still running?';
    },
  );
  await show();
}

function choose(change: Partial<Chosen>): void {
  const next = { ...chosen, subPage: '', ...change };
  chosen = { ...next, ...within(setting, next) };
  const inChat = chosen.conversation === 'chat';
  if (inChat && chosen.view !== 'me') chosen.view = 'posts';
  if (!inChat && chosen.view === 'me') chosen.view = 'posts';
  history.replaceState(null, '', addressOf(chosen));
  if (change.theme) tab.changeTheme(change.theme);
  drawer(false);
  dress();
  void show();
}

/** Where there is no room beside the messages, the rail is a drawer above them. */
function drawer(opened: boolean): void {
  document.body.classList.toggle('drawer', opened);
  const menu = headPlace.querySelector<HTMLElement>('.menu');
  menu?.setAttribute('aria-expanded', String(opened));
  if (opened) railPlace.querySelector('select')?.focus();
  else if (railPlace.contains(document.activeElement)) menu?.focus();
}
main.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('.menu') === null) drawer(false);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') drawer(false);
});

function open(url: string): void {
  const target = linkTarget(setting, url);
  if (target.inside) choose(target.inside);
  else if (target.outside !== undefined) window.open(target.outside, '_blank', 'noopener,noreferrer');
}

function dress(): void {
  document.documentElement.dataset['theme'] = chosen.theme;
  app.classList.toggle('phone', chosen.phone);
  const me = setting.people.find((one) => one.key === chosen.person);
  const focused = document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '';
  const inRail = railPlace.contains(document.activeElement);
  railPlace.replaceChildren(
    drawRail(setting, chosen, { choose, speak: (locale) => void doing(api.speak(chosen.person, locale)) }),
  );
  headPlace.replaceChildren(
    drawHeader(setting, chosen, {
      choose,
      menu: () => {
        drawer(true);
      },
      add: () => void doing(api.install(chosen.person, conversation())),
    }),
  );
  if (inRail) keepFocus(railPlace, focused);
  const inTab = chosen.view !== 'posts';
  posts.hidden = inTab;
  posts.classList.toggle('chat', chosen.conversation === 'chat');
  tab.element.hidden = !inTab;
  const path = { posts: '', tab: '/tab/index.html', me: '/tab/me', configure: '/tab/configure' }[chosen.view];
  if (inTab) tab.show([chosen.person, chosen.conversation, me?.locale, chosen.subPage, path].join(' '), path);
  const place = `${chosen.person} ${chosen.conversation}`;
  if (place !== main.dataset['place']) compose.show(chosen.conversation === 'chat' ? null : setting.botName);
  main.dataset['place'] = place;
}

function keepFocus(place: HTMLElement, name: string): void {
  for (const one of place.querySelectorAll<HTMLElement>('button, select, input')) {
    if ((one.getAttribute('aria-label') ?? one.textContent) === name) one.focus();
  }
}

async function show(): Promise<void> {
  const asked = addressOf(chosen);
  const before = JSON.stringify(setting);
  const [next, list] = await Promise.all([api.readSetting(), api.readMessages(chosen.person, conversation())]).catch(
    (): [Setting, null] => {
      trouble = 'The connection to this machine is lost; trying again.';
      return [setting, null];
    },
  );
  setting = next;
  clock.dispatchEvent(new Event('clock'));
  if (before !== JSON.stringify(setting)) dress();
  alarm.hidden = trouble === '';
  alarm.textContent = trouble;
  // An answer for another person or conversation came too late.
  if (list && asked === addressOf(chosen)) messages.show(list, chosen.person);
}

dress();
await show();
let planned = false;
api.onChange(() => {
  if (planned) return;
  planned = true;
  requestAnimationFrame(() => {
    planned = false;
    trouble = '';
    void show();
  });
});
