import type { Frame } from 'playwright-core';

/** Longer words may be broken where there is no room for them. */
const short = 13;

/** Words that a column was too narrow for, so that they go on in the next line without a hyphen; and blanks that nobody filled. */
export async function faultsOfLetters(frame: Frame): Promise<string[]> {
  return frame.evaluate((most) => {
    const faults = new Set<string>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = node.textContent ?? '';
      let seen = node.parentElement?.checkVisibility() === true && node.parentElement.closest('script, style') === null;
      // What is only heard is cut off by a clip around it.
      for (let one = node.parentElement; one && seen; one = one.parentElement) seen = getComputedStyle(one).clipPath === 'none';
      if (!seen || !node.parentElement) continue;
      if (/\{\w*\}/.test(text)) faults.add(`not filled: ${text}`);
      if (getComputedStyle(node.parentElement).hyphens === 'auto') continue;
      for (const { 0: word, index } of text.matchAll(/(?<![\p{L}\u00AD])\p{L}{3,}(?![\p{L}\u00AD])/gu)) {
        if (word.length > most) continue;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) faults.add(`broken: ${word}`);
      }
    }
    return [...faults];
  }, short);
}
