export type Turn = 'next' | 'back' | 'leave';

const keys: Readonly<Record<string, Turn>> = {
  ...{ ArrowRight: 'next', PageDown: 'next', ArrowLeft: 'back', PageUp: 'back', Escape: 'leave' },
};

/** Where somebody types or chooses, keys are for that. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [role=group] *');

/**
 * What a key means for the steps of a meeting; undefined: leave it to the browser. The page keys, which a presenter's clicker sends, turn
 * the step where there is nothing left to scroll.
 */
export function turnOf(event: KeyboardEvent): Turn | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isField(event.target)) return undefined;
  const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
  if (event.key === 'PageDown' && scrollTop + clientHeight < scrollHeight - 2) return undefined;
  if (event.key === 'PageUp' && scrollTop > 2) return undefined;
  return keys[event.key];
}
