import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { buildPage, buildTab, pageFolder } from '../local/build.ts';
import { openSampleRound, sampleFounder, seedSample } from '../local/seed.ts';
import { startApp } from './app.ts';
import { browserPath, openBrowser } from './browser.ts';
import type { Browser } from './browser.ts';
import { patience } from './store-engines.ts';
import type { App } from './walk.ts';

const path = browserPath();
/** A folder for screenshots; none are taken without it. */
const shots = process.env['SHOTS'];

/** Six leaders, and what each answers on every page; the fourth changes one answer afterwards. */
const six = [
  { key: 'hospital-trust-leader-1', rating: '4' },
  { key: 'hospital-trust-leader-2', rating: '4' },
  { key: 'hospital-trust-leader-3', rating: '5' },
  { key: 'municipality-a-leader-1', rating: '2' },
  { key: 'municipality-a-leader-2', rating: '2' },
  { key: 'municipality-a-leader-3', rating: '3' },
] as const;
const pages = 3;

if (path === undefined)
  it.skip('the journey in a browser: no Chrome, Edge or Chromium was found (apt install chromium, or name one by BROWSER_PATH)');
else
  describe('six leaders in a browser, from the card to the tab', function () {
    this.timeout(patience);
    let app: App;
    let browser: Browser;
    let page: Page;

    before(async () => {
      await buildPage();
      await buildTab();
      app = await startApp({ page: pageFolder });
      await seedSample(app.teams, Date.now());
      await openSampleRound(app.teams);
      browser = await openBrowser(path);
      page = await browser.context.newPage();
    });
    after(async () => {
      await browser.close();
      await app.stop();
    });

    const shot = async (name: string): Promise<void> => {
      if (shots === undefined) return;
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: `${shots}/${name}.png`, fullPage: false });
    };
    const be = (key: string, more = '') => page.goto(`${app.teams.url}/?person=${key}&conversation=Partner+leaders${more}`);
    const surveyCard = () => page.locator('.card').last();
    /** Fills in the page on the card and presses on; what follows is another page or the thanks. */
    const answerPage = async (rating: string): Promise<void> => {
      const about = await surveyCard().getByRole('heading').first().textContent();
      const choices = surveyCard().locator('select');
      for (let number = 0; number < (await choices.count()); number += 1) await choices.nth(number).selectOption(rating);
      await surveyCard()
        .getByRole('button', { name: /^Save and/ })
        .click();
      await page.waitForFunction(
        (before) => [...document.querySelectorAll('.card')].at(-1)?.querySelector('[role=heading]')?.textContent !== before,
        about,
      );
    };
    const begin = async (name: RegExp): Promise<void> => {
      await surveyCard().getByRole('button', { name }).click();
      await surveyCard().locator('select').first().waitFor();
    };

    it('each answers on their own pages: one on a phone, one stopping half-way and going on, one changing an answer', async () => {
      for (const [index, { key, rating }] of six.entries()) {
        const phone = index === 0;
        await page.setViewportSize(phone ? { width: 320, height: 640 } : { width: 1280, height: 720 });
        await be(key);
        await surveyCard().getByRole('button', { name: 'Answer', exact: true }).waitFor();
        await shot(`survey-${index}`);
        await begin(/^Answer$/);
        await shot(`page-${index}`);
        for (let number = 0; number < pages; number += 1) {
          if (index === 1 && number === 1) {
            await be(key);
            await surveyCard().getByText('Partner 2 of 3').waitFor();
          }
          if (phone) assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320), 'no sideways scrolling');
          await answerPage(rating);
        }
        await surveyCard().getByText('Thank you. Your answers are saved.').waitFor();
      }
      const changing = six[3];
      await be(changing.key);
      await begin(/^Change my answers$/);
      const first = surveyCard().locator('select').first();
      assert.equal(await first.inputValue(), changing.rating);
      await answerPage('1');
      await surveyCard().getByRole('button', { name: 'Back' }).click();
      await page.waitForFunction(() => document.querySelector('.card:last-of-type select, .card select') !== null);
      for (let number = 0; number < pages; number += 1) await answerPage(changing.rating);
      await surveyCard().getByText('Thank you. Your answers are saved.').waitFor();
    });

    it('the tab shows live counts and no result while the round is open', async () => {
      await be('welfare-office-leader-1', '&view=tab');
      const tab = page.frameLocator('iframe');
      await tab.getByText('6 of 17').first().waitFor();
      assert.equal(await tab.getByText('4.3').count(), 0);
      await shot('tab-open');
    });

    it('the integration manager closes it, and the tab shows the numbers of the method to every member', async () => {
      await be(sampleFounder);
      await surveyCard().getByRole('button', { name: 'Back to the survey' }).click();
      await surveyCard().getByRole('button', { name: 'Close the round' }).click();
      await surveyCard().getByRole('button', { name: 'Close it now' }).click();
      await page.getByText('Round 1 is closed').first().waitFor();
      await shot('closed');
      for (const [person, look] of [
        ['welfare-office-leader-4', ''],
        ['municipality-b-employee-1', '&theme=dark'],
        ['hospital-trust-leader-2', '&theme=contrast'],
      ] as const) {
        await be(person, `&view=tab${look}`);
        const tab = page.frameLocator('iframe');
        await tab.getByRole('table').first().waitFor();
        const cells = await tab.locator('table').filter({ hasText: 'Municipality A' }).first().textContent();
        assert.ok(cells !== null);
        // (4 + 4 + 5) / 3 = 4.333 and (2 + 2 + 3) / 3 = 2.333, rounded half-up to one decimal.
        const matrix = await tab.locator('[data-cell], td').allTextContents();
        assert.ok(
          matrix.some((text) => text.includes('4.3')),
          'hospital trust about municipality A',
        );
        assert.ok(
          matrix.some((text) => text.includes('2.3')),
          'municipality A about hospital trust',
        );
        assert.ok(
          matrix.some((text) => /fewer than 3/i.test(text)),
          'what must stay hidden says why',
        );
        await shot(`tab-${person}`);
      }
    });

    it('a member takes the results along as files, through the frame of Teams', async () => {
      await be('welfare-office-leader-4', '&view=tab');
      const tab = page.frameLocator('iframe');
      for (const [button, file] of [
        ['Spreadsheet (CSV)', 'Common Ground round 1.csv'],
        ['Meeting pack (PowerPoint)', 'Common Ground round 1.pptx'],
      ] as const) {
        const coming = page.waitForEvent('download');
        await tab.getByRole('button', { name: button }).click();
        assert.equal((await coming).suggestedFilename(), file);
      }
    });

    it('speaks Norwegian to whoever speaks Norwegian', async () => {
      app.teams.speak('municipality-a-leader-2', 'nb-NO');
      await be('municipality-a-leader-2', '&view=tab');
      await page.frameLocator('iframe').getByText('Formålet vårt').first().waitFor();
      await shot('tab-nb');
    });
  });
