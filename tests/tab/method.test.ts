import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { FrameLocator, Page } from 'playwright-core';
import type { Overview } from '../../bot/contracts/tab-api.ts';
import type { Browser } from '../browser.ts';
import { colourPairs, contrast } from './contrast.ts';
import { matrix3, nothing, openRound, overviewOf, pooled, snapshotOf } from './fixtures.ts';
import { onStage } from './on-stage.ts';
import { show, type Shown, type Stage, type View } from './stage.ts';

const states: Readonly<Record<string, Partial<Overview>>> = {
  'before any round': {},
  'while a round is open': { open: openRound },
  'beside results': { latest: snapshotOf(matrix3) },
  'beside pooled results': { latest: snapshotOf(pooled) },
  'when nothing could be published': { latest: snapshotOf(nothing) },
  'for a reader without an organisation': { you: null, open: openRound, latest: snapshotOf(matrix3) },
};

/** The wording in docs/method.md: `| R1 know | English | Norsk |`, as id, English, Norwegian. */
const wordings = readFileSync(new URL('../../docs/method.md', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, id, english, norwegian] = /^\| ((?:R|E|HC|PR)\d+)\b[^|]*\| ([^|]+) \| ([^|]+) \|$/.exec(line) ?? [];
    return id && english && norwegian ? [{ id, en: english, nb: norwegian }] : [];
  })
  .concat(
    { id: 'C1', en: 'How do you leave this meeting?', nb: 'Hvordan går du fra møtet?' },
    { id: 'C2', en: 'Did you get to say what you needed to say?', nb: 'Fikk du sagt det du trengte å si?' },
  );

const focused = (tab: FrameLocator) => tab.locator(':focus');

describe('the method page', function () {
  this.timeout(60_000);
  let browser: Browser;
  let stage: Stage;

  onStage((openedBrowser, raisedStage) => {
    browser = openedBrowser;
    stage = raisedStage;
  });
  afterEach(() => {
    stage.asked.length = 0;
  });

  const firstScreen = async (parts: Partial<Overview> = {}, view: View = {}): Promise<Shown> => {
    stage.answer = () => ({ status: 200, body: overviewOf(parts) });
    const shown = await show(browser.context, stage, view);
    await shown.tab.locator('a[href="#method"]').waitFor();
    return shown;
  };
  const opened = async (view: View = {}): Promise<Shown> => {
    const shown = await firstScreen({}, view);
    await shown.tab.locator('a[href="#method"]').click();
    await shown.tab.locator('main.method').waitFor();
    return shown;
  };
  const goBack = (page: Page) => page.evaluate('history.back()');

  for (const [state, parts] of Object.entries(states)) {
    it(`is reached by keyboard alone ${state}, and left the same way`, async () => {
      const { page, tab, errors } = await firstScreen(parts);
      await tab.locator('body').click({ position: { x: 2, y: 2 } });
      await page.keyboard.press('Tab');
      assert.equal(await focused(tab).innerText(), 'How this is measured');
      await page.keyboard.press('Enter');
      await tab.locator('h1:focus').filter({ hasText: 'How this is measured' }).waitFor();
      await page.keyboard.press('Shift+Tab');
      assert.equal(await focused(tab).innerText(), 'Back to the overview');
      await page.keyboard.press('Enter');
      await tab.locator('a[href="#method"]:focus').waitFor();
      assert.equal(await tab.locator('main:visible h1').innerText(), 'People who leave hospital meet one plan, not four.');
      assert.equal(await tab.locator('main.method').count(), 0);
      assert.deepEqual(errors, []);
    });
  }

  it('is left by the back button too, and opened again by forward, without asking the server anew', async () => {
    const { page, tab } = await opened();
    await goBack(page);
    await tab.locator('a[href="#method"]:focus').waitFor();
    await page.evaluate('history.forward()');
    await tab.locator('main.method h1:focus').waitFor();
    assert.equal(stage.asked.length, 1);
  });

  it('has an address for each of its sections, and opens there with the focus on its heading', async () => {
    const { page, tab } = await opened();
    for (const link of await tab.locator('nav a').all()) {
      await link.press('Enter');
      const heading = await link.innerText();
      await tab.locator('h2:focus').filter({ hasText: heading }).waitFor();
    }
    await tab.locator('html').evaluate(() => {
      location.hash = 'method-privacy';
      location.reload();
    });
    await tab.locator('h2:focus').filter({ hasText: 'Who can see what' }).waitFor();
    const inSight = await tab.locator('h2:focus').evaluate((heading) => heading.getBoundingClientRect().top < innerHeight);
    assert.ok(inSight);
    assert.ok((await page.evaluate<unknown[][]>('told')).some(([what]) => what === 'appInitialization.success'));
  });

  it('begins by saying that the questions are not validated, and what that means for its numbers', async () => {
    const { tab } = await opened();
    assert.equal(await tab.locator('main.method h2').first().innerText(), 'Not validated yet');
    assert.match(await tab.locator('main.method section').first().innerText(), /start of a conversation, not as a verdict/);
  });

  for (const [locale, language] of [
    ['en-us', 'en'],
    ['nb-no', 'nb'],
  ] as const) {
    it(`shows every question as it is asked, and all thirteen privacy rules, in ${locale}`, async () => {
      const { tab } = await opened({ locale });
      assert.equal(wordings.length, 9 + 11 + 6 + 2);
      const rows = await tab
        .locator('main.method tbody tr')
        .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
      for (const wording of wordings) {
        const row = rows.find(([head]) => head === wording.id);
        assert.ok(row?.includes(wording[language].replaceAll('{org}', '[partner]')), wording.id);
      }
      for (let rule = 1; rule <= 13; rule += 1) assert.ok(rows.some(([head]) => head === `P${rule}`));
    });

    it(`never scrolls sideways as a page at 320 pixels in ${locale}`, async () => {
      const { tab } = await opened({ locale, width: 320, height: 640 });
      const { content, seen } = await tab
        .locator('html')
        .evaluate((page) => ({ content: page.scrollWidth, seen: page.clientWidth }));
      assert.ok(seen > 0 && content <= seen, `${content} > ${seen}`);
    });
  }

  it('has one heading of the page, sections under it in order, and a caption and named heads for every table', async () => {
    const { tab } = await opened();
    const levels = await tab
      .locator('main.method :is(h1, h2, h3, h4)')
      .evaluateAll((all) => all.map((one) => Number(one.tagName[1])));
    assert.equal(levels[0], 1);
    assert.equal(levels.filter((level) => level === 1).length, 1);
    for (const [at, level] of levels.slice(1).entries()) assert.ok(level > 1 && level <= (levels[at] ?? 0) + 1, String(levels));
    const faults = await tab
      .locator('main.method')
      .evaluate((page) =>
        [
          ...[...page.querySelectorAll('table')].filter((table) => !table.caption?.textContent.trim()),
          ...[...page.querySelectorAll('th')].filter((head) => !['row', 'col'].includes(head.scope)),
          ...[...page.querySelectorAll('tbody tr')].filter((row) => row.querySelectorAll('th[scope=row]').length !== 1),
          ...[...page.querySelectorAll('td')].filter((cell) => cell.textContent.trim() === ''),
          ...[...page.querySelectorAll('section')].filter(
            (part) => !page.querySelector(`#${part.getAttribute('aria-labelledby') ?? 'none'}`),
          ),
        ].map((fault) => fault.outerHTML.slice(0, 200)),
      );
    assert.deepEqual(faults, []);
    assert.ok((await tab.locator('main.method table').count()) > 10);
    assert.equal(await tab.locator('main:visible').count(), 1);
  });

  for (const theme of ['default', 'dark', 'contrast'] as const) {
    it(`writes every word with a contrast of at least 4.5 in the ${theme} theme`, async () => {
      const { tab } = await opened({ theme });
      const colours = await colourPairs(tab.locator('main.method :is(h1, h2, h3, p, a, li, strong, caption, th, td)'));
      assert.ok(colours.length > 200);
      for (const [ink, ground] of colours) assert.ok(contrast(ink, ground) >= 4.5, `${ink} on ${ground}`);
    });
  }

  it('is fetched when it is asked for, not before', async () => {
    const fetched: string[] = [];
    browser.context.on('request', (request) => fetched.push(request.url()));
    const { tab } = await firstScreen();
    const ofPage = () => fetched.filter((address) => address.includes('/method-page-'));
    assert.ok(fetched.length > 0);
    assert.deepEqual(ofPage(), []);
    await tab.locator('a[href="#method"]').click();
    await tab.locator('main.method').waitFor();
    assert.ok(ofPage().length > 0);
  });

  it('says so when it cannot be fetched, and comes on the next try', async () => {
    const { page, tab } = await firstScreen();
    await page.route(/method-page-.*\.js$/, (route) => route.abort());
    await tab.locator('a[href="#method"]').click();
    await tab.getByRole('alert').filter({ hasText: 'This part of the app could not be fetched.' }).waitFor();
    await tab.getByRole('link', { name: 'Back to the overview' }).waitFor();
    await page.unroute(/method-page-.*\.js$/);
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.locator('main.method').waitFor();
  });
});
