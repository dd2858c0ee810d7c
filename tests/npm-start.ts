import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { freePort } from '../local/bot-process.ts';
import { pressOn, type Inputs } from '../local/card.ts';
import type { Outcome } from '../local/views.ts';
import { seenMessages } from '../local/wire.ts';
import { openBrowser } from './browser.ts';
import { patience } from './store-engines.ts';
import { channel, until, type Walked } from './walk.ts';

/** More working days than hours, holidays and the 48 hours can hold anything back. */
const mostMoves = 12;

/** `npm start` in a folder of its own, and a browser at the address it prints. */
export const npmStart = async (path: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-start-'));
  const port = await freePort();
  const start = join(import.meta.dirname, '..', 'local', 'start.ts');
  const app = spawn(process.execPath, ['--import', 'tsx', start], {
    env: { ...process.env, PORT: String(port), LOCAL_FOLDER: folder, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  let told = '';
  app.stdout.on('data', (data: Buffer) => (told += data.toString()));
  await until('the start', () => Promise.resolve(told.includes(`open ${url}`)));
  const browser = await openBrowser(path);
  const page = await browser.context.newPage();
  page.setDefaultTimeout(patience);
  const stop = async (): Promise<void> => {
    await browser.close();
    const gone = once(app, 'exit');
    app.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, page, stop, teams: throughPage(url), ...hands(page, url) };
};
export type Started = Awaited<ReturnType<typeof npmStart>>;

/** What somebody who tries the product does with its page. */
const hands = (page: Page, url: string) => {
  const be = (person: string, conversation = channel, view = 'posts', more: Readonly<Record<string, string>> = {}) =>
    page.goto(`${url}/?${new URLSearchParams({ person, conversation, view, ...more }).toString()}`);
  const tab = () => page.frameLocator('iframe');
  const messageWith = (text: string) => page.locator('article').filter({ hasText: text }).last();
  const clock = page.getByText(/^The clock here/);
  const moveClock = async (how: string): Promise<void> => {
    const button = page.getByRole('button', { name: how });
    if (!(await button.isVisible())) await clock.click();
    await button.click();
  };
  const moveClockTo = async (date: string, time = '09:00'): Promise<void> => {
    const field = page.getByLabel('Date to move the clock to');
    if (!(await field.isVisible())) await clock.click();
    await field.fill(date);
    await page.getByLabel('Time to move the clock to').fill(time);
    await moveClock('To this date and time');
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
  return { be, tab, messageWith, moveClock, moveClockTo, untilRead };
};

/** Presses on cards as the page sends them, without drawing the page: where many people do the same. */
const throughPage = (url: string): Walked['teams'] => {
  const messages: Walked['teams']['messages'] = async (conversation, person) => {
    const answer = await fetch(`${url}/local/messages?${new URLSearchParams({ conversation, person }).toString()}`);
    return seenMessages.parse(await answer.json());
  };
  const press: Walked['teams']['press'] = async (person, message, button, inputs?: Inputs) => {
    const card = (await messages(channel, person)).find(({ id }) => id === message)?.cards[0];
    assert.ok(card, `${person} sees no card on ${message}`);
    const pressed = pressOn(card, button, inputs ?? {});
    assert.ok('action' in pressed, `${button} wants more`);
    const body = JSON.stringify({ person, message, action: pressed.action });
    const answer = await fetch(`${url}/local/press`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    return (await answer.json()) as Outcome;
  };
  return { messages, press };
};
