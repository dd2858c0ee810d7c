import { el } from './dom.ts';

type Item = { text: string; choose: () => void };

/** A button with a menu of what can be done, made when it is opened: arrows go from one to the next, Escape leaves. */
export function makeMenu(label: string, sign: string, items: () => Item[]): HTMLElement {
  const list = el('div', { class: 'menu-list', role: 'menu', 'aria-label': label, hidden: true });
  const button = el(
    'button',
    {
      type: 'button',
      class: 'icon more',
      title: label,
      'aria-label': label,
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      click: () => {
        if (list.hidden) open();
        else close(true);
      },
    },
    sign,
  );
  const element = el('div', { class: 'menu-place' }, button, list);

  function open(): void {
    const entries = items().map(({ text, choose }) =>
      el(
        'button',
        {
          type: 'button',
          role: 'menuitem',
          tabindex: '-1',
          click: () => {
            close(true);
            choose();
          },
        },
        text,
      ),
    );
    list.replaceChildren(...entries);
    list.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    entries[0]?.focus();
  }

  function close(goBack: boolean): void {
    list.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    if (goBack) button.focus();
  }

  element.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close(true);
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const entries = [...list.querySelectorAll('button')];
    const at = entries.findIndex((one) => one === document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
    entries[(at + entries.length) % entries.length]?.focus();
  });
  element.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node) || !element.contains(event.relatedTarget)) close(false);
  });
  return element;
}
