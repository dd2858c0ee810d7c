import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import type { Snapshot } from '../../bot/contracts/tab-api.ts';
import type { Browser } from '../browser.ts';
import { overviewOf } from './fixtures.ts';
import { dangerous, full } from './results-fixtures.ts';
import { onStage } from './on-stage.ts';
import { show, type Answer, type Stage, type View } from './stage.ts';
import { unzip } from './unzip.ts';

const exports = '/api/channels/19%3Asample%40thread.tacv2/exports';

describe('taking results along', function () {
  this.timeout(60_000);
  let browser: Browser;
  let stage: Stage;

  onStage((openedBrowser, raisedStage) => {
    browser = openedBrowser;
    stage = raisedStage;
  });
  beforeEach(() => {
    stage.asked.length = 0;
  });

  const noted: Answer = { status: 200, body: {} };
  const showing = async (latest: Snapshot, answer: Answer | 'no contact' = noted, view: View = {}) => {
    stage.answer = ({ path: asked }) => (asked === exports ? answer : { status: 200, body: overviewOf({ latest }) });
    const shown = await show(browser.context, stage, view);
    await shown.tab.locator('.take').waitFor();
    return shown;
  };
  const asked = () => stage.asked.filter(({ path: one }) => one === exports).map(({ posted }) => posted?.body);
  const downloaded = async (page: Page, press: () => Promise<void>) => {
    const coming = page.waitForEvent('download');
    await press();
    const download = await coming;
    return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
  };

  it('as a spreadsheet is in the log first, then among the downloads, and said so', async () => {
    const { page, tab, errors } = await showing(full, noted, { locale: 'nb-no' });
    const { name, content } = await downloaded(page, () => tab.getByRole('button', { name: 'Regneark (CSV)' }).click());
    assert.deepEqual(asked(), [{ kind: 'csv', round: 2 }]);
    assert.equal(name, 'Common Ground runde 2.csv');
    const rows: string[][] = parse(content, { bom: true, delimiter: ';' });
    assert.deepEqual(rows.find(([, what]) => what === 'Relasjon')?.slice(2, 7), [
      'Hospital trust',
      'Municipality A',
      '',
      '3,3',
      '11',
    ]);
    assert.equal(
      await tab.locator('.take [role=status]').innerText(),
      'Common Ground runde 2.csv ligger blant nedlastingene dine.',
    );
    assert.deepEqual(errors, []);
  });

  it('as a meeting pack gives a file whose every part is well-formed, whatever organisations are called', async () => {
    const { page, tab, errors } = await showing(dangerous);
    const { name, content } = await downloaded(page, () =>
      tab.getByRole('button', { name: 'Meeting pack (PowerPoint)' }).click(),
    );
    assert.deepEqual(asked(), [{ kind: 'pptx', round: 2 }]);
    assert.equal(name, 'Common Ground round 2.pptx');
    const packed = [...unzip(content)];
    const inside = packed.filter(([part]) => part.endsWith('.xlsx')).flatMap(([, sheet]) => [...unzip(sheet)]);
    const parts = [...packed, ...inside].filter(([part]) => /\.(xml|rels)$/.test(part));
    assert.ok(parts.length > 80);
    const broken = await page.evaluate(
      (all) =>
        all
          .filter(([, xml]) => new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror'))
          .map(([part]) => part),
      parts.map(([part, xml]): [string, string] => [part, xml.toString('utf8')]),
    );
    assert.deepEqual(broken, []);
    assert.deepEqual(errors, []);
  });

  it('gives no file and a sentence where the log cannot be written', async () => {
    const detail = 'There are no published results of that round here.';
    const problem = { type: 'about:blank', title: 'Not Found', status: 404, detail };
    for (const [answer, sentence] of [
      [{ status: 404, body: problem }, `No file was made. ${detail}`],
      ['no contact', 'No file was made. There is no contact with the server. Check the network and try again.'],
    ] as const) {
      const { page, tab } = await showing(full, answer);
      let files = 0;
      page.on('download', () => (files += 1));
      for (const name of ['Spreadsheet (CSV)', 'Meeting pack (PowerPoint)', 'Print']) {
        await tab.getByRole('button', { name }).click();
        await tab.locator('.take [role=alert]').waitFor();
        assert.equal(await tab.locator('.take [role=alert]').innerText(), sentence);
      }
      assert.equal(files, 0);
    }
  });

  it('gives no file, and nothing in the log, where the script that makes it does not come', async () => {
    const { page, tab } = await showing(full);
    await page.route(/csv-file/, (route) => route.abort());
    await tab.getByRole('button', { name: 'Spreadsheet (CSV)' }).click();
    await tab.locator('.take [role=alert]').waitFor();
    assert.match(await tab.locator('.take').innerText(), /No file was made\. This part of the app could not be fetched/);
    assert.deepEqual(asked(), []);
  });

  it('on paper is in the log before the browser prints', async () => {
    const { page, tab } = await showing(full);
    const frame = page.frames().at(-1);
    await frame?.evaluate(() => {
      window.print = () => {
        document.body.dataset['printed'] = 'yes';
      };
    });
    await tab.getByRole('button', { name: 'Print' }).click();
    await tab.locator('body[data-printed]').waitFor();
    assert.deepEqual(asked(), [{ kind: 'print', round: 2 }]);
  });

  it('on paper leaves out what can only be pressed, and is light in the dark theme', async () => {
    const { page, tab } = await showing(full, noted, { theme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    assert.equal(await tab.locator('.take').isVisible(), false);
    assert.equal(await tab.locator('.own').isVisible(), false);
    assert.equal(await tab.locator('.matrix').isVisible(), true);
    await page
      .frames()
      .at(-1)
      ?.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await tab.locator('.frame').getAttribute('data-theme'), 'light');
    await page
      .frames()
      .at(-1)
      ?.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.equal(await tab.locator('.frame').getAttribute('data-theme'), 'dark');
  });

  it('on paper names every pair, what to talk about and what moved, though their names are links on the screen', async () => {
    const { page, tab } = await showing(full, noted);
    await tab.locator('a.arrow').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    for (const [place, name] of [
      ['[aria-labelledby=pairs] tbody th', 'Hospital trust and Municipality A'],
      ['.areas li', 'Municipality A and Hospital trust'],
      ['.moved li', 'Municipality A about Hospital trust: higher'],
    ] as const)
      assert.match(await tab.locator(place).first().innerText(), new RegExp(name), place);
    assert.equal(await tab.locator('.aside a.link').first().isVisible(), false);
    assert.equal(await tab.locator('.reading').isVisible(), false);
  });

  it('presented, prints every slide on a page of its own', async () => {
    const { page, tab } = await showing(full, noted, { width: 320 });
    await tab.locator('a[href="#present"]').click();
    await tab.locator('.slide[data-shown]').waitFor();
    await page.emulateMedia({ media: 'print' });
    const slides = await tab.locator('.slide').evaluateAll((all) =>
      all.map((one) => {
        const { visibility, position, breakAfter } = getComputedStyle(one);
        return [visibility, position, breakAfter];
      }),
    );
    assert.equal(slides.length, 10);
    for (const [at, look] of slides.entries()) assert.deepEqual(look, ['visible', 'relative', at === 9 ? 'auto' : 'page']);
  });
});
