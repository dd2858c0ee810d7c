import assert from 'node:assert/strict';
import type { Browser } from '../browser.ts';
import { everyPage, openPage } from './every-page.ts';
import { onStage } from './on-stage.ts';
import type { Stage } from './stage.ts';

describe('minutes on paper', function () {
  this.timeout(60_000);
  let browser: Browser;
  let stage: Stage;
  onStage((openedBrowser, raisedStage) => {
    browser = openedBrowser;
    stage = raisedStage;
  });

  it('have all that was decided and agreed, and nothing to press', async () => {
    const page = everyPage.find(({ name }) => name === 'minutes') ?? assert.fail();
    const { page: shown, tab } = await openPage(browser.context, stage, page);
    await shown.emulateMedia({ media: 'print' });
    const written = await tab.locator('main.minutes').innerText();
    for (const words of [
      /phone list for all wards/,
      /Make the phone list/,
      /Sample leader 6 \(Municipality A\)/,
      /25 August 2026 at 09:00/,
    ])
      assert.match(written, words);
    assert.doesNotMatch(written, /Print|Back/);
    await shown.close();
  });
});
