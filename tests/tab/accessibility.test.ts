import assert from 'node:assert/strict';
import type { Browser } from '../browser.ts';
import { faultsIn, lookInto } from './axe.ts';
import { everyPage, openPage, themesOf, wear } from './every-page.ts';
import { faultsOfLetters } from './letters.ts';
import { onStage } from './on-stage.ts';
import type { Stage } from './stage.ts';

describe('every page for everybody', function () {
  this.timeout(120_000);
  let browser: Browser;
  let stage: Stage;

  onStage((openedBrowser, raisedStage) => {
    browser = openedBrowser;
    stage = raisedStage;
  });

  for (const page of everyPage)
    it(`${page.name}: axe finds nothing at 1280 wide in three themes and at 320, nothing scrolls sideways and no word is broken`, async () => {
      const shown = await openPage(browser.context, stage, page);
      const frame = shown.page.frames()[1] ?? assert.fail('the tab is there');
      await lookInto(frame);
      const found: string[] = [];
      for (const width of [1280, 320]) {
        await shown.page.setViewportSize({ width, height: 720 });
        // The picture is placed anew when the page has another width, in its own time; what is read below says whether it has been.
        await frame.waitForFunction(() => document.documentElement.scrollWidth <= innerWidth).catch(() => undefined);
        const wide = await shown.tab.locator('html').evaluate(({ scrollWidth }) => scrollWidth);
        if (wide > width) found.push(`${width}: scrolls sideways, ${wide}`);
        found.push(...(await faultsOfLetters(frame)).map((fault) => `${width}: ${fault}`));
        // Colours are the same in every width.
        for (const theme of width === 1280 ? themesOf(page) : (['default'] as const)) {
          await wear(shown, theme);
          const faults = await faultsIn(frame, theme === 'default' ? 'everything' : 'colours');
          found.push(...faults.map((fault) => `${theme}, ${width}: ${fault}`));
        }
      }
      // While a page is on its way there is nothing yet that a heading could name.
      const waits = Object.values(page.answers).includes('never');
      assert.deepEqual(
        found.filter((fault) => !(waits && fault.includes('page-has-heading-one'))),
        [],
      );
    });
});
