import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { browserPath, openBrowser } from '../browser.ts';
import { builtPage, builtTab } from '../tab/build.ts';
import { firstScripts } from '../tab/first-scripts.ts';
import { overviewOf } from '../tab/fixtures.ts';
import { twelve } from '../tab/results-fixtures.ts';
import { raiseStage, type Stage } from '../tab/stage.ts';
import { median } from './load.ts';

const runs = 7;
const slower = 4;

type Row = {
  readonly what: string;
  readonly runs: number;
  readonly ms?: number;
  readonly spread?: string;
  /** Compressed, needed before the first screen. */
  readonly KB?: number;
  readonly ofFloor?: number;
};

/** In every frame: when something first stood on the screen, and how long each press took until the next picture (Event Timing). */
const watching = `
  window.painted = {};
  window.presses = [];
  const marks = { page: 'h1', matrix: 'table.matrix', picture: 'a.arrow' };
  new MutationObserver(() => {
    for (const [name, place] of Object.entries(marks))
      if (!(name in painted) && document.querySelector(place)) {
        painted[name] = 0;
        requestAnimationFrame(() => setTimeout(() => { painted[name] = performance.now(); }));
      }
  }).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) if (interactionId) presses.push(duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
`;

type Painted = Readonly<Partial<Record<'page' | 'matrix' | 'picture', number>>>;
type Opened = { readonly page: Page; readonly frame: Frame };

/** The page in its frame of Teams, with a processor four times slower and nothing kept from before. */
async function open(
  context: BrowserContext,
  { origin }: Stage,
  ...until: readonly string[]
): Promise<Opened & { readonly painted: Painted }> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.addInitScript(watching);
  await page.goto(`${origin}/host`);
  const frame = page.frames()[1];
  if (frame === undefined) throw new Error('The page has no frame.');
  await frame.waitForFunction(
    (all) => all.every((what) => ((window as unknown as { painted?: Record<string, number> }).painted?.[what] ?? 0) > 0),
    until,
  );
  return { page, frame, painted: await frame.evaluate<Painted>('painted') };
}

/** The longest of what the last press set off, until the picture after it; milliseconds, by steps of 8. */
async function pressed({ frame }: Opened, press: () => Promise<unknown>): Promise<number> {
  await frame.evaluate('presses.length = 0');
  await press();
  // Told after the picture; what took less than 16 ms is not told at all.
  await frame.waitForTimeout(300);
  return await frame.evaluate<number>('Math.max(8, ...presses)');
}

const presses: Readonly<Record<string, (opened: Opened) => Promise<unknown>>> = {
  'one organisation of the picture': ({ frame }) => frame.locator('button.node').first().click(),
  'from the picture to its table': ({ frame }) => frame.locator('a.toTable').click(),
  'present: open': ({ frame }) => frame.locator('a[href="#present"]').click(),
  'present: arrow key': async ({ page, frame }) => {
    await frame.locator('.slide[data-shown]').waitFor();
    await page.keyboard.press('ArrowRight');
  },
  'present: Escape': ({ page }) => page.keyboard.press('Escape'),
  'the method page: open': ({ frame }) => frame.locator('a[href="#method"]').click(),
};

const rowOf = (what: string, times: readonly number[], floor?: number): Row => {
  const ms = Math.round(median(times));
  const spread = `${Math.round(Math.min(...times))}-${Math.round(Math.max(...times))}`;
  return { what, runs: times.length, ms, spread, ...(floor !== undefined && { ofFloor: Number((ms / floor).toFixed(2)) }) };
};

const compressed = (folder: string, paths: Iterable<string>): number =>
  [...paths].reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length, 0);
const weight = (folder: string): number => {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const styles = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.css') && page.includes(name));
  return compressed(folder, [...firstScripts(folder), ...styles.map((name) => join('assets', name))]) / 1_000;
};

/** A snapshot of twelve organisations on a slow processor: how soon it is there, and how soon it answers. */
export const tab = async (): Promise<readonly Row[]> => {
  const path = browserPath();
  if (path === undefined) throw new Error('No Chrome, Edge or Chromium was found; name one by BROWSER_PATH.');
  const folders = { floor: await builtPage(join(import.meta.dirname, 'floor')), tab: await builtTab() };
  const browser = await openBrowser(path);
  const [floor, whole] = [await raiseStage(folders.floor), await raiseStage(folders.tab)];
  const overview = overviewOf({ latest: twelve, organisations: twelve.organisations });
  whole.answer = ({ path: asked }) => (asked.endsWith('/overview') ? { status: 200, body: overview } : { status: 404, body: {} });
  const times = { floor: [] as number[], purpose: [] as number[], matrix: [] as number[], picture: [] as number[] };
  const took = new Map(Object.keys(presses).map((what) => [what, [] as number[]]));
  try {
    for (let run = 0; run < runs; run += 1) {
      const bare = await open(browser.context, floor, 'page');
      times.floor.push(bare.painted.page ?? NaN);
      await bare.page.close();
      const opened = await open(browser.context, whole, 'page', 'picture', 'matrix');
      const { page = NaN, matrix = NaN, picture = NaN } = opened.painted;
      times.purpose.push(page);
      times.matrix.push(matrix);
      times.picture.push(picture);
      for (const [what, press] of Object.entries(presses)) took.get(what)?.push(await pressed(opened, () => press(opened)));
      await opened.page.close();
    }
  } finally {
    floor.close();
    whole.close();
    await browser.close();
  }
  const least = median(times.floor);
  const bytes = { floor: weight(folders.floor), tab: weight(folders.tab) };
  const weighs = (what: string, KB: number): Row => {
    return { what, runs: 1, KB: Math.round(KB), ofFloor: Number((KB / bytes.floor).toFixed(2)) };
  };
  return [
    rowOf('floor: React, teams-js, one sentence', times.floor, least),
    rowOf('first screen: purpose and focus areas painted', times.purpose, least),
    rowOf('first screen: the picture painted', times.picture, least),
    rowOf('first screen: the matrix painted', times.matrix, least),
    ...[...took].map(([what, list]) => rowOf(`press: ${what}`, list)),
    weighs('floor: scripts and styles', bytes.floor),
    weighs('first screen: scripts and styles', bytes.tab),
  ];
};
