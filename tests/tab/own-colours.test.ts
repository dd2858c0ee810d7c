import assert from 'node:assert/strict';
import type { Browser } from '../browser.ts';
import { everyPage, openPage } from './every-page.ts';
import { onStage } from './on-stage.ts';
import type { Shown, Stage } from './stage.ts';

const pageOf = (name: string) => everyPage.find((page) => page.name === name) ?? assert.fail(name);

/** Parts that move, or change slowly. */
const movingIn = ({ tab }: Shown) =>
  tab.locator('body *').evaluateAll((parts) =>
    parts.flatMap((part) => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(part);
      const lasting = [...(animationName === 'none' ? [] : animationDuration.split(',')), ...transitionDuration.split(',')];
      return lasting.some((time) => parseFloat(time) > 0) ? [`${part.tagName} ${part.getAttribute('class') ?? ''}`] : [];
    }),
  );

describe('a reader with colours of their own, or who wants less motion', function () {
  this.timeout(120_000);
  let browser: Browser;
  let stage: Stage;

  onStage((openedBrowser, raisedStage) => {
    browser = openedBrowser;
    stage = raisedStage;
  });

  const forced = async (name: string): Promise<Shown> => {
    const shown = await openPage(browser.context, stage, pageOf(name));
    await shown.page.emulateMedia({ forcedColors: 'active' });
    assert.ok(await shown.tab.locator('html').evaluate(() => matchMedia('(forced-colors: active)').matches));
    return shown;
  };

  it('tells the bands apart by shape and word, where every band has the same colour', async () => {
    const { tab } = await forced('first-results');
    const cells = await tab.locator('table.matrix td[data-band]').evaluateAll((all) =>
      all.map((cell) => {
        const shape = cell.querySelector('.mark path');
        const { color, backgroundColor } = getComputedStyle(cell);
        const drawn = shape && getComputedStyle(shape).fill !== backgroundColor ? shape.getAttribute('d') : 'unseen';
        return { band: cell.getAttribute('data-band'), drawn, word: cell.querySelector('.mark')?.textContent.trim(), color };
      }),
    );
    for (const part of ['band', 'drawn', 'word'] as const) assert.equal(new Set(cells.map((cell) => cell[part])).size, 3, part);
    assert.equal(new Set(cells.map(({ band, drawn, word }) => `${band ?? ''}${drawn ?? ''}${word ?? ''}`)).size, 3);
    assert.ok(cells.every(({ drawn }) => drawn !== 'unseen'));
    assert.equal(new Set(cells.map(({ color }) => color)).size, 1, 'the colours are the reader’s');
  });

  it('tells the arrows apart by their lines alone', async () => {
    const { tab } = await forced('first-results');
    const lines = await tab.locator('a.arrow').evaluateAll((all) =>
      all.map((arrow) => {
        const { strokeDasharray, strokeWidth, stroke } = getComputedStyle(arrow.querySelector('.line') ?? arrow);
        return { kind: arrow.getAttribute('data-line'), line: `${strokeDasharray} ${strokeWidth}`, stroke };
      }),
    );
    assert.equal(new Set(lines.map(({ kind }) => kind)).size, 4);
    assert.equal(new Set(lines.map(({ line }) => line)).size, 4);
    assert.equal(new Set(lines.map(({ kind, line }) => `${kind ?? ''} ${line}`)).size, 4);
    const shown = lines.filter(({ kind }) => kind !== 'hidden').map(({ stroke }) => stroke);
    assert.equal(new Set(shown).size, 1, 'the colours are the reader’s');
  });

  it('sees how far a bar reaches', async () => {
    const { tab } = await forced('first-open');
    const [track, part] = await tab
      .locator('.bar')
      .first()
      .evaluate((bar) => [bar, bar.firstElementChild ?? bar].map((one) => getComputedStyle(one).backgroundColor));
    assert.notEqual(track, part);
  });

  it('sees where the focus is, on links, buttons and arrows', async () => {
    const { page, tab } = await forced('first-results');
    await tab.locator('body').click({ position: { x: 2, y: 2 } });
    const unseen: string[] = [];
    let arrows = 0;
    for (let stop = 0; stop < 22; stop += 1) {
      await page.keyboard.press('Tab');
      const { name, seen } = await tab.locator(':focus').evaluate((part) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(part);
        const ring = part.querySelector('.ring');
        const ringed = ring !== null && getComputedStyle(ring).stroke !== 'none';
        return {
          name: part.getAttribute('class') ?? part.outerHTML.slice(0, 80),
          seen: ringed || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2),
        };
      });
      if (name === 'arrow') arrows += 1;
      if (!seen) unseen.push(name);
    }
    assert.deepEqual(unseen, []);
    assert.equal(arrows, 1);
  });

  for (const name of ['first-loading', 'first-open', 'first-results', 'present-matrix', 'import-at-work'])
    it(`sees nothing move on the page ${name} when less motion is wanted`, async () => {
      const shown = await openPage(browser.context, stage, pageOf(name));
      await shown.page.emulateMedia({ reducedMotion: 'reduce' });
      assert.deepEqual(await movingIn(shown), []);
    });

  it('would be found out by a page where something moves', async () => {
    const shown = await openPage(browser.context, stage, pageOf('first-loading'));
    assert.deepEqual(await movingIn(shown), ['SPAN spinner']);
  });
});
