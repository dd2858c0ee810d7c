import { el } from './dom.ts';

/** The box to write in. In channels an `@` becomes the app's name, since the app hears nothing else there. */
export function makeCompose(send: (text: string, thread: string | null) => Promise<void>) {
  let mention: string | null = null;
  let thread: string | null = null;
  const words = el('textarea', { rows: '1', 'aria-label': 'Message', placeholder: 'Write a message' });
  const at = el(
    'button',
    {
      type: 'button',
      class: 'icon',
      title: 'Mention the app: it reads nothing else in a channel',
      'aria-label': 'Mention the app',
      click: () => {
        insertMention();
      },
    },
    '@',
  );
  const button = el('button', { type: 'submit', class: 'primary' }, 'Send');
  const inThread = el(
    'p',
    { class: 'in-thread', hidden: true },
    'Reply in this thread',
    el(
      'button',
      {
        type: 'button',
        class: 'link',
        click: () => {
          replyTo(null);
        },
      },
      'Cancel',
    ),
  );
  const form = el('form', { class: 'compose' }, inThread, words, at, button);

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
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = words.value.trim();
    if (text === '') return;
    words.value = '';
    void send(text, thread);
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
  }

  return { element: form, show, replyTo };
}
