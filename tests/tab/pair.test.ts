import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { aboutPage } from '../../bot/contracts/about-api.ts';
import type { Overview } from '../../bot/contracts/tab-api.ts';
import type { Browser } from '../browser.ts';
import { aboutOf } from './about-fixtures.ts';
import { matrix3, overviewOf, pooled, snapshotOf } from './fixtures.ts';
import { onStage } from './on-stage.ts';
import { full } from './results-fixtures.ts';
import { type Answer, type Asked, show, type Stage, type View } from './stage.ts';

const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();
const region = async (tab: FrameLocator, name: string) =>
  spaced(await tab.getByRole('region', { name, exact: true }).innerText());

describe('a pair and who they are', function () {
  this.timeout(120_000);
  let browser: Browser;
  let stage: Stage;
  onStage((openedBrowser, raisedStage) => {
    browser = openedBrowser;
    stage = raisedStage;
  });

  const open = async (
    address: string,
    parts: Partial<Overview> = { latest: full },
    view: View = {},
    about: (asked: Asked) => Answer = () => ({ status: 200, body: aboutOf() }),
  ) => {
    stage.answer = (asked) => (asked.path.includes('/about') ? about(asked) : { status: 200, body: overviewOf(parts) });
    const shown = await show(browser.context, stage, { address, ...view });
    await shown.tab.locator('main:visible h1').waitFor();
    return shown;
  };

  it('shows both directions beside each other with everything that may be said of each, in words', async () => {
    const { page, tab, errors } = await open('#pair-A-H');
    await tab.locator('h1:focus').filter({ hasText: 'Hospital trust and Municipality A' }).waitFor();
    assert.match(await tab.locator('html').evaluate(() => document.title), /^Hospital trust and Municipality A/);
    assert.match(
      await region(tab, 'How the two see each other'),
      /Asymmetric\. Hospital trust sees it clearly brighter than the other side\. Strength 2\.8, the mean of the two sides; gap 1\.0\./,
    );
    const there = await region(tab, 'How Hospital trust sees Municipality A');
    assert.match(there, /3\.3 11 answers Discuss/);
    assert.match(there, /They partly agree\./);
    assert.match(there, /Leaders 3\.9, employees 2\.8\. Leaders see it brighter\./);
    assert.match(there, /No clear change since round 1/);
    const back = await region(tab, 'How Municipality A sees Hospital trust');
    assert.match(back, /2\.3 9 answers Attention/);
    assert.match(back, /Hidden: shown apart only where at least 3 leaders and 3 employees answered\./);
    assert.match(back, /Higher than in round 1, few people/);
    const rows = await tab.locator('table.answers').first().locator('tbody tr').allInnerTexts();
    assert.equal(rows.length, 7);
    assert.equal(spaced(rows[0] ?? ''), 'Knowing what each other does 3.1 1.5 or lower');
    assert.match(
      await region(tab, 'What we expect from each other'),
      /Municipality A needs from Hospital trust\. Municipality A puts the need at 4\.8; Hospital trust puts what it can give today at 2\.8\. Gap 2\.0\. Municipality A expects clearly more/,
    );
    assert.match(await region(tab, 'Our own questions'), /We find the other organisation when it burns\. 3\.7 1\.5 or lower/);
    assert.equal(await tab.locator('#pair-prompts + ol li').count(), 3);
    assert.equal(await page.frames()[1]?.locator('main:visible').count(), 1);
    assert.deepEqual(errors, []);
  });

  it('says why what is hidden is hidden, and never shows it as nothing', async () => {
    const { tab } = await open('#pair-B-N', { latest: snapshotOf(matrix3) });
    assert.match(await region(tab, 'How the two see each other'), /One side hidden\. Strength and gap need both sides/);
    assert.match(await region(tab, 'How Welfare office sees Municipality B'), /Hidden fewer than 3 answered/);
    assert.match(await region(tab, 'Statement by statement'), /at least 3 people answered each of them/);
  });

  it('is opened from the pairs, the matrix and the focus areas, and gives the focus back to the very link', async () => {
    const { page, tab } = await open('');
    for (const link of [
      tab.locator('.areas a[href="#pair-H-A"]'),
      tab.locator('table.matrix a[href="#pair-A-B"]').last(),
      tab.getByRole('region', { name: 'Pair by pair' }).locator('a[href="#pair-B-N"]'),
    ]) {
      await link.focus();
      await page.keyboard.press('Enter');
      await tab.locator('main.pair h1:focus').waitFor();
      // Before the heading: the link to copy, and the way back.
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      await tab.locator('main.pair').waitFor({ state: 'detached' });
      assert.ok(await link.evaluate((own) => own === document.activeElement));
    }
  });

  it('goes on to the next pair and the one before, each with its heading read', async () => {
    const { tab } = await open('#pair-H-A');
    await tab.getByRole('link', { name: 'Next: Hospital trust and Municipality B' }).press('Enter');
    await tab.locator('h1:focus').filter({ hasText: 'Hospital trust and Municipality B' }).waitFor();
    await tab.getByRole('link', { name: 'Previous: Hospital trust and Municipality A' }).press('Enter');
    await tab.locator('h1:focus').filter({ hasText: 'Hospital trust and Municipality A' }).waitFor();
    assert.equal(await tab.getByRole('link', { name: /^Previous/ }).count(), 0);
  });

  for (const [state, address, parts, said] of [
    ['of nobody here', '#pair-H-X', { latest: full }, /choose a pair there/],
    ['of one with itself', '#pair-H-H', { latest: full }, /choose a pair there/],
    ['of a pooled round', '#pair-H-A', { latest: snapshotOf(pooled) }, /With more people invited the next round can show pairs/],
    ['before any round', '#pair-H-A', {}, /no results yet/],
  ] as const) {
    it(`says what comes next ${state}`, async () => {
      const { tab } = await open(address, parts);
      assert.match(spaced(await tab.locator('main.pair').innerText()), said);
      await tab.getByRole('link', { name: 'Back to the overview' }).first().waitFor();
    });
  }

  it('moves through the matrix by the arrow keys, with one stop for Tab', async () => {
    const { page, tab } = await open('');
    assert.equal(await tab.locator('table.matrix a[tabindex="0"]').count(), 1);
    await tab.locator('table.matrix a').first().focus();
    const at = async (key: string) => {
      await page.keyboard.press(key);
      return await tab.locator(':focus').getAttribute('aria-label');
    };
    assert.match((await at('ArrowRight')) ?? '', /^Hospital trust about Municipality B/);
    assert.match((await at('ArrowDown')) ?? '', /^Municipality A about Municipality B/);
    assert.match((await at('ArrowLeft')) ?? '', /^Municipality A about Hospital trust/);
  });

  it('lets a member write their own organisation’s text, shows HTML as text, and keeps what was typed where somebody was faster', async () => {
    const faster = aboutOf({ version: 1, does: 'Somebody was faster' });
    let stored = aboutOf();
    const { tab } = await open('#who', { latest: full }, {}, ({ posted }) => {
      if (!posted) return { status: 200, body: stored };
      const { version, ...texts } = posted.body as { version: number; does: string; doesNot: string; reach: string };
      if (version === 0) {
        stored = faster;
        return { status: 409, body: { type: 'about:blank', title: 'Conflict', status: 409, detail: 'Too late.', fresh: faster } };
      }
      stored = aboutOf({ version: version + 1, ...texts });
      return { status: 200, body: stored };
    });
    assert.match(await region(tab, 'Hospital trust'), /Wards and clinics <b>all week<\/b>/);
    assert.equal(await tab.getByRole('button', { name: /Hospital/ }).count(), 0);
    await tab.getByRole('button', { name: 'Write it: Municipality A' }).press('Enter');
    await tab.locator('textarea:focus').fill('We take people home.');
    await tab.getByRole('button', { name: 'Save' }).press('Enter');
    await tab.getByText('Somebody was faster').waitFor();
    assert.equal(await tab.locator('textarea').first().inputValue(), 'We take people home.');
    await tab.getByRole('button', { name: 'Save' }).press('Enter');
    await tab.getByRole('button', { name: 'Change it: Municipality A' }).and(tab.locator(':focus')).waitFor();
    assert.match(await region(tab, 'Municipality A'), /We take people home\..*Saved\./);
    assert.ok(aboutPage.safeParse(stored).success);
  });

  for (const locale of ['en-us', 'nb-no']) {
    for (const address of ['#pair-H-A', '#who']) {
      it(`never scrolls sideways at 320 pixels: ${address} in ${locale}`, async () => {
        const { tab } = await open(address, { latest: full }, { locale, width: 320, height: 640 });
        await tab.locator('.about').first().waitFor();
        const { content, seen } = await tab
          .locator('html')
          .evaluate((page) => ({ content: page.scrollWidth, seen: page.clientWidth }));
        assert.ok(seen > 0 && content <= seen, `${content} > ${seen}`);
      });
    }
  }
});
