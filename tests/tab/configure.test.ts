import assert from 'node:assert/strict';
import type { Browser } from '../browser.ts';
import { setUpOf } from './manage-fixtures.ts';
import { onStage } from './on-stage.ts';
import { show, type Stage, type View } from './stage.ts';

const shots = process.env['SHOTS'];
type Told = readonly (readonly unknown[])[];
type Host = { readonly told: Told; readonly toTab: (func: string, args: readonly unknown[]) => void };

describe('adding the tab to a channel', function () {
  this.timeout(120_000);
  let browser: Browser;
  let stage: Stage;
  onStage((opened, raised) => {
    browser = opened;
    stage = raised;
  });
  const here = { status: 200, body: setUpOf({}) };
  const nothing = { status: 403, body: { type: 'about:blank', title: 'Forbidden', status: 403, detail: 'No.' } };
  const opened = (answer: Awaited<ReturnType<Stage['answer']>>, view: View = {}) => {
    stage.answer = () => answer;
    return show(browser.context, stage, { address: '?x=1#configure', frame: 'settings', ...view });
  };
  const told = async ({ page }: Awaited<ReturnType<typeof show>>, func: string): Promise<readonly unknown[]> => {
    await page.waitForFunction((name) => (window as unknown as Host).told.some(([one]) => one === name), func);
    return await page.evaluate((name) => (window as unknown as Host).told.findLast(([one]) => one === name) ?? [], func);
  };
  const save = async (shown: Awaited<ReturnType<typeof show>>) => {
    assert.deepEqual(await told(shown, 'settings.setValidityState'), ['settings.setValidityState', true]);
    await shown.page.evaluate(() => {
      (window as unknown as Host).toTab('settings.save', [{}]);
    });
  };

  it('says what it will show, for which collaboration, and saves the address of the tab without anything of this page', async () => {
    const shown = await opened(here);
    await shown.tab.getByText(here.body.purpose).waitFor();
    await shown.tab.getByText(/^The tab shows everybody in this channel/).waitFor();
    await save(shown);
    await told(shown, 'settings.save.success');
    const address = `${stage.origin}/tab/index.html`;
    const [, settings] = await told(shown, 'settings.setSettings');
    assert.deepEqual(settings, {
      entityId: 'collaboration',
      contentUrl: address,
      websiteUrl: address,
      suggestedDisplayName: 'Common Ground',
    });
  });

  it('is possible before there is a collaboration, and then says what comes next; and where that cannot be found out', async () => {
    const none = await opened(nothing, { locale: 'nb-no' });
    await none.tab
      .getByText(/Det er ikke noe samarbeid i denne kanalen ennå\. Du kan lagre likevel; nevn så Common Ground/)
      .waitFor();
    await save(none);
    await told(none, 'settings.save.success');
    const unknown = await opened('no contact');
    await unknown.tab.getByText(/could not be found out right now. You can save all the same/).waitFor();
    await save(unknown);
    await told(unknown, 'settings.save.success');
  });

  it('tells Teams when saving fails', async () => {
    const shown = await opened(here, { save: 'fails' });
    await save(shown);
    await told(shown, 'settings.save.failure');
  });

  it('is not offered where there is no channel', async () => {
    const shown = await opened(here, { channel: 'none' });
    await shown.tab
      .getByRole('alert')
      .getByText(/belongs in a channel/)
      .waitFor();
    const all = await shown.page.evaluate(() => (window as unknown as Host).told.map(([func]) => func));
    assert.ok(!all.includes('settings.setValidityState'));
  });

  it('fits Teams’ dialogue on a phone, in three themes, without a word of complaint', async () => {
    for (const theme of ['default', 'dark', 'contrast'] as const) {
      const { tab, page, errors } = await opened(here, {
        theme,
        width: 320,
        height: 480,
        locale: theme === 'dark' ? 'nb-no' : 'en-gb',
      });
      await tab.getByText(here.body.purpose).waitFor();
      assert.equal(await tab.locator('html').evaluate((root) => root.scrollWidth > innerWidth), false, theme);
      if (shots !== undefined) await page.screenshot({ path: `${shots}/configure-${theme}.png` });
      assert.deepEqual(errors, []);
    }
  });
});

describe('opened outside Teams', function () {
  this.timeout(60_000);
  let browser: Browser;
  let stage: Stage;
  onStage((opened, raised) => {
    browser = opened;
    stage = raised;
  });

  it('every place says to open it in Teams, in the language of the browser, on a phone, and asks for nothing', async () => {
    const titles = { 'en-GB': 'Open this in Microsoft Teams', 'nb-NO': 'Åpne dette i Microsoft Teams' };
    for (const [locale, title] of Object.entries(titles))
      for (const place of ['', '#me', '#configure', '#method', '#manage', '#pair-1-2', '#round-1', '?channel=19:x#present']) {
        const page = await browser.context.newPage();
        await page.addInitScript((language) => {
          Object.defineProperty(navigator, 'language', { value: language });
        }, locale);
        await page.setViewportSize({ width: 320, height: 640 });
        await page.goto(`${stage.origin}/tab/index.html${place}`);
        await page.getByRole('heading', { level: 1, name: title }).waitFor();
        assert.equal(await page.locator('main').count(), 1, place);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, place);
        assert.equal(await page.evaluate(() => document.documentElement.lang), locale.slice(0, 2));
        if (shots !== undefined && place === '#me') await page.screenshot({ path: `${shots}/outside-${locale}.png` });
        await page.close();
      }
    assert.deepEqual(stage.asked, []);
  });

  it('without scripts it says so in both languages', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${stage.origin}/tab/index.html`);
    const words = await page.evaluate(() => document.querySelector('noscript')?.textContent ?? '');
    assert.match(words, /Open this in Microsoft Teams.*Åpne dette i Microsoft Teams/s);
  });
});
