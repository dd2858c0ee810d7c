import type { ExtensionAnswer, FoundCard } from '../wire.ts';
import { drawCard } from './cards.ts';
import { el } from './dom.ts';

type Wishes = {
  /** Sends the data of the pressed button; left out, the form is asked for. */
  ask: (data?: unknown) => Promise<ExtensionAnswer>;
  /** A card is put into the message that is being written. */
  insert: (card: FoundCard) => void;
  open: (url: string) => void;
};

const failed: ExtensionAnswer = { kind: 'error', text: 'That did not work. Is the app still running?' };

/** The dialog of a command: a form as a card, one after the other until the app has what it needs. */
export function makeDialog() {
  const head = el('h2', {});
  const trouble = el('p', { class: 'notice error', role: 'alert', hidden: true });
  const inside = el('div', { class: 'dialog-card' });
  const leave = el(
    'button',
    {
      type: 'button',
      class: 'icon',
      'aria-label': 'Close',
      click: () => {
        element.close();
      },
    },
    '✕',
  );
  const element = el('dialog', { class: 'dialog' }, el('header', {}, head, leave), trouble, inside);
  /** Whose answer is waited for: that of a dialog closed meanwhile is dropped. */
  let turn = 0;
  element.addEventListener('close', () => {
    turn += 1;
  });

  async function ask(wishes: Wishes, data?: unknown): Promise<void> {
    const mine = (turn += 1);
    inside.setAttribute('aria-busy', 'true');
    const answer = await wishes.ask(data).catch(() => failed);
    if (mine !== turn) return;
    inside.removeAttribute('aria-busy');
    show(wishes, answer);
  }

  function show(wishes: Wishes, answer: ExtensionAnswer): void {
    trouble.hidden = answer.kind !== 'error';
    if (answer.kind === 'error') trouble.textContent = answer.text;
    if (answer.kind === 'message') {
      inside.replaceChildren(el('p', { role: 'status' }, answer.text));
      leave.focus();
    }
    if (answer.kind === 'dialog') {
      head.textContent = answer.title;
      const press = ({ data }: { data?: unknown }) => void ask(wishes, data);
      inside.replaceChildren(el('div', { class: 'card' }, drawCard(answer.card, { press, open: wishes.open })));
      inside.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
      element.scrollTop = 0;
    }
    if (answer.kind !== 'found') return;
    element.close();
    const [card] = answer.found;
    if (card) wishes.insert(card);
  }

  function open(title: string, wishes: Wishes): void {
    head.textContent = title;
    element.setAttribute('aria-label', title);
    trouble.hidden = true;
    inside.replaceChildren(el('p', { class: 'muted', role: 'status' }, 'Asking the app …'));
    if (!element.open) element.showModal();
    void ask(wishes);
  }
  return { element, open };
}
