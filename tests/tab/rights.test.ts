import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { logKinds } from '../../bot/contracts/log-kinds.ts';
import { setUp } from '../../bot/contracts/manage-api.ts';
import { readerIn } from '../../tab/reader.ts';
import { keptFile } from '../../tab/rights/keep-files.ts';
import { sentenceOf } from '../../tab/rights/log-sentence.ts';
import { rightsWordsIn } from '../../tab/rights/rights-words.ts';
import type { Browser } from '../browser.ts';
import { fullOverview } from './deliveries-pages.ts';
import { setUpOf } from './manage-fixtures.ts';
import { onStage } from './on-stage.ts';
import { checkBack, full } from './results-fixtures.ts';
import { handOverOf, logOf } from './rights-pages.ts';
import { show, type Stage } from './stage.ts';

const textOf = async (...of: Parameters<typeof keptFile>): Promise<string> =>
  Buffer.from(await keptFile(...of).content.arrayBuffer()).toString('utf8');

describe('the files the partners keep', () => {
  const english = readerIn('en', 'UTC');

  it('hold what was published of every round, for spreadsheets and for programs', async () => {
    const all = handOverOf();
    const rows: string[][] = parse(await textOf(english, 'results-csv', all), { bom: true });
    assert.deepEqual([...new Set(rows.slice(1).map(([round]) => Number(round)))], [full.round, checkBack.round]);
    const { rounds } = JSON.parse(await textOf(english, 'results-json', all)) as { rounds: unknown };
    assert.deepEqual(rounds, JSON.parse(JSON.stringify(all.rounds)));
  });

  it('hold actions and decisions in the reader’s words, and nothing that a spreadsheet would compute', async () => {
    const actions: string[][] = parse(await textOf(english, 'actions-csv', handOverOf()), { bom: true });
    assert.deepEqual(actions[1], [
      ...['3', "'=1+1; call the ward", 'Test of change', 'Hospital trust; Municipality A', '2026-11-02', '2026-12-01'],
      ...['Done', '2026-12-02', '', '', 'Keep', 'Municipality A'],
    ]);
    const norwegian = readerIn('nb', 'UTC');
    const decisions: string[][] = parse(await textOf(norwegian, 'decisions-csv', handOverOf()), { bom: true, delimiter: ';' });
    assert.deepEqual(decisions, [
      ['Møte', 'Beslutning'],
      ['2026-11-02', 'The duty list is shared each Friday.'],
    ]);
  });
});

describe('the words of the log', () => {
  for (const language of ['en', 'nb'] as const)
    it(`has a sentence of its own for every kind of entry, in ${language}`, () => {
      const words = rightsWordsIn(language);
      for (const whole of [true, false]) {
        const sentences = logOf(whole).rows.map((row) => sentenceOf(words, row));
        assert.equal(new Set(sentences).size, logKinds.length);
        for (const sentence of sentences) assert.doesNotMatch(sentence, /^note\.|\{\{|undefined|null/);
      }
    });
});

describe('closing a collaboration, in the tab', function () {
  this.timeout(120_000);
  let browser: Browser;
  let stage: Stage;
  onStage((openedBrowser, raisedStage) => {
    browser = openedBrowser;
    stage = raisedStage;
  });

  it('takes two presses and no typing, and the page then says that it is closed', async () => {
    const closed = setUpOf({ mayChange: false, mayReadLog: true, closed: '2027-06-30T12:00:00.000Z' });
    const posted: unknown[] = [];
    stage.answer = ({ path, posted: sent }) => {
      if (path.endsWith('/overview')) return { status: 200, body: fullOverview };
      if (sent !== undefined) posted.push([path.split('/').at(-1), sent.body]);
      return { status: 200, body: setUp.parse(posted.length > 0 ? closed : setUpOf()) };
    };
    const { tab } = await show(browser.context, stage, { address: '#manage' });
    const part = tab.locator('[aria-labelledby=manage-closing]');
    await part.getByRole('button', { name: 'Close this collaboration' }).press('Enter');
    assert.deepEqual(posted, []);
    await part.getByRole('button', { name: 'Yes, close it for good' }).and(tab.locator(':focus')).press('Enter');
    await tab.getByRole('heading', { name: /^Closed on/ }).waitFor();
    assert.deepEqual(posted, [['closing', { close: true }]]);
    assert.equal(await tab.locator('main.manage form').count(), 0);
  });
});
