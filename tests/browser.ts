import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';

const { ProgramFiles: programs = 'C:\\Program Files', 'ProgramFiles(x86)': programs32 = 'C:\\Program Files (x86)' } = process.env;
const places = [
  process.env['BROWSER_PATH'],
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  join(programs, 'Google', 'Chrome', 'Application', 'chrome.exe'),
  join(programs32, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
];

/** An installed Chrome, Edge or Chromium; BROWSER_PATH wins. */
export const browserPath = (): string | undefined => places.find((path) => path !== undefined && path !== '' && existsSync(path));

export type Browser = { context: BrowserContext; close: () => Promise<void> };

/** Starts a browser with a profile of its own that talks to nothing but the address under test. */
export async function openBrowser(path: string, viewport = { width: 1280, height: 720 }): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'common-ground-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: path,
    viewport,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  await context.route(
    (url) => url.hostname !== '127.0.0.1' && url.protocol.startsWith('http'),
    (route) => route.abort(),
  );
  return {
    context,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
