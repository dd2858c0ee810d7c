import assert from 'node:assert/strict';
import type { Browser } from '../browser.ts';
import { colourPairs, contrast } from './contrast.ts';
import { everyPage, openPage, themes, wear } from './every-page.ts';
import { faultsOfLetters } from './letters.ts';
import { onStage } from './on-stage.ts';
import type { Stage, View } from './stage.ts';

const phone: View = { width: 320, height: 640 };

describe('how the pages look', function () {
  this.timeout(120_000);
  let browser: Browser;
  let stage: Stage;

  onStage((openedBrowser, raisedStage) => {
    browser = openedBrowser;
    stage = raisedStage;
  });

  const opened = async (name: string, view: View = {}) => {
    const page = everyPage.find((one) => one.name === name) ?? assert.fail(name);
    return openPage(browser.context, stage, page, view);
  };

  it('says of a hidden value that it is hidden and why, and of a lowest value that it may be lower, in every table', async () => {
    const rowsOn = async (name: string) => {
      const { tab } = await opened(name);
      const rows = await tab.locator('tbody tr').allInnerTexts();
      return rows.map((row) => row.replace(/\s+/g, ' ').trim());
    };
    const results = await rowsOn('first-results');
    assert.ok(results.includes('Municipality A about Hospital trust 1.5 or lower'));
    assert.ok(results.includes('Hospital trust about Municipality B Hidden fewer than 3 answered'));
    const health = await rowsOn('first-health-check');
    assert.ok(health.includes('Who does what is written down, known and followed. Hidden fewer than 5 answered'));
  });

  for (const name of ['first-results', 'first-health-check', 'first-practices', 'import-good'])
    it(`${name}: on a phone each head of a table stands above its column`, async () => {
      const { tab } = await opened(name, phone);
      const apart = await tab.locator('table.stack').evaluateAll((tables) =>
        tables.flatMap((table) => {
          const heads = [...table.querySelectorAll('thead th')].map((head) => head.getBoundingClientRect().left);
          const rows = [...table.querySelectorAll('tbody tr:not(:has([colspan]))')];
          return rows.flatMap((row) =>
            [...row.children].map((cell, at) => Math.abs(cell.getBoundingClientRect().left - (heads[at] ?? 0))),
          );
        }),
      );
      assert.ok(apart.length > 0 && Math.max(...apart) < 3, apart.join(' '));
    });

  for (const name of ['first-results', 'first-open', 'roster', 'round-plan', 'timeline', 'import-good', 'pair'])
    it(`${name}: on a phone breaks no word in Norwegian, whose words are longer`, async () => {
      const { page } = await opened(name, { ...phone, locale: 'nb-no' });
      assert.deepEqual(await faultsOfLetters(page.frames()[1] ?? assert.fail('the tab is there')), []);
    });

  it('sets the facts about a side of a pair below each other on a slide, their values in one column', async () => {
    const { tab } = await opened('present-pair');
    const sides = await tab
      .locator('.slide[data-shown] .side')
      .evaluateAll((all) => all.map((side) => [...side.querySelectorAll('dd')].map((value) => value.getBoundingClientRect())));
    for (const values of sides) {
      assert.equal(new Set(values.map(({ left }) => Math.round(left))).size, 1);
      assert.equal(new Set(values.map(({ top }) => Math.round(top))).size, values.length);
    }
  });

  it('keeps what explains a table on a slide within a phone, however far the table scrolls', async () => {
    const { tab } = await opened('present-expectations', phone);
    const right = await tab
      .locator('.slide[data-shown] caption > span')
      .evaluate((caption) => caption.getBoundingClientRect().right);
    assert.ok(right <= 320, String(right));
  });

  it('makes no button wider than its words need', async () => {
    for (const [name, words] of [
      ['round-open', 'Close the round'],
      ['round-plan', 'Launch this round'],
      ['first-empty', 'Download my data'],
    ] as const) {
      const { tab } = await opened(name);
      const box = await tab.getByRole('button', { name: words }).boundingBox();
      assert.ok(box && box.width < 300, `${words}: ${box?.width}`);
    }
  });

  it('keeps the words of a button readable under the pointer, in every theme', async () => {
    for (const [name, words] of [
      ['import', 'Back to the results'],
      ['first-empty', 'Download my data'],
      ['first-no-contact', 'Try again'],
    ] as const) {
      const shown = await opened(name);
      for (const theme of themes) {
        await wear(shown, theme);
        const button = shown.tab.getByRole('button', { name: words });
        await button.hover();
        for (const pair of await colourPairs(button))
          assert.ok(contrast(...pair) >= 4.5, `${words}, ${theme}: ${pair.join(' on ')}`);
      }
    }
  });

  it('shows an integration manager the way to the first round, and others who can start it', async () => {
    const manager = await opened('first-empty-manager');
    assert.equal(await manager.tab.locator('[aria-labelledby=no-results] a').getAttribute('href'), '#manage-round');
    const other = await opened('first-empty');
    assert.equal(await other.tab.locator('[aria-labelledby=no-results] a').count(), 0);
  });
});
