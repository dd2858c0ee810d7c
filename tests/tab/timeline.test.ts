import assert from 'node:assert/strict';
import { checkOutOf } from '../../bot/domain/scoring/check-out.ts';
import type { RoundOnTimeline } from '../../bot/contracts/timeline-api.ts';
import type { Browser } from '../browser.ts';
import { colourPairs, contrast } from './contrast.ts';
import { snapshotOf, matrix3 } from './fixtures.ts';
import { onStage } from './on-stage.ts';
import { full, healthCheck } from './results-fixtures.ts';
import { show, type Stage, type View } from './stage.ts';
import {
  healthRound,
  manyRounds,
  matrixRound,
  overviewWith,
  practicesRound,
  checkBackRound,
  timelineOf,
} from './timeline-fixtures.ts';

describe('rounds over time', function () {
  this.timeout(120_000);
  let browser: Browser;
  let stage: Stage;

  onStage((openedBrowser, raisedStage) => {
    browser = openedBrowser;
    stage = raisedStage;
  });

  /** An earlier round's results differ from the latest ones, so that the two can be told apart. */
  const earlier = { ...snapshotOf(matrix3), round: 2, imported: true as const };
  const latest = { ...full, round: 8 };
  const opened = async (rounds: readonly RoundOnTimeline[], view: View = {}, checkOuts: unknown[] = []) => {
    stage.asked.length = 0;
    stage.answer = ({ path }) => {
      if (path.endsWith('/overview')) return { status: 200, body: overviewWith(rounds, { latest }) };
      if (path.endsWith('/rounds')) return { status: 200, body: timelineOf(rounds, checkOuts) };
      if (path.endsWith('/rounds/2')) return { status: 200, body: earlier };
      if (path.endsWith('/rounds/3')) return { status: 200, body: { ...healthCheck, round: 3 } };
      if (path.endsWith('/rounds/8')) return { status: 200, body: latest };
      return { status: 404, body: { type: 'about:blank', title: 'Not Found', status: 404, detail: 'No such results.' } };
    };
    return await show(browser.context, stage, view);
  };
  const overTime = async (rounds: readonly RoundOnTimeline[], view: View = {}, checkOuts: unknown[] = []) => {
    const shown = await opened(rounds, { address: '#timeline', ...view }, checkOuts);
    await shown.tab.locator('h1:focus').waitFor();
    return shown;
  };
  const textOf = async (tab: Awaited<ReturnType<typeof overTime>>['tab'], place: string) =>
    (await tab.locator(place).innerText()).replace(/\s+/g, ' ');

  it('are one link from the first screen, by keyboard, and Back gives the focus back to it', async () => {
    const { page, tab, errors } = await opened(manyRounds);
    await tab.locator('a[href="#timeline"]').focus();
    await page.keyboard.press('Enter');
    await tab.locator('h1:focus').waitFor();
    assert.equal(await tab.locator('h1').innerText(), 'Rounds over time');
    await tab.getByRole('link', { name: 'Back to the overview' }).focus();
    await page.keyboard.press('Enter');
    await tab.locator('a[href="#timeline"]:focus').waitFor();
    assert.deepEqual(errors, []);
  });

  it('are not offered before a round has closed', async () => {
    stage.answer = () => ({ status: 200, body: overviewWith([]) });
    const { tab } = await show(browser.context, stage);
    await tab.locator('h1').waitFor();
    assert.equal(await tab.locator('a[href="#timeline"]').count(), 0);
  });

  it('stand in the order in which they closed, each with what it asked, of whom, and whether it was imported', async () => {
    const { tab } = await overTime(manyRounds);
    const rows = await tab.locator('section[aria-labelledby="rounds"] tbody tr').allInnerTexts();
    const said = rows.map((row) => row.replace(/\s+/g, ' ').trim());
    assert.equal(said[0], 'Round 1Imported The relations between us 16 January 2024 leaders 3');
    assert.equal(said[4], 'Round 5 The relations between us 16 January 2025 leaders and employees 3');
    assert.equal(said[7], 'Round 8 Six practices 16 October 2025 leaders 3');
  });

  it('show the network index as a line with its table under it, imported rounds by another shape and in words', async () => {
    const { tab } = await overTime(manyRounds);
    const drawing = tab.getByRole('img', {
      name: /^Network index of each round, from 1 to 5: round 1, .*, imported, 2\.9; round 2/,
    });
    assert.equal(await drawing.count(), 1);
    assert.equal(await drawing.locator('circle').count(), 3);
    assert.equal(await drawing.locator('path.point').count(), 1);
    assert.equal(await drawing.locator('.join').count(), 2, 'rounds 1, 2 and 4 asked the same people; 5 has no index');
    assert.deepEqual(await tab.locator('.shapes li').allInnerTexts(), ['Held here', 'Imported']);
    const cells = await tab.locator('section[aria-labelledby="networks"] tbody tr').allInnerTexts();
    const said = cells.map((row) => row.replace(/\s+/g, ' ').trim());
    assert.equal(said[0], 'Round 1Imported 16 January 2024 2.9 11 of 12 27% 50% No earlier round to compare with');
    assert.match(said[2] ?? '', /3\.4 11 of 12 27% 50% Since round 2: clearly better$/);
    assert.match(said[3] ?? '', /None: too few people to show who sees whom/);
    assert.match(await textOf(tab, 'section[aria-labelledby="networks"]'), /Round 5 has no point: it had too few people/);
  });

  it('say why two points are not joined where other people were asked', async () => {
    const { tab } = await overTime([
      matrixRound(1, 3),
      matrixRound(2, 3.1, { audience: ['leader', 'employee'] }),
      matrixRound(3, 3),
    ]);
    assert.equal(await tab.locator('.join').count(), 0);
    const notes = await tab.locator('section[aria-labelledby="networks"] .note').allInnerTexts();
    assert.equal(notes.length, 2);
    assert.match(notes[0] ?? '', /Rounds 1 and 2 are not joined: the first asked leaders, the second leaders and employees/);
  });

  it('draw no line before three rounds show an index, and say what comes when there are more', async () => {
    for (const [rounds, sentence] of [
      [[matrixRound(1, 3)], /One round shows a network index so far\. With the next/],
      [[matrixRound(1, 3), matrixRound(2, 3.1)], /2 rounds show a network index so far.*Two are no trend/],
      [[matrixRound(1, null)], /No round shows a network index yet/],
    ] as const) {
      const { page, tab } = await overTime(rounds);
      assert.equal(await tab.locator('.indexLine').count(), 0);
      assert.match(await textOf(tab, 'section[aria-labelledby="networks"]'), sentence);
      await page.close();
    }
  });

  it('show a hidden value as hidden with the reason, never as zero or blank', async () => {
    const { tab } = await overTime([matrixRound(1, null), healthRound(2, 2), practicesRound(3, 3)]);
    assert.match(
      await textOf(tab, 'section[aria-labelledby="networks"] tbody tr'),
      /Hidden no relation is shown 0 of 12 Hidden no relation/,
    );
    assert.match(
      await textOf(tab, 'section[aria-labelledby="healthChecks"] tr:has-text("Rules")'),
      /Hidden fewer than 3 answered/,
    );
    const practices = await tab.locator('section[aria-labelledby="practices"] tbody tr').allInnerTexts();
    assert.match(practices[2] ?? '', /Hidden\s+fewer than 3 answered/);
    assert.match(practices[4] ?? '', /1\.5\s+or lower/);
    assert.equal(await tab.locator('td:empty').count(), 0);
  });

  it('show each health check as four bars with their words, side by side, and power in its own place', async () => {
    const { tab } = await overTime(manyRounds);
    const health = tab.locator('section[aria-labelledby="healthChecks"]');
    assert.equal(await health.locator('table').first().locator('tbody tr').count(), 4);
    assert.match(await textOf(tab, 'section[aria-labelledby="healthChecks"] tr:has-text("Goals")'), /1\.60 Latent 2\.40 Active/);
    assert.match(await health.locator('table').nth(1).innerText(), /Power/);
    assert.match(await health.innerText(), /Two are no trend/);
    const bars = await health
      .locator('tr:has-text("Goals") .rail > span')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
    assert.ok((bars[0] ?? 0) > 0 && (bars[1] ?? 0) > 2 * (bars[0] ?? 0), bars.join());
  });

  it('show each outcome check-back by check-back, by its number: mended words are the same outcome', async () => {
    const { tab } = await overTime([checkBackRound(1, 1.5), checkBackRound(2, 2.4, true)]);
    const rows = await tab.locator('section[aria-labelledby="checkBacks"] tbody tr').allInnerTexts();
    assert.equal(rows.length, 3);
    assert.match(rows[0] ?? '', /more than two days\.\s+1\.5\s+or lower\s+Latent\s+2\.4\s+Active/);
    assert.match(rows[1] ?? '', /Hidden\s+fewer than 3 answered/);
    assert.match(rows[2] ?? '', /Not asked\s+1\.9\s+Developing/);
  });

  it('show check-outs from three meetings on that show how people left, and before only the latest', async () => {
    const left = (meeting: string, people: number) => ({
      ...{ meeting, k: 3 },
      ...checkOutOf({ n: people, sum: 4 * people, squares: 16 * people }, { yes: people, partly: 1, no: 0 }, 3),
    });
    const three = [left('2026-01-15', 8), left('2026-02-12', 7), left('2026-03-12', 9)];
    const one = await overTime(manyRounds, {}, three.slice(1));
    const rowsOf = ({ tab }: typeof one) => tab.locator('section[aria-labelledby="checkOuts"] tbody tr').allInnerTexts();
    const latestAlone = async (shown: typeof one): Promise<void> => {
      const rows = await rowsOf(shown);
      assert.equal(rows.length, 1);
      assert.match(rows[0] ?? '', /^12 March 2026/);
    };
    await latestAlone(one);
    const hidden = await overTime(manyRounds, {}, [left('2026-01-15', 2), ...three.slice(1)]);
    await latestAlone(hidden);
    const { tab } = await overTime(manyRounds, {}, [...three, left('2026-04-16', 2)]);
    const rows = await rowsOf({ ...one, tab });
    assert.match((rows[0] ?? '').replace(/\s+/g, ' '), /^15 January 2026 4\.0 8 yes, 1 partly, 0 no$/);
    assert.match((rows[3] ?? '').replace(/\s+/g, ' '), /Hidden fewer than 3 answered/);
  });

  it('lead each to its own page: the results of that round, marked, with a way back to the row it was opened from', async () => {
    const { page, tab, errors } = await overTime(manyRounds);
    await tab.locator('section[aria-labelledby="rounds"] a[href="#round-2"]').focus();
    await page.keyboard.press('Enter');
    await tab.locator('h1:focus').waitFor();
    assert.equal(await tab.locator('h1').innerText(), 'Round 2');
    const results = await textOf(tab, '.results');
    assert.match(
      results,
      /Results of round 2 Imported Collected elsewhere\. First answer 23 January 2026, closed 6 February 2026\. Asked: leaders and employees\./,
    );
    assert.match(results, /at least 3 people stand behind it/);
    assert.equal(await tab.locator('.matrix').count(), 1, 'the latest results are not on the page too');
    await tab.getByRole('link', { name: 'Back to all rounds' }).click();
    await tab.locator('a[href="#round-2"]:focus').waitFor();
    assert.deepEqual(errors, []);
  });

  it('keep every link of a round’s page on it: a pair leads to its page with the numbers of that round, the picture to its table there', async () => {
    const { page, tab } = await opened(manyRounds, { address: '#round-8' });
    await tab.locator('.picture a.arrow').first().waitFor();
    const links = await tab
      .locator('.results a[href*="pair-"], .results a.toTable, .results a.arrow')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    assert.ok(links.length > 12);
    for (const link of links) {
      assert.match(link, /^#round-8-(pair-\w+-\w+|matrix)$/);
      if (link.endsWith('matrix')) assert.equal(await tab.locator(`[id="${link.slice(1)}"]`).count(), 1);
    }
    const area = tab.locator('.areas a').first();
    await area.focus();
    await page.keyboard.press('Enter');
    await tab.locator('h1:focus').waitFor();
    assert.match(await textOf(tab, '.pair header'), /Hospital trust and Municipality A.*[Rr]ound 8/);
    await tab.locator('.pair nav a').first().click();
    assert.match(await textOf(tab, '.pair header'), /[Rr]ound 8/);
    // Only the frame has a history here; for the window there is nothing to load.
    await page.evaluate(() => {
      history.back();
    });
    await tab.locator('.pair h1', { hasText: /^Hospital trust and Municipality A$/ }).waitFor();
    await tab.getByRole('link', { name: 'Back to round 8' }).first().click();
    await tab.locator('h1', { hasText: 'Round 8' }).waitFor();
    assert.equal(await area.evaluate((one) => one === document.activeElement), true);
  });

  it('are asked for when their page is opened, not for the page of one round', async () => {
    stage.asked.length = 0;
    const { tab } = await opened(manyRounds, { address: '#round-8' });
    await tab.locator('.picture a.arrow').first().waitFor();
    const askedForAll = () => stage.asked.filter(({ path }) => path.endsWith('/rounds')).length;
    assert.equal(askedForAll(), 0);
    await tab.getByRole('link', { name: 'Back to all rounds' }).click();
    await tab.getByRole('heading', { name: 'Rounds over time' }).waitFor();
    assert.equal(askedForAll(), 1);
  });

  it('lead from round to round in the order of closing, and from an earlier one to the overview', async () => {
    const { tab } = await opened(manyRounds, { address: '#round-2' });
    await tab.locator('h1:focus').waitFor();
    assert.match(await textOf(tab, 'header'), /This is an earlier round/);
    await tab.getByRole('link', { name: 'After: round 3' }).click();
    await tab.getByRole('heading', { name: 'Round 3', exact: true }).waitFor();
    await tab.locator('#dimensions').waitFor();
    await tab.getByRole('link', { name: 'Back to the overview' }).click();
    await tab.getByText('Our purpose').waitFor();
  });

  it('say in one sentence why a round cannot be shown, with a way back', async () => {
    const { tab } = await opened(manyRounds, { address: '#round-77' });
    assert.equal(await tab.getByRole('alert').innerText(), 'No such results.');
    await tab.getByRole('link', { name: 'Back to the overview' }).click();
    await tab.getByText('Our purpose').waitFor();
  });

  it('are readable in every theme and language, at 320 px too, without scrolling the page sideways', async () => {
    for (const theme of ['default', 'dark', 'contrast'] as const)
      for (const [locale, width] of [
        ['en-us', 1280],
        ['nb-no', 320],
      ] as const) {
        const { page, tab, errors } = await overTime(manyRounds, { theme, locale, width });
        for (const pair of await colourPairs(tab.locator('.page :is(h1, h2, h3, p, th, td, li, small, strong, .tag, .word, a)')))
          assert.ok(contrast(...pair) >= 4.5, `${theme}: ${pair.join(' on ')}`);
        assert.equal(await tab.locator('html').evaluate((html) => html.scrollWidth), width);
        assert.deepEqual(errors, []);
        await page.close();
      }
  });

  it('ask for nothing but the rounds and the first screen, and for a round only when it is opened', async () => {
    const { tab } = await overTime(manyRounds);
    await tab.locator('section[aria-labelledby="rounds"] a[href="#round-2"]').click();
    await tab.locator('.matrix').waitFor();
    const asked = stage.asked.map(({ path }) => path.split('/').slice(4).join('/'));
    assert.deepEqual(asked, ['overview', 'rounds', 'rounds/2']);
  });
});
