import assert from 'node:assert/strict';
import { placeName, placeNamed } from '../../bot/contracts/tab-place.ts';
import type { Browser } from '../browser.ts';
import { matrix3, overviewOf, snapshotOf } from './fixtures.ts';
import { onStage } from './on-stage.ts';
import { show, type Stage, type View } from './stage.ts';

type Told = readonly (readonly unknown[])[];

describe('a link to a page of the tab', function () {
  this.timeout(120_000);
  let browser: Browser;
  let stage: Stage;
  onStage((opened, raised) => {
    browser = opened;
    stage = raised;
  });
  const opened = (view: View) => {
    const latest = snapshotOf(matrix3);
    stage.answer = ({ path }) => ({ status: 200, body: path.endsWith('/overview') ? overviewOf({ latest }) : latest });
    return show(browser.context, stage, view);
  };

  it('is given out by Teams, for the place that is shown; the first screen has a name that leads there', async () => {
    for (const [address, locale, button, label] of [
      ['', 'en-gb', 'Copy link to this page', 'Common Ground'],
      ['#round-1', 'nb-no', 'Kopier lenke til denne siden', 'Common Ground: Runde 1'],
    ] as const) {
      const { tab, page } = await opened({ address, locale });
      await tab.getByRole('button', { name: button }).press('Enter');
      await page.waitForFunction(() => (window as unknown as { told: Told }).told.some(([func]) => func === 'shareDeepLink'));
      const told = await page.evaluate(() => (window as unknown as { told: Told }).told);
      const [, place, called] = told.find(([func]) => func === 'shareDeepLink') ?? [];
      assert.ok(typeof place === 'string' && place !== '');
      assert.equal(placeName(placeNamed(place)), address.slice(1));
      assert.equal(called, label);
      await page.close();
    }
  });

  it('is not offered on phones and tablets, where Teams cannot', async () => {
    for (const client of ['android', 'ios'] as const) {
      const { tab, page } = await opened({ client });
      // The script of the button has come, and with it the answer.
      await tab.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      assert.equal(await tab.getByRole('button', { name: 'Copy link to this page' }).count(), 0, client);
      await page.close();
    }
  });
});
