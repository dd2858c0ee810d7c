import assert from 'node:assert/strict';
import type { Snapshot } from '../../bot/contracts/tab-api.ts';
import type { Browser } from '../browser.ts';
import { colourPairs, contrast } from './contrast.ts';
import { nothing, overviewOf, pooled, snapshotOf } from './fixtures.ts';
import { checkBack, dangerous, full, healthCheck, practices, twelve } from './results-fixtures.ts';
import { onStage } from './on-stage.ts';
import { answeredSharing, show, type Stage, type View } from './stage.ts';

describe('presenting results', function () {
  this.timeout(120_000);
  let browser: Browser;
  let stage: Stage;

  onStage((openedBrowser, raisedStage) => {
    browser = openedBrowser;
    stage = raisedStage;
  });

  const opened = async (latest: Snapshot, view: View = {}) => {
    stage.answer = () => ({ status: 200, body: overviewOf({ latest }) });
    const shown = await show(browser.context, stage, view);
    await shown.tab.locator('h1').first().waitFor();
    return shown;
  };
  const presenting = async (latest: Snapshot, view: View = {}) => {
    const shown = await opened(latest, view);
    await shown.tab.locator('a[href="#present"]').click();
    await shown.tab.locator('.slide[data-shown]').waitFor();
    const title = () => shown.tab.locator('.slide[data-shown] h1').innerText();
    return { ...shown, title, count: await shown.tab.locator('.slide').count() };
  };

  it('begins with the purpose and ends with the method, by arrow keys, space, Home and End, and says each slide aloud', async () => {
    const { page, tab, title, count, errors } = await presenting(full);
    assert.equal(await title(), 'People who leave hospital meet one plan, not four.');
    const seen = [];
    for (let at = 1; at < count; at += 1) {
      await page.keyboard.press(['ArrowRight', 'Space', 'ArrowDown', 'PageDown'][at % 4] ?? '');
      seen.push(await title());
      assert.equal(await tab.locator('[aria-live]').innerText(), `Slide ${at + 1} of ${count}: ${seen.at(-1)}`);
    }
    assert.deepEqual(seen, [
      'How the organisations see each other',
      'What to talk about',
      'Hospital trust and Municipality A',
      'Hospital trust and Municipality A, question by question',
      'Municipality A and Welfare office',
      'Municipality A and Municipality B',
      'What we expect from each other',
      'Change and response',
      'How this is measured',
    ]);
    await page.keyboard.press('ArrowRight');
    assert.equal(await title(), 'How this is measured', 'the last stays the last');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await title(), 'Change and response');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
    assert.equal(await title(), 'People who leave hospital meet one plan, not four.');
    await page.keyboard.press('End');
    assert.equal(await title(), 'How this is measured');
    assert.deepEqual(errors, []);
  });

  it('is opened, turned by its buttons and left with the keyboard alone; Escape gives the focus back', async () => {
    const { page, tab } = await opened(full);
    await tab.locator('a[href="#present"]').focus();
    await page.keyboard.press('Enter');
    await tab.locator('.slide[data-shown]').waitFor();
    assert.equal(await tab.locator('.deck:focus').count(), 1);
    await tab.getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Space');
    assert.equal(await tab.locator('.place').innerText(), 'Slide 2 of 10', 'space on a button presses it, once');
    await tab.getByRole('button', { name: 'Previous' }).focus();
    await page.keyboard.press('Enter');
    assert.equal(await tab.locator('.place').innerText(), 'Slide 1 of 10');
    await page.keyboard.press('Escape');
    await tab.locator('a[href="#present"]:focus').waitFor();
    assert.equal(await tab.locator('.slide').count(), 0);
    assert.equal(await tab.locator('.matrix').isVisible(), true);
  });

  it('fits every slide on 1280x720 without scrolling, with twelve organisations and whatever they are called', async () => {
    for (const latest of [full, twelve, dangerous, healthCheck, practices, checkBack, snapshotOf(pooled)]) {
      const { page, tab, count, title, errors } = await presenting(latest);
      for (let at = 0; at < count; at += 1) {
        const spill = await tab.locator('.slide[data-shown]').evaluate((slide) => {
          const deck = slide.parentElement?.getBoundingClientRect() ?? new DOMRect();
          const over = [...slide.querySelectorAll('*')].flatMap((part) => {
            const { bottom, right, width } = part.getBoundingClientRect();
            return width > 1 && (bottom > deck.bottom + 1 || right > deck.right + 1) ? [part.tagName] : [];
          });
          const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
          return [...over, ...(scrollHeight > clientHeight || scrollWidth > clientWidth ? ['the page'] : [])];
        });
        assert.deepEqual(spill, [], await title());
        await page.keyboard.press('ArrowRight');
      }
      assert.deepEqual(errors, []);
      await page.close();
    }
  });

  it('is set in large type: at least 20 px for four organisations, and never under 12', async () => {
    for (const [latest, least] of [
      [full, 20],
      [twelve, 12],
    ] as const) {
      const { tab } = await presenting(latest);
      const sizes = await tab
        .locator('.slide')
        .evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize)));
      assert.ok(Math.min(...sizes) >= least, sizes.join(' '));
    }
  });

  it('flows and scrolls in the side panel of a meeting, 320 px wide, without scrolling sideways', async () => {
    const { page, tab, count } = await presenting(twelve, { width: 320, height: 640, locale: 'nb-no' });
    for (let at = 0; at < count; at += 1) {
      const wide = await tab
        .locator('.deck')
        .evaluate((deck) => [deck.scrollWidth - deck.clientWidth, document.documentElement.scrollWidth]);
      assert.deepEqual(wide, [0, 320], String(at));
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    assert.equal(await tab.locator('.place').innerText(), `Lysbilde 1 av ${count}`, 'up and down scroll here');
  });

  it('shows hidden values as hidden with the reason, and nothing but the snapshot is asked for', async () => {
    const { page, tab } = await presenting(full);
    await page.keyboard.press('ArrowRight');
    const hidden = tab.locator('.slide[data-shown] td.hidden');
    assert.match((await hidden.innerText()).replace(/\s+/g, ' '), /Hidden fewer than 3 answered/);
    assert.ok(stage.asked.every(({ path: asked }) => asked.endsWith('/overview')));
  });

  it('is readable in every theme and language', async () => {
    for (const theme of ['default', 'dark', 'contrast'] as const)
      for (const locale of ['en-us', 'nb-no']) {
        const { page, tab, count, errors } = await presenting(full, { theme, locale });
        for (let at = 0; at < count; at += 1) {
          const places = tab.locator(
            '.slide[data-shown] :is(h1, h2, p, li, dt, dd, th, td, strong, small, .mark), .turn :is(.keys, .place)',
          );
          for (const pair of await colourPairs(places))
            assert.ok(contrast(...pair) >= 4.5, `${theme} slide ${at}: ${pair.join(' on ')}`);
          await page.keyboard.press('ArrowRight');
        }
        assert.deepEqual(errors, []);
        await page.close();
      }
  });

  describe('shared to a meeting', () => {
    const panel: View = { frame: 'sidePanel', client: 'desktop', width: 320 };
    const button = ({ tab }: Awaited<ReturnType<typeof presenting>>) => tab.getByRole('button', { name: 'Share to the meeting' });
    const sharedIn = async ({ page }: Awaited<ReturnType<typeof presenting>>) =>
      (await page.evaluate<unknown[][]>('told')).filter(([what]) => what === 'meeting.shareAppContentToStage');

    it('goes as a shared screen, with its channel and its place in the address', async () => {
      const shown = await presenting(full, panel);
      await button(shown).click();
      await shown.tab.getByText('Everybody in the meeting sees the presentation now. Turn the slides there.').waitFor();
      const address = `${stage.origin}/tab/index.html?channel=19%3Asample%40thread.tacv2&place=present#present`;
      assert.deepEqual(await sharedIn(shown), [['meeting.shareAppContentToStage', address, { sharingProtocol: 'ScreenShare' }]]);
    });

    it('is asked of Teams once while Teams has not answered, however often it is pressed', async () => {
      const shown = await presenting(full, { ...panel, share: 'silent' });
      await button(shown).dblclick();
      await button(shown).and(shown.tab.locator('[aria-disabled=true]')).click({ force: true });
      assert.equal((await sharedIn(shown)).length, 1);
    });

    it('is offered where Teams can share a screen of an app: in the side panel, on Windows, to who has the permission', async () => {
      const elsewhere: readonly View[] = [
        {},
        { ...panel, frame: 'meetingStage' },
        ...(['web', 'ios', 'android', 'macos'] as const).map((client) => ({ ...panel, client })),
        ...(['forbidden', 'denied'] as const).map((share) => ({ ...panel, share })),
      ];
      for (const view of elsewhere) {
        const shown = await presenting(full, view);
        await answeredSharing(shown, view.frame === 'sidePanel');
        assert.equal(await button(shown).count(), 0, JSON.stringify(view));
        assert.deepEqual(await sharedIn(shown), []);
        await shown.page.close();
      }
    });

    it('says what to do where Teams does not share it', async () => {
      const shown = await presenting(full, { ...panel, share: 'fails' });
      await button(shown).click();
      await shown.tab.getByText(/Teams did not share it/).waitFor();
    });
  });

  it('is opened by its address on the stage also where Teams drops what stands behind #', async () => {
    stage.answer = () => ({ status: 200, body: overviewOf({ latest: full }) });
    const { tab } = await show(browser.context, stage, {
      frame: 'meetingStage',
      channel: 'none',
      address: '?channel=19%3Aother&place=present',
    });
    await tab.locator('.slide[data-shown]').waitFor();
  });

  it('is opened by its address on the stage, where Teams names no channel', async () => {
    stage.answer = () => ({ status: 200, body: overviewOf({ latest: full }) });
    stage.asked.length = 0;
    const { tab } = await show(browser.context, stage, {
      frame: 'meetingStage',
      channel: 'none',
      address: '?channel=19%3Aother#present',
    });
    await tab.locator('.slide[data-shown]').waitFor();
    assert.equal(stage.asked[0]?.path, '/api/channels/19%3Aother/overview');
  });

  it('is not offered where nothing is shown, and its address then gives the first screen', async () => {
    stage.answer = () => ({ status: 200, body: overviewOf({ latest: snapshotOf(nothing) }) });
    const { tab } = await show(browser.context, stage, { address: '#present' });
    await tab.getByText('Nothing from this round can be shown').waitFor();
    assert.equal(await tab.locator('.slide, .take, a[href="#present"]').count(), 0);
  });
});
