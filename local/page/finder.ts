import { agreeCommand, extensionCommands, searchCommand } from '../../bot/contracts/extension-commands.ts';
import type { ExtensionAnswer, FoundCard } from '../wire.ts';
import { el } from './dom.ts';

type Wishes = {
  language: () => 'en' | 'nb';
  find: (text: string, skip: number) => Promise<ExtensionAnswer>;
  agree: () => void;
  insert: (card: FoundCard) => void;
  close: () => void;
};

/** Milliseconds without a key, after which Teams asks the app. */
const rest = 300;

export const titleOf = (id: string, language: 'en' | 'nb'): string =>
  extensionCommands.find((command) => command.id === id)?.title[language] ?? id;

/** The app's menu beside the box people write in: its command, and its search with a list of results to choose from. */
export function makeFinder(name: () => string, wishes: Wishes) {
  const head = el('strong', {});
  const agree = el('button', { type: 'button', class: 'primary', click: wishes.agree });
  const input = el('input', { type: 'search' });
  const status = el('p', { class: 'muted', role: 'status' });
  const list = el('ul', { class: 'found' });
  const more = el(
    'button',
    { type: 'button', class: 'link', hidden: true, click: () => void ask(list.childElementCount) },
    'More',
  );
  const leave = el('button', { type: 'button', class: 'icon', 'aria-label': 'Close', click: wishes.close }, '✕');
  const element = el(
    'section',
    { class: 'finder', hidden: true },
    el('header', {}, head, agree, leave),
    input,
    status,
    list,
    more,
  );
  let turn = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  async function ask(skip: number): Promise<void> {
    const mine = (turn += 1);
    list.setAttribute('aria-busy', 'true');
    const answer = await wishes
      .find(input.value.trim(), skip)
      .catch((): ExtensionAnswer => ({ kind: 'error', text: 'That did not work. Is the app still running?' }));
    // What was typed meanwhile is asked about too, and its answer counts.
    if (mine !== turn) return;
    list.removeAttribute('aria-busy');
    show(answer, skip);
  }

  function show(answer: ExtensionAnswer, skip: number): void {
    if (skip === 0) list.replaceChildren();
    const found = answer.kind === 'found' ? answer.found : [];
    list.append(...found.map(row));
    // After fewer than it asked for, Teams asks for no more.
    more.hidden = found.length < 25;
    status.textContent = answer.kind === 'message' || answer.kind === 'error' ? answer.text : '';
    if (skip > 0) list.children.item(skip)?.querySelector('button')?.focus();
  }

  const row = (card: FoundCard): HTMLElement =>
    el(
      'li',
      {},
      el(
        'button',
        {
          type: 'button',
          click: () => {
            wishes.insert(card);
          },
        },
        el('strong', {}, card.title),
        el('span', { class: 'muted' }, card.text),
      ),
    );

  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void ask(0), rest);
  });
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    wishes.close();
  });

  function open(): void {
    const language = wishes.language();
    const [parameter] = extensionCommands.find(({ id }) => id === searchCommand)?.parameters ?? [];
    head.textContent = name();
    element.setAttribute('aria-label', name());
    agree.textContent = titleOf(agreeCommand, language);
    input.value = '';
    input.placeholder = parameter?.description[language] ?? '';
    input.setAttribute('aria-label', titleOf(searchCommand, language));
    list.replaceChildren();
    status.textContent = '';
    element.hidden = false;
    input.focus();
    void ask(0);
  }
  const close = () => {
    turn += 1;
    element.hidden = true;
  };
  return { element, open, close };
}
