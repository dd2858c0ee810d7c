type Attributes = Record<string, string | boolean | ((event: Event) => void)>;

/** Makes an element: functions become listeners, `true` an empty attribute, `false` none. Text is never read as HTML. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string | null)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A labelled select. */
export function choice(
  label: string,
  groups: Record<string, [value: string, text: string][]>,
  chosen: string,
  onChoose: (value: string) => void,
): HTMLElement {
  const options = ([value, text]: [string, string]) => el('option', { value, selected: value === chosen }, text);
  const children = Object.entries(groups).flatMap(([group, list]) =>
    group === '' ? list.map(options) : [el('optgroup', { label: group }, ...list.map(options))],
  );
  const select = el('select', { 'aria-label': label }, ...children);
  select.addEventListener('change', () => {
    onChoose(select.value);
  });
  return el('label', { class: 'choice' }, el('span', {}, label), select);
}

export const initials = (name: string): string => {
  const words = name.split(' ').filter((word) => word !== '');
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return `${words[0]?.charAt(0) ?? ''}${last.charAt(0)}`.toUpperCase();
};
