import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { BrowserContext, FrameLocator, Page } from 'playwright-core';
import { hostPage } from './host-page.ts';

export interface Asked {
  readonly path: string;
  readonly token: string | undefined;
  readonly language: string | undefined;
  /** What was posted, and what stood behind the question mark. */
  readonly posted?: { readonly search: string; readonly body: unknown };
}
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The built tab on a loopback port, Teams played around it, and an API that answers what the test decides. */
export interface Stage {
  readonly asked: Asked[];
  answer: (asked: Asked) => Answer | 'no contact' | Promise<Answer>;
  readonly origin: string;
  readonly close: () => void;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; " +
  "connect-src 'self' https://res.cdn.office.net; frame-ancestors 'self'";

export async function raiseStage(folder: string): Promise<Stage> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void serve(request, response, folder, stage);
  });
  const port = await listening(server);
  const stage: Stage = {
    asked,
    answer: () => ({ status: 500, body: '' }),
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return stage;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += String(piece);
  return JSON.parse(text);
}

async function serve(request: IncomingMessage, response: ServerResponse, folder: string, stage: Stage): Promise<void> {
  const { url = '/', headers, method } = request;
  const { pathname, search } = new URL(url, 'http://stage');
  if (pathname === '/host') {
    send(response, 200, { 'content-type': 'text/html' }, hostPage);
  } else if (pathname.startsWith('/api/')) {
    const posted = (method === 'POST' || method === 'PUT') && { posted: { search, body: await bodyOf(request) } };
    const question = { path: pathname, token: headers.authorization, language: headers['accept-language'], ...posted };
    stage.asked.push(question);
    const answer = await stage.answer(question);
    if (answer === 'no contact') response.destroy();
    else send(response, answer.status, { 'content-type': 'application/json' }, JSON.stringify(answer.body));
  } else {
    const file = join(folder, normalize(pathname.replace(/^\/tab\//, '/')));
    if (!existsSync(file)) send(response, 404, {}, '');
    else {
      const type = types[extname(file)] ?? 'application/octet-stream';
      send(response, 200, { 'content-type': type, 'content-security-policy': policy }, readFileSync(file));
    }
  }
}

/** restify, in the same process for other tests, makes `writeHead` answer nothing: no chaining. */
function send(response: ServerResponse, status: number, headers: Record<string, string>, body: string | Buffer): void {
  response.writeHead(status, headers);
  response.end(body);
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address && typeof address === 'object') resolve(address.port);
      else reject(new Error('The stage has no port.'));
    });
  });
}

export interface View {
  readonly theme?: 'default' | 'dark' | 'contrast';
  readonly locale?: string;
  readonly signin?: 'fails';
  /** A frame of a stranger, in a browser that reads `locale`. */
  readonly teams?: 'none';
  /** Where in Teams, as teams-js names it. */
  readonly frame?: 'sidePanel' | 'meetingStage' | 'settings';
  /** The place that a link of Teams named. */
  readonly sub?: string;
  readonly save?: 'fails';
  /** The device Teams runs on, as teams-js names it. */
  readonly client?: 'web' | 'desktop' | 'macos' | 'ios' | 'android';
  readonly share?: 'fails' | 'forbidden' | 'denied' | 'silent';
  readonly channel?: 'none';
  /** Behind the tab's path. */
  readonly address?: string;
  readonly width?: number;
  readonly height?: number;
}

export interface Shown {
  readonly page: Page;
  readonly tab: FrameLocator;
  readonly errors: string[];
}

/** Opens the tab inside the played Teams. `errors`: everything the browser complained about. */
export async function show(context: BrowserContext, { origin }: Stage, view: View = {}): Promise<Shown> {
  const { theme = 'default', locale = 'en-us', width = 1280, height = 720, ...wishes } = view;
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => {
    errors.push(error.message);
  });
  // teams-js asks Microsoft for its list of hosts; no test leaves this machine.
  await page.route(
    (url) => url.origin !== origin,
    (route) =>
      route.fulfill({
        contentType: 'application/json',
        body: '{"validOrigins":[]}',
        headers: { 'access-control-allow-origin': '*' },
      }),
  );
  if (view.teams === 'none')
    await page.addInitScript((language) => {
      Object.defineProperty(navigator, 'language', { value: language });
    }, locale);
  await page.goto(`${origin}/host?${new URLSearchParams({ theme, locale, ...wishes }).toString()}`);
  return { page, tab: page.frameLocator('#tab'), errors };
}

/** Teams has answered whether the page may share itself to a meeting, where it was asked, and the page has drawn what it makes of that. */
export async function answeredSharing({ page, tab }: Pick<Shown, 'page' | 'tab'>, asked: boolean): Promise<void> {
  if (asked)
    await page.waitForFunction(() =>
      (window as unknown as { told: unknown[][] }).told.some(
        ([what]) => what === 'meeting.getAppContentStageSharingCapabilities',
      ),
    );
  await tab.locator('body').evaluate(async () => {
    for (let frames = 0; frames < 5; frames += 1) await new Promise(requestAnimationFrame);
  });
}
