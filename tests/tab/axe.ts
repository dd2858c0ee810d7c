import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const everything = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** All that a theme can change. */
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** Put into the document from outside, as a person's screen reader is: the page's own content security policy stays as it is. */
export async function lookInto(frame: Frame | Page): Promise<void> {
  await frame.evaluate(axe.source);
}

/** What axe finds against WCAG 2.2 A and AA and against good practice, one line each with its first three places. */
export async function faultsIn(frame: Frame | Page, what: 'everything' | 'colours' = 'everything'): Promise<readonly string[]> {
  const options = { runOnly: what === 'colours' ? colours : everything, resultTypes: ['violations'], iframes: false };
  const found = await frame.evaluate<axe.AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return found.violations.map(({ id, impact, nodes }) => {
    const places = nodes.slice(0, 3).map(({ html, any }) => `${html.slice(0, 120)} ${any[0]?.message ?? ''}`);
    return `${id} (${impact ?? '?'}): ${places.join(' | ')}`;
  });
}
