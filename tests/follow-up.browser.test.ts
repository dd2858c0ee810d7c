import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { freePort } from '../local/bot-process.ts';
import { sampleFounder } from '../local/seed.ts';
import { browserPath, openBrowser, type Browser } from './browser.ts';
import { patience } from './store-engines.ts';
import { channel, until } from './walk.ts';

const path = browserPath();
const owner = 'municipality-a-leader-1';
const heir = 'municipality-a-leader-2';
const said = 'Who calls people back, and when?';
const day = 86_400_000;
/** More working days than hours, holidays and the 48 hours can hold anything back. */
const mostMoves = 12;

if (path === undefined)
  it.skip('from a message to done: no Chrome, Edge or Chromium was found (apt install chromium, or name one by BROWSER_PATH)');
else
  describe('npm start: what was agreed is followed up until it is done', function () {
    this.timeout(4 * patience);
    const folder = mkdtempSync(join(tmpdir(), 'common-ground-start-'));
    let app: ChildProcess;
    let url: string;
    let browser: Browser;
    let page: Page;

    before(async function () {
      this.timeout(6 * patience);
      const port = await freePort();
      const start = join(import.meta.dirname, '..', 'local', 'start.ts');
      app = spawn(process.execPath, ['--import', 'tsx', start], {
        env: { ...process.env, PORT: String(port), LOCAL_FOLDER: folder, LOG_LEVEL: 'silent' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      url = `http://127.0.0.1:${port}`;
      let told = '';
      app.stdout?.on('data', (data: Buffer) => (told += data.toString()));
      await until('the start', () => Promise.resolve(told.includes(`open ${url}`)));
      browser = await openBrowser(path);
      page = await browser.context.newPage();
      page.setDefaultTimeout(patience);
    });
    after(async () => {
      await browser.close();
      const gone = once(app, 'exit');
      app.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    });

    const be = (person: string, conversation = channel, view = 'posts') =>
      page.goto(`${url}/?${new URLSearchParams({ person, conversation, view }).toString()}`);
    const tab = () => page.frameLocator('iframe');
    const messageWith = (text: string) => page.locator('article').filter({ hasText: text }).last();
    const moveClock = async (how: string): Promise<void> => {
      const button = page.getByRole('button', { name: how });
      if (!(await button.isVisible())) await page.getByText(/^The clock here/).click();
      await button.click();
    };
    /** Moves on to the next working morning until this is read in the chat: what is held for 48 hours or over a free day comes then. */
    const untilRead = async (text: string): Promise<void> => {
      for (let moves = 0; moves < mostMoves; moves += 1) {
        const read = await messageWith(text)
          .waitFor({ timeout: 4_000 })
          .then(
            () => true,
            () => false,
          );
        if (read) return;
        await moveClock('Next working day, 09:00');
      }
      assert.fail(`${text} was not read`);
    };

    it('agreed from a message, it stands in the channel with its owner', async () => {
      await be(owner);
      const box = page.getByLabel('Message', { exact: true });
      await box.fill(said);
      await box.press('Enter');
      await messageWith(said).getByRole('button', { name: /^More/ }).click();
      await page.getByRole('menuitem', { name: 'Agree an action' }).click();
      const form = page.getByRole('dialog', { name: 'Agree an action' });
      const due = new Date(Date.now() + 6 * day).toISOString().slice(0, 10);
      await form.getByLabel('Due').fill(due);
      await form.getByRole('button', { name: 'Agree an action' }).click();
      await form.getByText(/^Agreed\./).waitFor();
      await page.keyboard.press('Escape');
      await page.locator('article .card').filter({ hasText: said }).waitFor();
      await moveClock('A day on');
      await page.getByLabel('Date to move the clock to').fill(due);
      await moveClock('To this date, 09:00');
    });

    it('when the clock has moved on, its owner is nudged in private and says: stuck, rule or law', async () => {
      await be(owner, 'chat');
      await untilRead(said);
      const nudge = messageWith(said);
      await nudge.getByRole('button', { name: 'Open' }).click();
      await nudge.getByRole('button', { name: 'Stuck because …' }).click();
      await nudge.getByLabel('Rule or law').check();
      await nudge.getByRole('button', { name: 'Say that it is stuck' }).click();
      await nudge.getByText('stuck: Rule or law').waitFor();
    });

    it('the integration manager sees it on the board, and in the digest of a Monday', async () => {
      await be(sampleFounder, channel, 'tab');
      await tab().getByRole('link', { name: 'Agreed actions' }).click();
      await tab().getByRole('region', { name: 'Stuck (1)' }).getByRole('link', { name: said }).waitFor();
      await tab().getByText('Rule or law: 1').waitFor();
      await be(sampleFounder, 'chat');
      await untilRead('1 action is stuck');
      await messageWith('1 action is stuck').getByText('Rule or law (1)').waitFor();
    });

    it('its owner hands it over in the tab, and the new one finishes it', async () => {
      const open = async (): Promise<void> => {
        await tab().getByRole('link', { name: 'Agreed actions' }).click();
        await tab().getByRole('link', { name: said }).click();
      };
      await be(owner, channel, 'tab');
      await open();
      await tab().getByRole('button', { name: 'Hand over …' }).click();
      await tab()
        .getByRole('button', { name: /^Municipality A leader 1/ })
        .first()
        .click();
      await tab()
        .getByRole('button', { name: /Municipality A leader 2/ })
        .first()
        .click();
      await tab().getByRole('button', { name: 'Hand it over' }).click();
      await tab().getByText('Handed over').waitFor();
      await be(heir, channel, 'tab');
      await open();
      await tab().getByRole('button', { name: 'Done', exact: true }).click();
      await tab().getByText('Done', { exact: true }).first().waitFor();
      await tab().getByRole('link', { name: 'Back to the actions' }).click();
      await tab().getByText('Done (1)').waitFor();
    });
  });
