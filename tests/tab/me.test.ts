import assert from 'node:assert/strict';
import type { MyCollaborations } from '../../bot/contracts/my-collaborations.ts';
import type { Browser } from '../browser.ts';
import { matrix3, overviewOf, snapshotOf } from './fixtures.ts';
import { card, mineOf, one, quietOne } from './me-fixtures.ts';
import { onStage } from './on-stage.ts';
import { show, type Stage, type View } from './stage.ts';

const shots = process.env['SHOTS'];
type Told = readonly (readonly unknown[])[];

describe('the personal tab', function () {
  this.timeout(120_000);
  let browser: Browser;
  let stage: Stage;
  onStage((opened, raised) => {
    browser = opened;
    stage = raised;
  });
  const opened = (answer: MyCollaborations, view: View = {}) => {
    stage.answer = () => ({ status: 200, body: answer });
    stage.asked.length = 0;
    return show(browser.context, stage, { address: '#me', channel: 'none', ...view });
  };

  it('shows each collaboration with place, open survey and own progress, next meeting, and the ways there', async () => {
    const { tab, page } = await opened(mineOf({ collaborations: [one, quietOne] }));
    const first = tab.getByRole('article', { name: one.purpose });
    for (const words of [
      'You answer for Municipality A, as a leader.',
      'Round 2 is open until Saturday, 6 June 2026, 00:30 (Europe/Oslo).',
      'You have begun, but not answered everything yet.',
      'Next meeting: 9 June 2026',
    ])
      await first.getByText(words).waitFor();
    assert.deepEqual(await first.getByRole('link').allInnerTexts(), [
      'Go on, on the card in the channel',
      'Call the ward before noon',
      'Share the duty list',
      'Open the results of round 1',
      'Open in the channel',
    ]);
    const second = tab.getByRole('article', { name: quietOne.purpose });
    await second.getByText(/You have not said yet.*You are its integration manager\./).waitFor();
    await second.getByText('No survey is open.').waitFor();
    assert.deepEqual(await second.getByRole('link').allInnerTexts(), ['Open in the channel']);
    assert.deepEqual(
      stage.asked.map(({ path, token }) => [path, token]),
      [['/api/me', 'Bearer token-1']],
    );
    await first.getByRole('link', { name: 'Go on, on the card in the channel' }).press('Enter');
    await first.getByRole('link', { name: 'Open the results of round 1' }).press('Enter');
    await page.waitForFunction(
      () => (window as unknown as { told: Told }).told.filter(([f]) => f === 'executeDeepLink').length === 2,
    );
    const told = await page.evaluate(() => (window as unknown as { told: Told }).told);
    assert.deepEqual(
      told.filter(([func]) => func === 'executeDeepLink').map(([, to]) => to),
      [card, one.results.open],
    );
    assert.equal(browser.context.pages().length, 2, 'nothing was opened outside Teams');
  });

  it('says what cannot be checked and that there are more, beside the others, and looks again', async () => {
    const { tab } = await opened(mineOf({ collaborations: [one], unchecked: 2, more: true }));
    await tab.getByRole('article').waitFor();
    await tab
      .getByRole('status')
      .getByText(/^2 collaborations cannot be checked right now/)
      .waitFor();
    await tab.getByText('You are in more collaborations than are shown here.').waitFor();
    stage.answer = () => ({ status: 200, body: mineOf({ collaborations: [one, quietOne] }) });
    await tab.getByRole('button', { name: 'Look again' }).click();
    await tab.getByRole('article', { name: quietOne.purpose }).waitFor();
    assert.equal(await tab.getByText('cannot be checked').count(), 0);
  });

  it('tells who is in none what to do, and keeps what it showed while there is no contact, not when it is refused', async () => {
    const none = await opened(mineOf({}), { locale: 'nb-no' });
    await none.tab.getByText(/Vil du starte et samarbeid/).waitFor();
    const { tab, page } = await opened(mineOf({ collaborations: [one], unchecked: 1 }));
    await tab.getByRole('article').waitFor();
    stage.answer = () => 'no contact';
    await tab.getByRole('button', { name: 'Look again' }).click();
    await tab.getByRole('button', { name: 'Try again' }).waitFor();
    assert.equal(await tab.getByRole('article').count(), 1);
    // A refusal is a decision: what the reader may not see any more goes.
    stage.answer = () => ({ status: 403, body: { type: 'about:blank', title: 'Forbidden', status: 403, detail: 'Not yours.' } });
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.getByText('Not yours.').waitFor();
    assert.equal(await tab.getByRole('article').count(), 0);
    await page.close();
  });

  it('fits a phone and a projector, in three themes and both languages, without a word of complaint', async () => {
    const long = { ...one, purpose: `${'Samhandlingsreformkommunehelsetjeneste'.repeat(3)} ${one.purpose}` };
    for (const [width, height] of [
      [320, 640],
      [1280, 720],
    ] as const)
      for (const theme of ['default', 'dark', 'contrast'] as const) {
        const locale = theme === 'dark' ? 'nb-no' : 'en-gb';
        const { tab, page, errors } = await opened(mineOf({ collaborations: [one, quietOne, long], unchecked: 1 }), {
          theme,
          width,
          height,
          locale,
        });
        await tab.getByRole('article').first().waitFor();
        assert.equal(await tab.locator('html').evaluate((root) => root.scrollWidth > innerWidth), false, `${theme} ${width}`);
        if (shots !== undefined) await page.screenshot({ path: `${shots}/me-${theme}-${width}.png` });
        assert.deepEqual(errors, []);
        await page.close();
      }
  });
});

describe('the tab opened by a link', function () {
  this.timeout(60_000);
  let browser: Browser;
  let stage: Stage;
  onStage((opened, raised) => {
    browser = opened;
    stage = raised;
  });
  const opened = async (sub: string) => {
    stage.answer = () => ({ status: 200, body: overviewOf({ latest: snapshotOf(matrix3) }) });
    const { tab } = await show(browser.context, stage, { sub });
    await tab.getByRole('heading', { level: 1 }).waitFor();
    return await tab.locator('html').evaluate(() => location.hash);
  };

  it('goes to the place it names, and to the first screen for whatever there is not', async () => {
    assert.equal(await opened('pair-1-3'), '#pair-1-3');
    assert.equal(await opened('round-1'), '#round-1');
    assert.equal(await opened('action-7'), '#action-7');
    assert.equal(await opened('actions'), '#actions');
    assert.equal(await opened('manage'), '#manage');
    for (const sub of ['actions-new', 'manage-roster', 'configure', '', '"><script>']) assert.equal(await opened(sub), '', sub);
  });
});
