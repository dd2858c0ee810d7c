import type { ExtensionAnswer, FoundCard } from '../wire.ts';
import { drawCard } from './cards.ts';
import { el } from './dom.ts';
import { makeFinder } from './finder.ts';

type Wishes = {
  send: (text: string, thread: string | null, card: FoundCard | undefined) => Promise<void>;
  language: () => 'en' | 'nb';
  appName: () => string;
  find: (text: string, skip: number) => Promise<ExtensionAnswer>;
  /** A link was pasted: what the app shows for it. */
  paste: (url: string) => Promise<ExtensionAnswer>;
  agree: () => void;
  open: (url: string) => void;
};

/** The box to write in. In channels an `@` becomes the app's name, since the app hears nothing else there. */
export function makeCompose(wishes: Wishes) {
  let mention: string | null = null;
  let thread: string | null = null;
  /** Goes out with the message. */
  let chosen: FoundCard | undefined;
  const words = el('textarea', { rows: '1', 'aria-label': 'Message', placeholder: 'Write a message' });
  const iconButton = (sign: string, label: string, title: string, click: () => void) =>
    el('button', { type: 'button', class: 'icon', title, 'aria-label': label, click }, sign);
  const at = iconButton('@', 'Mention the app', 'Mention the app: it reads nothing else in a channel', () => {
    insertMention();
  });
  const apps = iconButton('+', 'Apps', 'What the app can put into a message', () => {
    if (finder.element.hidden) openFinder();
    else closeFinder();
  });
  apps.setAttribute('aria-expanded', 'false');
  const button = el('button', { type: 'submit', class: 'primary' }, 'Send');
  const act = (text: string, click: () => void) => el('button', { type: 'button', class: 'link', click }, text);
  const inThread = el(
    'p',
    { class: 'in-thread', hidden: true },
    'Reply in this thread',
    act('Cancel', () => {
      replyTo(null);
    }),
  );
  const pending = el('div', { class: 'pending', hidden: true });
  const finder = makeFinder(wishes.appName, {
    language: wishes.language,
    find: wishes.find,
    agree: () => {
      closeFinder();
      wishes.agree();
    },
    insert: (card) => {
      closeFinder();
      insert(card);
    },
    close: closeFinder,
  });
  const form = el('form', { class: 'compose' }, inThread, pending, words, apps, at, button);
  const element = el('div', {}, finder.element, form);

  function openFinder(): void {
    apps.setAttribute('aria-expanded', 'true');
    finder.open();
  }
  function closeFinder(): void {
    apps.setAttribute('aria-expanded', 'false');
    finder.close();
    apps.focus();
  }

  /** Stands above the words until they are sent; only the last one chosen. */
  function insert(card: FoundCard): void {
    chosen = card;
    const drawn = el('div', { class: 'card', 'aria-label': 'Goes out with the message', role: 'group' });
    // Nothing can be pressed before it is sent.
    drawn.append(drawCard(card.card, { press: () => undefined, open: wishes.open }));
    pending.replaceChildren(drawn, act('Remove', clear));
    pending.hidden = false;
    words.focus();
  }
  function clear(): void {
    chosen = undefined;
    pending.hidden = true;
    pending.replaceChildren();
    words.focus();
  }

  function insertMention(): void {
    if (mention === null || words.value.includes(`@${mention}`)) return;
    words.setRangeText(`@${mention} `, words.selectionStart, words.selectionEnd, 'end');
    words.focus();
  }

  words.addEventListener('input', (event) => {
    const typed = event instanceof InputEvent && event.data === '@';
    if (!typed || mention === null || words.value.includes(`@${mention}`)) return;
    words.setRangeText('', words.selectionStart - 1, words.selectionStart, 'end');
    insertMention();
  });
  words.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  words.addEventListener('paste', (event) => {
    const url = event.clipboardData?.getData('text').trim() ?? '';
    if (!/^https:\/\/\S+$/.test(url)) return;
    // Only where the link still stands there when the app has answered.
    void wishes.paste(url).then(
      (answer) => {
        const [card] = answer.kind === 'found' ? answer.found : [];
        if (card && words.value.includes(url)) insert(card);
      },
      () => undefined,
    );
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = words.value.trim();
    if (text === '' && chosen === undefined) return;
    words.value = '';
    void wishes.send(text, thread, chosen);
    clear();
    replyTo(null);
  });

  function replyTo(next: string | null): void {
    thread = next;
    inThread.hidden = next === null;
    if (next !== null) words.focus();
  }

  /** `name` is the app's, or null where no mention is needed. */
  function show(name: string | null): void {
    mention = name;
    at.hidden = name === null;
    replyTo(null);
    chosen = undefined;
    pending.hidden = true;
    apps.setAttribute('aria-expanded', 'false');
    finder.close();
  }

  return { element, show, replyTo, insert };
}
