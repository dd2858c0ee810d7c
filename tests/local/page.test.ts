import { CardFactory, type InvokeResponse } from 'botbuilder';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { buildPage, pageFolder } from '../../local/build.ts';
import { browserPath, openBrowser, type Browser } from '../browser.ts';
import { sampleCard } from './sample-card.ts';
import { startTinyBot, type TinyBot } from './tiny-bot.ts';

const path = browserPath();
const shots = process.env['SHOTS'];
const sdk = readFileSync(
  new URL('../../node_modules/@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js', import.meta.url),
  'utf8',
);
/** A tab of a few lines on the real teams-js: writes down what its host tells it. */
const tinyTab = `<!doctype html><title>tab</title><script>${sdk.replaceAll('</script', '<\\/script')}</script><p id="told"></p><script>
  const told = (text) => (document.getElementById('told').textContent += text + ' ');
  const { app, authentication } = microsoftTeams;
  app.initialize().then(async () => {
    app.notifyAppLoaded();
    app.registerOnThemeChangeHandler((theme) => told('theme:' + theme));
    const { user, channel, team, page, app: { theme, locale } } = await app.getContext();
    told([user.id, user.tenant.id, channel.id, team.groupId, page.id, theme, locale].join(','));
    const token = await authentication.getAuthToken();
    told(JSON.parse(atob(token.split('.')[1])).oid);
    app.notifySuccess();
  });
</script>`;
const answering = (body: unknown) => ({ type: 'invokeResponse', value: { status: 200, body } satisfies InvokeResponse });

if (path === undefined) it.skip('the page: no Chrome, Edge or Chromium was found (BROWSER_PATH names one)');
else
  describe('the page shows each person their own Teams', () => {
    let bot: TinyBot;
    let browser: Browser;
    let page: Page;
    const troubles: string[] = [];

    before(async function () {
      this.timeout(30_000);
      await buildPage();
      bot = await startTinyBot('page', { page: pageFolder });
      bot.answer(async (context) => {
        const { type, value, from } = context.activity as {
          type: string;
          from: { name: string };
          value?: { action?: { verb?: string; data?: unknown } };
        };
        if (type === 'message') await context.sendActivity({ attachments: [CardFactory.adaptiveCard(sampleCard())] });
        if (type !== 'invoke') return;
        const verb = value?.action?.verb;
        if (verb === 'save')
          await context.sendActivity(
            answering({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Saved.' }),
          );
        else
          await context.sendActivity(
            answering({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: sampleCard(from.name) }),
          );
      });
      await bot.teams.install('Hospital trust leader 1', 'Partner leaders');
      await bot.teams.say('Hospital trust leader 1', 'Partner leaders', '@Tiny bot show the survey');
      browser = await openBrowser(path);
      page = await browser.context.newPage();
      page.on('console', (message) => {
        // teams-js asks for a list on the internet, which the browser of the tests never reaches.
        if (message.type() === 'error' && message.location().url.startsWith(bot.teams.url)) troubles.push(message.text());
      });
      page.on('pageerror', (error) => troubles.push(error.message));
    });
    after(async function () {
      this.timeout(20_000);
      await browser.close();
      await bot.stop();
    });

    const open = async (query: string) => {
      await page.goto(`${bot.teams.url}/?${query}`);
      await page.locator('.card').first().waitFor();
    };

    it('a card is refreshed into the view of whoever looks, and its markdown is never HTML', async () => {
      await open('person=municipality-a-leader-2&conversation=Partner+leaders');
      await page.getByText('Your page, Municipality A leader 2').waitFor();
      assert.equal(await page.locator('.card b').count(), 0);
      assert.equal(await page.locator('.card strong').first().textContent(), 'Friday');
    });

    it('a required input is asked for before anything is sent, and the answer is shown below the card', async () => {
      await open('person=municipality-a-leader-2&conversation=Partner+leaders');
      const pressed = () => bot.turns.filter((turn) => turn.type === 'invoke' && JSON.stringify(turn.value).includes('"save"'));
      await page.getByRole('button', { name: 'Save and go on' }).click();
      await page.getByText('Choose one.').waitFor();
      assert.equal(pressed().length, 0);
      await page.getByRole('radio', { name: 'Often', exact: true }).check();
      await page.getByLabel('What would help?').fill('more time');
      await page.getByRole('button', { name: 'Save and go on' }).click();
      await page.getByText('Saved.').waitFor();
      const data = (pressed()[0]?.value as { action: { data: unknown } }).action.data;
      assert.deepEqual(data, { round: 1, often: '4', why: 'more time', owner: 'a', skip: 'false' });
    });

    it('typing @ in a channel names the app, and Enter sends', async () => {
      await open('person=hospital-trust-leader-3&conversation=Partner+leaders');
      const before = bot.turns.filter((turn) => turn.type === 'message').length;
      const box = page.getByLabel('Message', { exact: true });
      await box.pressSequentially('@help');
      assert.equal(await box.inputValue(), '@Tiny bot help');
      await box.press('Enter');
      await page.getByText('@Tiny bot help').waitFor();
      await page.locator('.card').nth(1).waitFor();
      assert.equal(bot.turns.filter((turn) => turn.type === 'message').length, before + 1);
    });

    it('the tab is framed by a host that speaks teams-js: context, token of this person, change of theme', async () => {
      bot.serveTab(tinyTab);
      const { aadObjectId, tenant } = bot.teams.person('municipality-b-employee-1');
      const { groupId, channels } = bot.teams.state.team;
      await page.goto(`${bot.teams.url}/?person=municipality-b-employee-1&conversation=Partner+leaders&view=tab`);
      const told = page.frameLocator('iframe').locator('#told');
      await told
        .getByText(
          [aadObjectId, tenant, channels[1]?.id, groupId, 'collaboration', 'default', 'en-gb'].join(',') + ` ${aadObjectId}`,
        )
        .waitFor();
      await page.getByLabel('Theme').selectOption('dark');
      await told.getByText('theme:dark').waitFor();
    });

    it("an external person is shown neither the team's own channels nor a chat with the app", async () => {
      await open('person=municipality-b-employee-1&conversation=General');
      assert.deepEqual(await page.locator('.place').allTextContents(), ['#Partner leaders (shared)']);
    });

    it('at phone width people and conversations are behind a button, by mouse and by keyboard', async () => {
      await page.setViewportSize({ width: 320, height: 640 });
      await open('person=hospital-trust-leader-3&conversation=Partner+leaders');
      const people = page.getByRole('combobox', { name: 'You are' });
      assert.equal(await people.isVisible(), false);
      await page.getByRole('button', { name: /^People and conversations/ }).press('Enter');
      assert.equal(await people.evaluate((element) => element === document.activeElement), true);
      await people.press('Escape');
      assert.equal(await people.isVisible(), false);
    });

    it('works at phone width and on a projector in three themes, with no sideways scrolling and no errors', async function () {
      this.timeout(30_000);
      for (const [width, height] of [
        [320, 640],
        [1280, 720],
      ] as const) {
        await page.setViewportSize({ width, height });
        for (const theme of ['default', 'dark', 'contrast']) {
          await open(`person=municipality-a-leader-2&conversation=Partner+leaders&theme=${theme}`);
          await page.getByText('Your page').first().waitFor();
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `${theme} ${width}`);
          if (shots !== undefined) await page.screenshot({ path: `${shots}/page-${theme}-${width}.png` });
        }
      }
      assert.deepEqual(troubles, []);
    });
  });
