import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import type { Snapshot } from '../../bot/contracts/tab-api.ts';
import type { Browser } from '../browser.ts';
import { colourPairs, contrast } from './contrast.ts';
import { overviewOf } from './fixtures.ts';
import { comparedSnapshot, networkOf, strengths, threeAreas } from './networks.ts';
import { onStage } from './on-stage.ts';
import { show, type Stage, type View } from './stage.ts';

const hashOf = (tab: FrameLocator) => tab.locator('html').evaluate(() => location.hash);
const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();
const namesIn = (tab: FrameLocator) =>
  tab.locator('a.arrow').evaluateAll((all) => all.map((arrow) => arrow.getAttribute('aria-label') ?? ''));

describe('the picture of the network on the screen', function () {
  this.timeout(60_000);
  let browser: Browser;
  let stage: Stage;

  onStage((openedBrowser, raisedStage) => {
    browser = openedBrowser;
    stage = raisedStage;
  });

  const showing = async (latest: Snapshot, view: View = {}) => {
    const { organisations } = latest;
    stage.answer = () => ({ status: 200, body: overviewOf({ latest, organisations, you: null }) });
    const shown = await show(browser.context, stage, view);
    await shown.tab.locator('h1').waitFor();
    return shown;
  };
  const drawn = async (latest = comparedSnapshot(), view: View = {}) => {
    const shown = await showing(latest, view);
    await shown.tab.locator('a.arrow').first().waitFor();
    return shown;
  };

  it('draws each direction with a line of its own kind for its band, told in the legend with symbol and word', async () => {
    const { tab } = await drawn();
    const kinds = await tab.locator('a.arrow').evaluateAll((all) =>
      all.map((arrow) => {
        const { stroke, strokeDasharray, strokeWidth } = getComputedStyle(arrow.querySelector('.line') ?? arrow);
        return { kind: arrow.getAttribute('data-line'), style: `${strokeDasharray} ${strokeWidth}`, stroke };
      }),
    );
    assert.equal(kinds.length, 12);
    for (const part of ['kind', 'style', 'stroke'] as const) assert.equal(new Set(kinds.map((one) => one[part])).size, 4, part);
    assert.equal(new Set(kinds.map((one) => JSON.stringify(one))).size, 4);
    const legend = (await tab.locator('.lines li').allInnerTexts()).map(spaced);
    assert.deepEqual(legend, ['Strength 4.0 or more', 'Discuss 3.0 to 3.9', 'Attention under 3.0', 'Hidden']);
    assert.equal(await tab.locator('.lines .mark svg').count(), 3);
  });

  it('is one stop for Tab; the arrow keys go from relation to relation, and Enter opens the pair', async () => {
    const { page, tab } = await drawn();
    await tab.locator('.areas a').last().focus();
    await page.keyboard.press('Tab');
    const name = async () => (await tab.locator(':focus').getAttribute('aria-label')) ?? '';
    const first = 'Hospital trust about Municipality A: 3.3, to discuss. 11 answers. No clear change since round 1.';
    assert.equal(await name(), first);
    assert.equal(await tab.locator('.reading').innerText(), first);
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
    assert.match(await name(), /^Municipality A about Hospital trust: 2\.3, needs attention\. .*Higher than in round 1/);
    const ringOf = (arrow: string) =>
      tab
        .locator(arrow)
        .first()
        .evaluate((line) => getComputedStyle(line).stroke);
    assert.notEqual(await ringOf('a.arrow:focus .ring'), await ringOf('a.arrow:not(:focus) .ring'));
    await page.keyboard.press('End');
    assert.match(await name(), /^Welfare office about Municipality B: hidden, fewer than 3 answered/);
    await page.keyboard.press('Tab');
    assert.equal(await tab.locator('a.arrow:focus').count(), 0);
    await page.keyboard.press('Shift+Tab');
    assert.match(await name(), /^Welfare office about Municipality B/);
    await page.keyboard.press('Enter');
    assert.equal(await hashOf(tab), '#pair-B-N');
  });

  it('opens the pair at a press on the value of an arrow', async () => {
    const { tab } = await drawn();
    await tab.locator('.reach').nth(6).click();
    assert.equal(await hashOf(tab), '#pair-H-B');
  });

  it('has its table one press away, and on a wide screen beside it', async () => {
    const narrow = await drawn(comparedSnapshot(), { width: 320, height: 640 });
    await narrow.tab.getByRole('link', { name: 'See it as a table' }).click();
    const top = await narrow.tab.locator('#matrix').evaluate((head) => head.getBoundingClientRect().top);
    assert.ok(top > -1 && top < 600, String(top));
    const { tab } = await drawn();
    const [picture, table] = await Promise.all(['.picture', '.card:has(.matrix)'].map((one) => tab.locator(one).boundingBox()));
    assert.ok(picture && table && picture.y === table.y && picture.x + picture.width <= table.x);
  });

  it('draws twelve organisations, and the arrows of one of them alone at wish', async () => {
    const { tab } = await drawn(networkOf(12));
    await tab.locator('a.arrow').nth(131).waitFor({ state: 'attached' });
    assert.equal(await tab.locator('a.arrow').count(), 132);
    await tab.getByLabel('Show').selectOption({ label: 'Welfare office of Region 3' });
    assert.equal(await tab.locator('a.arrow').count(), 22);
    assert.ok((await namesIn(tab)).every((name) => name.includes('Welfare office of Region 3')));
    assert.equal(await tab.locator('a.arrow[tabindex="0"]').count(), 1);
    await tab.locator('button.node[aria-pressed=true]').dispatchEvent('click');
    assert.equal(await tab.locator('a.arrow').count(), 132);
  });

  it('draws one organisation at a time where twelve stand in a narrow picture, with the names below by number', async () => {
    const { tab } = await drawn(networkOf(12), { width: 320, height: 640 });
    assert.equal(await tab.locator('a.arrow').count(), 22);
    assert.equal(await tab.locator('.numbers li').count(), 12);
    assert.equal(await tab.locator('.node').nth(11).innerText(), '12');
  });

  it('leaves the picture to the table with thirty organisations, and says so', async () => {
    const { tab, errors } = await showing(networkOf(30));
    await tab.getByText('With 30 organisations the arrows would cover each other. The table shows the same.').waitFor();
    assert.equal(await tab.locator('a.arrow').count(), 0);
    // The table is drawn when everything around it stands.
    await tab.locator('table.matrix tbody tr').nth(29).waitFor();
    assert.equal(await tab.locator('table.matrix tbody tr').count(), 30);
    const { content, seen } = await tab
      .locator('html')
      .evaluate((page) => ({ content: page.scrollWidth, seen: page.clientWidth }));
    assert.ok(content <= seen);
    assert.deepEqual(errors, []);
  });

  it('points to the table when the picture cannot be fetched', async () => {
    const script = '**/network-picture-*.js';
    await browser.context.route(script, (route) => route.abort());
    const { tab } = await showing(comparedSnapshot());
    await tab.getByText('The picture could not be fetched. The table shows the same.').waitFor();
    assert.equal(await tab.locator('table.matrix').count(), 1);
    await browser.context.unroute(script);
  });

  it('moves nothing for those who asked for less motion', async () => {
    const { page, tab } = await drawn();
    const fading = () =>
      tab
        .locator('a.arrow')
        .first()
        .evaluate((arrow) => getComputedStyle(arrow).transitionDuration);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    assert.equal(await fading(), '0.15s');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    assert.equal(await fading(), '0s');
  });

  for (const theme of ['default', 'dark', 'contrast'] as const) {
    it(`draws lines with a contrast of at least 3 and words of at least 4.5 in the ${theme} theme`, async () => {
      const { tab } = await drawn(comparedSnapshot(), { theme });
      const lines = await tab.locator('a.arrow .line').evaluateAll((all) =>
        all.map((line): [string, string] => {
          const card = line.closest('.card');
          return [getComputedStyle(line).stroke, card ? getComputedStyle(card).backgroundColor : 'none'];
        }),
      );
      assert.equal(lines.length, 12);
      for (const [ink, ground] of lines) assert.ok(contrast(ink, ground) >= 3, `${ink} on ${ground}`);
      const words = await colourPairs(tab.locator('.areas *, .lines li, .node, .reading, [aria-labelledby=change] *'));
      assert.ok(words.length > 20);
      for (const [ink, ground] of words) assert.ok(contrast(ink, ground) >= 4.5, `${ink} on ${ground}`);
    });
  }

  it('says everything in Norwegian too, with Norwegian numbers', async () => {
    const focus = { ...threeAreas, strength: strengths.item };
    const { tab } = await drawn(comparedSnapshot({}, focus), { locale: 'nb-no' });
    const parts = tab.locator('.picture, .card:has(.areas), [aria-labelledby=change]');
    const text = [...(await parts.allInnerTexts()), ...(await namesIn(tab))].join(' ');
    assert.doesNotMatch(text, /\b(focus|picture|change)\.\w|\d\.\d|\b(the|and|about|what|round)\b/);
    assert.match(
      text,
      /Municipality A om Hospital trust: 2,3, trenger oppmerksomhet\. 9 svar\. Høyere enn i runde 1, få personer\./,
    );
    assert.match(text, /mellom omtrent 0,0 og \+0,3/);
  });

  for (const [count, width, locale] of [
    [12, 320, 'nb-no'],
    [12, 768, 'en-us'],
    [6, 320, 'en-us'],
    [4, 320, 'nb-no'],
    [12, 1280, 'nb-no'],
  ] as const) {
    it(`never scrolls the page sideways with ${count} organisations at ${width} in ${locale}`, async () => {
      const latest = count === 4 ? comparedSnapshot() : networkOf(count);
      const { tab } = await drawn(latest, { width, height: 720, locale });
      const { content, seen } = await tab
        .locator('html')
        .evaluate((page) => ({ content: page.scrollWidth, seen: page.clientWidth }));
      assert.ok(seen > 0 && content <= seen, `${content} > ${seen}`);
    });
  }
});
