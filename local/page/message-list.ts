import type { CardAction } from '../activities.ts';
import type { SeenMessage, Setting } from '../wire.ts';
import { drawCard } from './cards.ts';
import { el, initials } from './dom.ts';
import { toHtml } from './markdown.ts';
import { makeMenu } from './menu.ts';

type Wishes = {
  press: (message: SeenMessage, action: CardAction) => Promise<void>;
  open: (url: string) => void;
  reply: ((thread: string) => void) | null;
  /** The app's command on a message. */
  agree: { title: () => string; on: (message: SeenMessage) => void };
};
type Drawn = { text: string; element: HTMLElement };

/** Keeps what did not change on the screen: a half-filled card survives the arrival of other messages. */
export function makeMessageList(setting: () => Setting, wishes: Wishes) {
  const list = el('div', { class: 'messages', role: 'log', 'aria-label': 'Messages' });
  const drawn = new Map<string, Drawn>();
  let mine = '';

  function show(messages: SeenMessage[], person: string): void {
    if (person !== mine) drawn.clear();
    const before = mine === person ? list.childElementCount : 0;
    mine = person;
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
    const threads = messages.filter(
      (message) => message.thread === message.id || !messages.some((one) => one.id === message.thread),
    );
    const wanted = threads.map((first) =>
      thread(
        first,
        messages.filter((one) => one.thread === first.id && one.id !== first.id),
      ),
    );
    if (wanted.length === 0) wanted.push(el('p', { class: 'empty' }, 'Nothing has been said here yet.'));
    // Moving an element would take the focus away, so only what is new is put in.
    const present = [...list.children];
    if (wanted.length !== present.length || wanted.some((one, i) => one !== present[i])) {
      const focused = document.activeElement;
      list.replaceChildren(...wanted);
      if (focused instanceof HTMLElement && list.contains(focused)) focused.focus({ preventScroll: true });
    }
    for (const id of [...drawn.keys()]) if (!messages.some((one) => one.id === id || `thread ${one.id}` === id)) drawn.delete(id);
    if (atEnd || before === 0)
      wanted.at(-1)?.scrollIntoView({ block: (wanted.at(-1)?.offsetHeight ?? 0) > list.clientHeight ? 'start' : 'end' });
  }

  function thread(first: SeenMessage, replies: SeenMessage[]): HTMLElement {
    const key = `thread ${first.id}`;
    const held = drawn.get(key)?.element ?? el('section', { class: 'thread' });
    const reply = wishes.reply;
    const inside = [first, ...replies].map((message) => article(message));
    const present = [...held.querySelectorAll(':scope > article')];
    if (inside.length !== present.length || inside.some((one, i) => one !== present[i])) {
      const link =
        reply &&
        el(
          'button',
          {
            class: 'link reply',
            type: 'button',
            click: () => {
              reply(first.id);
            },
          },
          'Reply',
        );
      held.replaceChildren(...inside, ...(link ? [link] : []));
    }
    drawn.set(key, { text: '', element: held });
    return held;
  }

  function article(message: SeenMessage): HTMLElement {
    const text = JSON.stringify(message);
    const known = drawn.get(message.id);
    if (known?.text === text) return known.element;
    const element = draw(message);
    // Whoever pressed a button with the keyboard goes on in the card that came back.
    if (known?.element.contains(document.activeElement))
      requestAnimationFrame(() => {
        goOnIn(element);
      });
    drawn.set(message.id, { text, element });
    return element;
  }

  function goOnIn(element: HTMLElement): void {
    element.focus({ preventScroll: true });
    if (element.getBoundingClientRect().top < list.getBoundingClientRect().top) element.scrollIntoView({ block: 'start' });
  }

  function draw(message: SeenMessage): HTMLElement {
    const { people, botName } = setting();
    const author = people.find((one) => one.key === message.from);
    const name = author?.name ?? botName;
    const hue = author ? `avatar ${author.organisation}` : 'avatar bot';
    const time = new Date(message.at).toLocaleString([], { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
    const words = el('div', { class: 'words' });
    if (author) words.textContent = message.text;
    else words.innerHTML = toHtml(message.text);
    return el(
      'article',
      {
        class: author?.key === mine ? 'message mine' : 'message',
        tabindex: '-1',
        'data-id': message.id,
        'aria-label': `${name}, ${time}`,
      },
      el('span', { class: hue, 'aria-hidden': 'true' }, initials(name)),
      el(
        'div',
        { class: 'bubble' },
        el(
          'header',
          {},
          el('strong', {}, name),
          author ? null : el('span', { class: 'badge' }, 'App'),
          el('time', { datetime: message.at }, time),
          message.edited ? el('span', { class: 'muted' }, 'Edited') : null,
          makeMenu(`More, ${name}, ${time}`, '…', () => [
            {
              text: wishes.agree.title(),
              choose: () => {
                wishes.agree.on(message);
              },
            },
          ]),
        ),
        message.text === '' ? null : words,
        ...message.cards.map((card) => frame(message, card)),
        message.notice && el('p', { class: `notice ${message.notice.kind}`, role: 'status' }, message.notice.text),
        message.own ? el('p', { class: 'own' }, 'Only you see this version of the card') : null,
      ),
    );
  }

  function frame(message: SeenMessage, card: Record<string, unknown>): HTMLElement {
    const press = (action: CardAction) => {
      if (box.getAttribute('aria-busy') === 'true') return;
      box.setAttribute('aria-busy', 'true');
      void wishes.press(message, action).finally(() => {
        box.removeAttribute('aria-busy');
      });
    };
    const box = el('div', { class: 'card' }, drawCard(card, { press, open: wishes.open }));
    return box;
  }

  return { element: list, show };
}
