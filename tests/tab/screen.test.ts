import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { myData, type Overview } from '../../bot/contracts/tab-api.ts';
import { browserPath, openBrowser, type Browser } from '../browser.ts';
import { colourPairs, contrast } from './contrast.ts';
import { matrix3, matrix5, nothing, openRound, overviewOf, pooled, rare, snapshotOf } from './fixtures.ts';
import { onStage } from './on-stage.ts';
import { show, type Stage, type View } from './stage.ts';

const refusal = { type: 'about:blank', title: 'Not found', status: 404, detail: 'There is no collaboration in this channel.' };

const rowsOf = async (table: Locator) =>
  (await table.locator('tbody tr').allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim());

describe('the first screen of the tab', function () {
  this.timeout(60_000);
  const path = browserPath();
  let browser: Browser;
  let own: Browser | undefined;
  let stage: Stage;

  onStage((openedBrowser, raisedStage) => {
    browser = openedBrowser;
    stage = raisedStage;
  });
  beforeEach(() => {
    stage.asked.length = 0;
  });
  afterEach(async () => {
    await own?.close();
    own = undefined;
  });

  const showing = async (parts: Partial<Overview>, view: View = {}, { context } = browser) => {
    stage.answer = () => ({ status: 200, body: overviewOf(parts) });
    const shown = await show(context, stage, view);
    await shown.tab.locator('h1').waitFor();
    return shown;
  };

  it('begins with the purpose and the place of the reader, and tells Teams that it is there', async () => {
    const { page, tab, errors } = await showing({});
    assert.equal(await tab.locator('h1').innerText(), 'People who leave hospital meet one plan, not four.');
    assert.match(await tab.locator('header').innerText(), /You answer for Municipality A as a leader\./);
    assert.match(await tab.locator('main').innerText(), /The integration manager starts a round by writing “survey”/);
    const told = await page.evaluate<unknown[][]>('told');
    assert.deepEqual(
      told.map(([what]) => what).filter((what) => String(what).startsWith('appInit')),
      ['appInitialization.appLoaded', 'appInitialization.success'],
    );
    assert.deepEqual(stage.asked, [
      { path: '/api/channels/19%3Asample%40thread.tacv2/overview', token: 'Bearer token-1', language: 'en' },
    ]);
    assert.deepEqual(errors, []);
  });

  it('gives the reader everything stored about them as a file, and says so when it cannot', async () => {
    const { page, tab, errors } = await showing({});
    const own = myData.parse({
      ...{ purpose: 'p', person: { tenantId: 't', objectId: 'o' }, member: null },
      ...{
        rounds: [],
        questions: [],
        actions: [],
        said: [],
        meetings: [],
        messages: [],
        log: [],
        checkOuts: [],
        silentTexts: [],
      },
    });
    stage.answer = ({ path: asked }) => ({ status: 200, body: asked.endsWith('/my-data') ? own : overviewOf({}) });
    const coming = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Download my data' }).click();
    const download = await coming;
    assert.equal(download.suggestedFilename(), 'my-data.json');
    assert.deepEqual(JSON.parse(readFileSync(await download.path(), 'utf8')), own);
    assert.deepEqual(errors, []);
    stage.answer = () => ({ status: 403, body: refusal });
    await tab.getByRole('button', { name: 'Download my data' }).click();
    assert.equal(await tab.getByRole('alert').innerText(), refusal.detail);
  });

  it('says where to choose an organisation to the reader who has none', async () => {
    const { tab } = await showing({ you: null });
    assert.match(await tab.locator('header').innerText(), /You can say it on the Common Ground card in this channel\./);
  });

  it('shows counts and no result of an open round, and says why a count is hidden', async () => {
    const { tab } = await showing({ open: openRound });
    const round = tab.getByRole('region', { name: 'Round 2 is open' });
    const text = await round.innerText();
    assert.match(text, /13 of 19 have answered/);
    assert.match(text, /Closes Saturday, 6 June 2026, 00:30 \(Europe\/Oslo\)/);
    assert.match(text, /at least 5 people have answered/);
    assert.deepEqual(await rowsOf(round.locator('table')), [
      'Hospital trust 4 of 5',
      'Municipality A 5 of 5',
      'Municipality B 2 of 5',
      'Welfare office Hidden: shown from 5 invited',
    ]);
    assert.equal(await tab.locator('[data-band]').count(), 0);
  });

  it('asks again every ten seconds while a round is open, rests while hidden, and keeps what it knew without contact', async () => {
    let answered = 13;
    // A played clock belongs to a whole browser, so this test has one of its own.
    own = await openBrowser(path ?? '');
    await own.context.clock.install();
    const { page, tab } = await showing({ open: openRound }, {}, own);
    const counts = tab.locator('[aria-live=polite]');
    stage.answer = () => ({ status: 200, body: overviewOf({ open: { ...openRound, answered } }) });
    answered = 14;
    await page.clock.runFor(10_000);
    await counts.filter({ hasText: '14 of 19' }).waitFor();

    const hide = (hidden: boolean) =>
      tab.locator('html').evaluate((_, value) => {
        Object.defineProperty(document, 'hidden', { value, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await hide(true);
    const before = stage.asked.length;
    await page.clock.runFor(60_000);
    assert.equal(stage.asked.length, before);

    stage.answer = () => 'no contact';
    await hide(false);
    await tab.getByRole('status').filter({ hasText: 'No contact with the server since' }).waitFor();
    assert.match(await counts.innerText(), /14 of 19/);
    stage.answer = () => ({ status: 200, body: overviewOf({ open: { ...openRound, answered: 15 } }) });
    await tab.getByRole('button', { name: 'Try again' }).click();
    await counts.filter({ hasText: '15 of 19' }).waitFor();
    assert.equal(await tab.getByRole('status').count(), 0);
  });

  it('shows who sees whom with number, word and symbol, hidden as hidden with its reason, and itself as a dash', async () => {
    const { tab } = await showing({ latest: snapshotOf(matrix3) });
    const matrix = tab.locator('table.matrix');
    assert.deepEqual(await rowsOf(matrix), [
      'How Hospital trust sees – Not asked about itself 3.3 11 answers Discuss 3.0 11 answers Discuss 2.2 9 answers Attention 1 not working with them 2.8',
      'How Municipality A sees 2.3 9 answers Attention – Not asked about itself 4.2 9 answers Strength 3.3 8 answers Discuss 1 not working with them 3.3',
      'How Municipality B sees 2.8 6 answers Attention 4.2 6 answers Strength – Not asked about itself 3.3 4 answers Discuss 2 not working with them 3.4',
      'How Welfare office sees 3.0 3 answers Discuss 1 not working with them 4.3 4 answers Strength ' +
        'Hidden fewer than 3 answered 2 not working with them – Not asked about itself 3.7',
    ]);
    assert.equal(await matrix.locator('td[data-band]').count(), 11);
    assert.equal(await matrix.locator('td[data-band] svg').count(), 11);
    assert.match(await matrix.locator('tfoot').innerText(), /2\.7\s+3\.9\s+3\.6\s+2\.9/);
  });

  it('leaves no cell of any table empty', async () => {
    const { tab } = await showing({ open: openRound, latest: snapshotOf(matrix5) });
    const cells = await tab.locator('td').allInnerTexts();
    assert.ok(cells.length > 40);
    assert.deepEqual(
      cells.filter((text) => text.trim() === ''),
      [],
    );
  });

  it('hatches the row of an organisation where few answered and says so, and shows the floor as "or lower"', async () => {
    const { tab } = await showing({ latest: snapshotOf(rare) });
    const row = tab.locator('table.matrix tbody tr').nth(2);
    assert.match(await row.locator('th').innerText(), /Very low response/);
    assert.equal(await row.locator('td[data-hatched]').count(), 3);
    assert.equal(await tab.locator('td[data-hatched]').count(), 3);
    assert.match(
      await tab.getByRole('region', { name: 'How the organisations see each other' }).innerText(),
      /Hatched row: fewer than half/,
    );
    assert.match(await tab.locator('table.matrix tbody td').nth(3).innerText(), /1\.5\s*or lower/);
  });

  it('names pairs and expectation gaps with their words, in the order of set-up', async () => {
    const { tab } = await showing({ latest: snapshotOf(matrix3) });
    assert.deepEqual(await rowsOf(tab.getByRole('region', { name: 'Pair by pair' }).locator('table')), [
      'Hospital trust and Municipality A 2.8 1.0 Asymmetric Hospital trust sees it brighter',
      'Hospital trust and Municipality B 2.9 0.2 Balanced',
      'Hospital trust and Welfare office 2.6 0.8 Balanced',
      'Municipality A and Municipality B 4.2 0.0 Mutual strength',
      'Municipality A and Welfare office 3.8 1.0 Asymmetric Welfare office sees it brighter',
      'Municipality B and Welfare office Hidden Hidden One side hidden fewer than 3 answered',
    ]);
    const gaps = await rowsOf(tab.getByRole('region', { name: 'What we expect from each other' }).locator('table'));
    assert.equal(gaps.length, 12);
    assert.equal(gaps[3], 'Municipality A needs from Hospital trust 4.8 2.8 2.0 Expects clearly more');
    assert.equal(gaps[8], 'Municipality B needs from Welfare office Hidden fewer than 3 answered');
  });

  it('says that the questions are not validated, and how many people stand behind a number', async () => {
    const { tab } = await showing({ latest: snapshotOf(matrix3) });
    await tab.getByText('The questions have not been validated yet.').waitFor();
    await tab.getByText('A number is shown only when at least 3 people stand behind it. Hidden never means zero.').waitFor();
  });

  it('shows only how the network sees each organisation when the round was pooled', async () => {
    const { tab } = await showing({ latest: snapshotOf(pooled) });
    assert.deepEqual(await rowsOf(tab.locator('table.pooled')), [
      'Hospital trust 2.6 18 answers Attention',
      'Municipality A 3.7 21 answers Discuss',
      'Municipality B 3.5 22 answers Discuss',
      'Welfare office Hidden fewer than 5 answered',
    ]);
    assert.equal(await tab.locator('table.matrix').count(), 0);
  });

  it('says in words when a round closed with nothing that may be shown', async () => {
    const { tab } = await showing({ latest: snapshotOf(nothing) });
    await tab.getByText('Nothing from this round can be shown: fewer than 5 people answered').waitFor();
    assert.equal(await tab.locator('[data-band]').count(), 0);
  });

  it('gives every table a caption and every head a scope, and every region a name', async () => {
    const { tab } = await showing({ open: openRound, latest: snapshotOf(rare) });
    const faults = await tab
      .locator('html')
      .evaluate((page) =>
        [
          ...[...page.querySelectorAll('table')].filter((table) => !table.caption?.textContent.trim()),
          ...[...page.querySelectorAll('th')].filter((head) => !['row', 'col'].includes(head.scope)),
          ...[...page.querySelectorAll('tbody tr')].filter((row) => row.querySelectorAll('th[scope=row]').length !== 1),
          ...[...page.querySelectorAll('section')].filter(
            (part) =>
              !part.getAttribute('aria-label') && !page.querySelector(`#${part.getAttribute('aria-labelledby') ?? 'none'}`),
          ),
          ...[...page.querySelectorAll('[role=region]')].filter((part) => !part.getAttribute('aria-label')),
          ...[...page.querySelectorAll('svg')].filter(
            (picture) => picture.getAttribute('aria-hidden') !== 'true' && picture.getAttribute('aria-labelledby') !== 'picture',
          ),
        ].map((fault) => fault.outerHTML.slice(0, 200)),
      );
    assert.deepEqual(faults, []);
    assert.equal(await tab.locator('main').count(), 1);
    assert.deepEqual(await tab.locator('h1, h2, h3').evaluateAll((heads) => heads.map((head) => head.tagName)), [
      'H1',
      'H2',
      'H2',
      'H3',
      'H3',
      'H3',
      'H3',
      'H3',
      'H3',
      'H3',
      'H2',
    ]);
  });

  it('is walked through by keyboard alone, and shows where the focus is', async () => {
    const { page, tab } = await showing({ open: openRound, latest: snapshotOf(matrix3) });
    await tab.locator('a.arrow').first().waitFor();
    await tab.locator('body').click({ position: { x: 2, y: 2 } });
    // The picture is one stop, which shows the focus along the arrow (first-screen.test.ts), and so are the links of the matrix.
    const region = 'DIV solid 2px';
    const link = 'A solid 2px';
    const button = 'BUTTON solid 2px';
    const reached = [
      ...Array.from({ length: 8 }, () => link),
      button,
      region,
      link,
      button,
      button,
      button,
      'a none 3px',
      region,
      link,
      region,
    ];
    const stops: string[] = [];
    for (let at = 0; at < reached.length; at += 1) {
      await page.keyboard.press('Tab');
      stops.push(
        await tab.locator(':focus').evaluate((stop) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(stop);
          return `${stop.tagName} ${outlineStyle} ${outlineWidth}`;
        }),
      );
    }
    assert.deepEqual(stops, reached);
  });

  for (const [theme, background] of [
    ['default', 'rgb(245, 245, 245)'],
    ['dark', 'rgb(31, 31, 31)'],
    ['contrast', 'rgb(0, 0, 0)'],
  ] as const) {
    it(`wears the colours of the ${theme} theme`, async () => {
      const { tab } = await showing({}, { theme });
      assert.equal(await tab.locator('.frame').evaluate((frame) => getComputedStyle(frame).backgroundColor), background);
    });
  }

  for (const theme of ['default', 'dark', 'contrast'] as const) {
    it(`writes every word of the matrix with a contrast of at least 4.5 in the ${theme} theme`, async () => {
      const { tab } = await showing({ latest: snapshotOf(rare) }, { theme });
      const colours = await colourPairs(tab.locator('table.matrix td, table.matrix td *, .legend li'));
      assert.ok(colours.length > 40);
      for (const [ink, ground] of colours) assert.ok(contrast(ink, ground) >= 4.5, `${ink} on ${ground}`);
    });
  }

  it('changes its colours when Teams changes its theme', async () => {
    const { page, tab } = await showing({});
    await page.evaluate("toTab('themeChange', ['contrast'])");
    await tab.locator('.frame[data-theme=contrast]').waitFor();
  });

  for (const [width, height, locale] of [
    [320, 640, 'nb-no'],
    [320, 640, 'en-us'],
    [1280, 720, 'nb-no'],
  ] as const) {
    it(`never scrolls sideways as a page at ${width} by ${height} in ${locale}`, async () => {
      const { tab } = await showing({ open: openRound, latest: snapshotOf(rare), you: null }, { width, height, locale });
      const { content, seen } = await tab
        .locator('html')
        .evaluate((page) => ({ content: page.scrollWidth, seen: page.clientWidth }));
      assert.ok(seen > 0 && content <= seen, `${content} > ${seen}`);
    });
  }

  it('keeps the row names in sight while the matrix scrolls on a phone', async () => {
    const { tab } = await showing({ latest: snapshotOf(matrix3) }, { width: 320, height: 640 });
    const places = await tab.locator('.scroll:has(.matrix)').evaluate((region) => {
      region.scrollLeft = 200;
      const name = region.querySelector('tbody th');
      return [region.scrollLeft, name ? name.getBoundingClientRect().left - region.getBoundingClientRect().left : -1];
    });
    assert.deepEqual(places, [200, 0]);
  });

  it('speaks Norwegian to a Norwegian reader, to the screen reader and to the server too', async () => {
    const { tab } = await showing({ latest: snapshotOf(matrix3) }, { locale: 'nb-no' });
    assert.equal(await tab.locator('html').getAttribute('lang'), 'nb');
    await tab.getByText('Slik ser organisasjonene hverandre').waitFor();
    assert.match(await tab.locator('table.matrix td').nth(1).innerText(), /3,3/);
    assert.equal(stage.asked[0]?.language, 'nb');
  });

  it("shows the server's refusal as its one sentence, leaves Teams' own error away, and comes back on a new try", async () => {
    stage.answer = () => ({ status: 404, body: refusal });
    const { page, tab } = await show(browser.context, stage);
    assert.equal(await tab.getByRole('alert').innerText(), refusal.detail);
    const told = await page.evaluate<unknown[][]>('told');
    assert.deepEqual(told.at(-1), ['appInitialization.expectedFailure', 'Other', refusal.detail]);
    stage.answer = () => ({ status: 200, body: overviewOf({}) });
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.getByText('Our purpose').waitFor();
  });

  it('tells the reader the code to pass on when Teams cannot sign them in', async () => {
    const { tab } = await show(browser.context, stage, { signin: 'fails' });
    assert.match(await tab.getByRole('alert').innerText(), /give this code to your IT team: resourceRequiresConsent/);
    assert.deepEqual(stage.asked, []);
  });

  it('asks to be opened in Teams when it is opened outside', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${stage.origin}/tab/index.html`);
    assert.equal(await page.locator('h1').innerText(), 'Open this in Microsoft Teams');
    assert.deepEqual(stage.asked, []);
  });
});
