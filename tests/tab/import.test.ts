import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { importRequest, type ImportReport } from '../../bot/contracts/round-import.ts';
import type { Overview } from '../../bot/contracts/tab-api.ts';
import type { Browser } from '../browser.ts';
import { newFolder } from '../store-engines.ts';
import { matrix3, overviewOf, snapshotOf } from './fixtures.ts';
import { foundGood, foundWrong, reportOf, summary } from './import-fixtures.ts';
import { onStage } from './on-stage.ts';
import { type Answer, show, type Shown, type Stage, type View } from './stage.ts';

const numbered = [
  { id: '1', name: 'Hospital trust' },
  { id: '2', name: 'Municipality A' },
];
const manager = { organisation: '1', role: 'leader', integrationManager: true } as const;
const known = { organisations: numbered, you: manager };

const wordsOf = async (places: Locator) => (await places.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

describe('the page for a round collected elsewhere', function () {
  this.timeout(60_000);
  const folder = newFolder();
  const file = (name: string, text: string): string => {
    const place = join(folder, name);
    writeFileSync(place, text);
    return place;
  };
  let browser: Browser;
  let stage: Stage;
  let reports: Answer['body'][] = [];

  onStage((openedBrowser, raisedStage) => {
    browser = openedBrowser;
    stage = raisedStage;
  });
  beforeEach(() => {
    stage.asked.length = 0;
  });

  const showing = async (parts: Partial<Overview>, view: View = {}): Promise<Shown> => {
    stage.answer = ({ posted }) => ({ status: 200, body: posted === undefined ? overviewOf(parts) : reports.shift() });
    const shown = await show(browser.context, stage, view);
    await shown.tab.locator('h1').waitFor();
    return shown;
  };
  const opened = async (view: View = {}): Promise<Shown> => {
    const shown = await showing(known, view);
    await shown.tab.locator('.earlier button').click();
    await shown.tab.locator('form').waitFor();
    return shown;
  };
  const posts = () => stage.asked.flatMap(({ posted }) => (posted === undefined ? [] : [posted]));

  it('is offered to integration managers only, and names the rounds that were imported', async () => {
    const { tab } = await showing({ you: { ...manager, integrationManager: false } });
    assert.equal(await tab.locator('.earlier').count(), 0);
    const rounds = [
      { round: 4, closed: '2025-02-06T15:00:00Z', imported: true },
      { round: 3, closed: '2026-02-06T15:00:00Z', imported: false },
    ];
    const { tab: managers } = await showing({ ...known, rounds });
    const section = managers.getByRole('region', { name: 'Earlier rounds collected elsewhere' });
    assert.deepEqual(await wordsOf(section.locator('li')), ['Round 4, closed 6 February 2025 Imported']);
  });

  it('marks a snapshot that was collected elsewhere, and no other', async () => {
    const { tab } = await showing({ latest: { ...snapshotOf(matrix3), imported: true } });
    assert.match(await tab.locator('.results .aside').innerText(), /Imported\s+Collected elsewhere\. First answer/);
    const { tab: own } = await showing({ latest: snapshotOf(matrix3) });
    assert.doesNotMatch(await own.locator('.results .aside').innerText(), /Imported|elsewhere/);
  });

  it('is fetched when it is opened and not before', async () => {
    const { page, tab, errors } = await showing(known);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await tab.getByRole('button', { name: 'Import an earlier round' }).click();
    await tab.locator('form').waitFor();
    assert.ok(fetched.some((name) => /import-page.*\.js$/.test(name)));
    assert.deepEqual(errors, []);
    assert.equal(await tab.locator(':focus').innerText(), 'Import an earlier round');
    await tab.getByRole('button', { name: 'Back to the results' }).click();
    await tab.locator('.earlier').waitFor();
    assert.equal(await tab.locator(':focus').innerText(), 'Import an earlier round');
  });

  it('sends a Norwegian spreadsheet with what it does not say, and imports only what was checked', async () => {
    const { page, tab } = await opened();
    await tab.getByRole('button', { name: 'Check' }).click();
    assert.match(await tab.getByRole('alert').innerText(), /Choose a file first/);
    await tab.locator('input[type=file]').setInputFiles(file('round.csv', 'respondent;org\r\nh1;H\r\n'));
    await tab.getByRole('button', { name: 'Check' }).click();
    assert.match(await tab.getByRole('alert').innerText(), /on which date and at what time/);
    assert.deepEqual(posts(), []);

    await tab.getByLabel('Closing date').fill('2026-02-06');
    await tab.getByLabel('Fewest people behind a number').fill('3');
    await tab.getByLabel('Leaders invited in Hospital trust').fill('5');
    await tab.getByLabel('Employees invited in Hospital trust').fill('9');
    await tab.getByLabel('Municipality A took part').uncheck();
    const bring = tab.getByRole('button', { name: 'Import', exact: true });
    // It can be reached and pressed, and says why it does nothing yet.
    await bring.press('Enter');
    assert.deepEqual(posts(), []);

    reports = [foundGood, foundGood, reportOf({ outcome: 'imported', round: 4, summary })];
    await tab.getByRole('button', { name: 'Check' }).click();
    await tab.getByRole('heading', { name: 'The file can be imported' }).waitFor();
    const [checked] = posts();
    assert.equal(checked?.search, '?dryRun=true');
    const sent = importRequest.parse(checked.body);
    assert.deepEqual(sent, {
      ...{ format: 'csv', text: 'respondent;org\r\nh1;H\r\n', organisations: {} },
      head: {
        ...{ k: 3, audience: ['leader', 'employee'], close: '2026-02-06T15:00:00.000Z' },
        invited: { 1: { leader: 5, employee: 9 } },
      },
    });
    const found = tab.locator('section[data-outcome]');
    assert.match(await found.innerText(), /90 of 93 rows count\./);
    assert.match(await found.innerText(), /11 of 12 relations between the organisations are shown/);
    assert.match(await found.innerText(), /2 rows are left out: the same respondent has a later one\./);

    // A change takes the check back.
    await tab.getByLabel('Leaders invited in Hospital trust').fill('6');
    assert.equal(await found.count(), 0);
    await bring.press('Enter');
    assert.equal(posts().length, 1);
    await tab.getByRole('button', { name: 'Check' }).click();
    await found.waitFor();
    const askedAgain = page.waitForRequest((request) => request.url().endsWith('/overview'));
    await bring.click();
    await tab.getByRole('heading', { name: 'Imported as round 4' }).waitFor();
    assert.deepEqual(
      posts().map(({ search }) => search),
      ['?dryRun=true', '?dryRun=true', '?dryRun=false'],
    );
    await askedAgain;
  });

  it('names every wrong line with its reasons, and lets the organisations of the file be chosen', async () => {
    const { tab } = await opened();
    await tab.locator('input[type=file]').setInputFiles(file('round.json', '{"k":3}'));
    assert.equal(await tab.getByLabel('Closing date').count(), 0);
    reports = [foundWrong, foundGood];
    await tab.getByRole('button', { name: 'Check' }).click();
    const found = tab.getByRole('region', { name: 'The file cannot be imported yet' });
    await found.waitFor();
    assert.equal(await tab.locator(':focus').innerText(), 'The file cannot be imported yet');
    assert.deepEqual(await wordsOf(found.locator('tbody tr')), [
      'The file Something about the file.',
      '7 R1 is wrong. R2 is wrong too.',
    ]);
    assert.match(await found.innerText(), /And 3 more lines\./);
    assert.equal(await tab.getByLabel('A', { exact: true }).inputValue(), '2');
    await tab.getByLabel('H', { exact: true }).selectOption({ label: 'Hospital trust' });
    assert.equal(await found.count(), 0);
    await tab.getByRole('button', { name: 'Check' }).click();
    await tab.getByRole('heading', { name: 'The file can be imported' }).waitFor();
    assert.deepEqual(posts().at(-1)?.body, { format: 'json', text: '{"k":3}', organisations: { H: 1 } });
  });

  it("says the server's own sentence when it refuses, and that contact is lost when it is", async () => {
    const { tab } = await opened();
    await tab.locator('input[type=file]').setInputFiles(file('round.json', '{}'));
    const refusal = { type: 'about:blank', title: 'Forbidden', status: 403, detail: 'Only an integration manager can do this.' };
    stage.answer = () => ({ status: 403, body: refusal });
    await tab.getByRole('button', { name: 'Check' }).click();
    assert.equal(await tab.getByRole('alert').innerText(), refusal.detail);
    stage.answer = () => 'no contact';
    await tab.getByRole('button', { name: 'Check' }).click();
    await tab.getByText('No contact with the server').waitFor();
    await tab.locator('input[type=file]').setInputFiles({
      ...{ name: 'large.csv', mimeType: 'text/csv' },
      buffer: Buffer.alloc(20 * 1024 * 1024 + 1, 'x'),
    });
    assert.match(await tab.getByRole('alert').innerText(), /larger than 20 MB/);
  });

  it('offers to try again where another file is being read, and does then what was asked for', async () => {
    const { tab } = await opened();
    await tab.locator('input[type=file]').setInputFiles(file('round.json', '{}'));
    const refusal = { type: 'about:blank', title: 'Service Unavailable', status: 503, detail: 'Another file is being read.' };
    const again = tab.getByRole('button', { name: 'Try again' });
    const busyOnce = (then: ImportReport) => {
      const answers: Answer[] = [
        { status: 503, body: refusal },
        { status: 200, body: then },
      ];
      stage.answer = ({ posted }) =>
        posted === undefined ? { status: 200, body: overviewOf(known) } : (answers.shift() ?? 'no contact');
    };
    busyOnce(foundGood);
    await tab.getByRole('button', { name: 'Check' }).click();
    assert.equal(await tab.getByRole('alert').innerText(), refusal.detail);
    await again.click();
    await tab.getByRole('heading', { name: 'The file can be imported' }).waitFor();
    assert.equal(await again.count(), 0);

    busyOnce(reportOf({ outcome: 'imported', round: 4, summary }));
    await tab.getByRole('button', { name: 'Import', exact: true }).click();
    assert.equal(await tab.getByRole('alert').innerText(), refusal.detail);
    await again.click();
    await tab.getByRole('heading', { name: 'Imported as round 4' }).waitFor();
    assert.deepEqual(
      posts().map(({ search }) => search),
      ['?dryRun=true', '?dryRun=true', '?dryRun=false', '?dryRun=false'],
    );
    // What is refused for what it is will be refused again.
    stage.answer = ({ posted }) =>
      posted === undefined ? { status: 200, body: overviewOf(known) } : { status: 403, body: { ...refusal, status: 403 } };
    await tab.getByRole('button', { name: 'Check' }).click();
    await tab.getByRole('alert').waitFor();
    assert.equal(await again.count(), 0);
  });

  it('shows that it is at work when that takes more than half a second, and takes no second press meanwhile', async () => {
    const { tab } = await opened();
    await tab.locator('input[type=file]').setInputFiles(file('round.json', '{}'));
    let finish: (answer: Answer) => void = () => undefined;
    stage.answer = () => new Promise<Answer>((resolve) => (finish = resolve));
    await tab.getByRole('button', { name: 'Check' }).click();
    const status = tab.getByRole('status');
    await status.getByText('Checking the file …').waitFor({ state: 'visible' });
    await tab.getByRole('button', { name: 'Check' }).press('Enter');
    finish({ status: 200, body: foundGood });
    await tab.getByRole('heading', { name: 'The file can be imported' }).waitFor();
    assert.equal(posts().length, 1);
    assert.equal(await status.innerText(), '');
  });

  for (const [locale, theme] of [
    ['nb-no', 'default'],
    ['en-us', 'dark'],
    ['nb-no', 'contrast'],
  ] as const) {
    it(`fits a phone of 320 pixels, every field named, in ${locale} and the ${theme} theme`, async () => {
      const { tab } = await opened({ locale, theme, width: 320, height: 640 });
      await tab.locator('input[type=file]').setInputFiles(file('round.csv', 'respondent;org\n'));
      await tab.locator('input[type=date]').fill('2026-02-06');
      reports = [foundWrong];
      await tab.locator('button[type=submit]').click();
      await tab.locator('section[data-outcome=wrong]').waitFor();
      const { content, seen, nameless } = await tab.locator('html').evaluate((html) => ({
        content: html.scrollWidth,
        seen: html.clientWidth,
        nameless: [...html.querySelectorAll<HTMLInputElement>('input, select')].filter(
          (field) => !field.getAttribute('aria-label') && field.labels?.length !== 1,
        ).length,
      }));
      assert.ok(content <= seen, `${content} > ${seen}`);
      assert.equal(nameless, 0);
    });
  }
});
