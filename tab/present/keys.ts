export type Step = 'next' | 'back' | 'first' | 'last' | 'leave';

const steps: Readonly<Record<string, Step>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  PageUp: 'back',
  Home: 'first',
  End: 'last',
  Escape: 'leave',
};
const upAndDown: Readonly<Record<string, Step>> = { ArrowDown: 'next', ArrowUp: 'back' };

/**
 * What a key means for the slides; undefined: leave it to the browser.
 * @param narrow slides are longer than the window: up and down scroll instead
 */
export function stepOf(event: KeyboardEvent, narrow: boolean): Step | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  // Space presses the button that has the focus.
  if (event.key === ' ' && event.target instanceof HTMLButtonElement) return undefined;
  if (event.key === ' ' && event.shiftKey) return 'back';
  return steps[event.key] ?? (narrow ? undefined : upAndDown[event.key]);
}
