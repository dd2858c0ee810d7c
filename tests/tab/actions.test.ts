import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import type { ActionChange, NewAction } from '../../bot/contracts/actions-api.ts';
import type { Browser } from '../browser.ts';
import { boardOf, pageOf, partnersOf } from './actions-fixtures.ts';
import { overviewOf } from './fixtures.ts';
import { onStage } from './on-stage.ts';
import { full } from './results-fixtures.ts';
import { type Answer, type Asked, show, type Stage, type View } from './stage.ts';

const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();
const region = async (tab: FrameLocator, name: string | RegExp) => spaced(await tab.getByRole('region', { name }).innerText());
const ok = (body: unknown): Answer => ({ status: 200, body });
const refused = (status: number, detail: string, fresh?: unknown): Answer => ({
  status,
  body: { type: 'about:blank', title: 'Refused', status, detail, ...(fresh === undefined ? {} : { fresh }) },
});

describe('agreed actions in the tab', function () {
  this.timeout(120_000);
  let browser: Browser;
  let stage: Stage;
  onStage((openedBrowser, raisedStage) => {
    browser = openedBrowser;
    stage = raisedStage;
  });

  const open = async (address: string, actions: (asked: Asked) => Answer, view: View = {}) => {
    stage.answer = (asked) => {
      if (asked.path.endsWith('/overview')) return ok(overviewOf({ latest: full, actions: { open: 5, stuck: 2 } }));
      return asked.path.includes('/actions') ? actions(asked) : refused(404, 'Not here.');
    };
    const shown = await show(browser.context, stage, { address, ...view });
    await shown.tab.locator('main:visible h1').waitFor();
    return shown;
  };

  it('are reached from the first screen, which says how many are open, and the focus comes back', async () => {
    const { tab, errors } = await open('', () => ok(boardOf()));
    const link = tab.getByRole('link', { name: 'Agreed actions' });
    assert.match(await link.locator('..').innerText(), /Agreed actions \(5 open, 2 stuck\)/);
    await link.press('Enter');
    await tab.locator('h1:focus').filter({ hasText: 'Agreed actions' }).waitFor();
    await tab.getByRole('link', { name: 'Back to the overview' }).press('Enter');
    await tab.locator('a[href="#actions"]:focus').waitFor();
    assert.deepEqual(errors, []);
  });

  it('stand by how they are, with why things are stuck counted, and can be shown for one organisation and one kind', async () => {
    const { tab } = await open('#actions', () => ok(boardOf()));
    assert.equal(await region(tab, 'Why things are stuck'), 'Why things are stuck Rule or law: 1 System: 1');
    assert.match(await region(tab, 'Stuck (2)'), /Quick win yours .* Due 5 June 2026 Rule or law \(Two forms ask for the same\)/);
    assert.match(await region(tab, 'Stuck (2)'), /<b>One<\/b> list of medicines/);
    assert.match(await region(tab, 'Silent (1)'), /Integration managers see this.*Meet the night nurses/);
    assert.match(await region(tab, 'Business as usual (1)'), /One phone for both .* With Municipality B/);
    await tab.locator('.filter').getByLabel('Organisation').selectOption({ label: 'Municipality B' });
    await tab.getByText('1 action is shown.').waitFor();
    assert.equal(await tab.locator('.group').count(), 1);
    assert.equal(await tab.getByRole('region', { name: 'Why things are stuck' }).count(), 0);
    await tab.locator('.filter').getByLabel('Kind').selectOption({ label: 'Adaptive' });
    await tab.getByText(/^No action is of this kind/).waitFor();
    await tab.getByRole('button', { name: 'Show all' }).press('Enter');
    await tab.getByText('9 actions are shown.').waitFor();
  });

  it('say for who may only read that they may, and offer nothing that would be refused', async () => {
    const page = pageOf({ own: false }, { mayChange: false });
    const { tab } = await open('#action-1', () => ok(page));
    assert.match(await region(tab, 'How is it going?'), /Its owners, and integration managers, say how it goes\.$/);
    assert.equal(await tab.locator('main.actions :is(.card button)').count(), 0);
    assert.match(await region(tab, 'What has been said'), /More time, somebody who is not named any more Due 5 June 2026/);
    assert.equal(await tab.getByRole('link', { name: 'Hospital trust and Municipality A' }).getAttribute('href'), '#pair-1-2');
  });

  it('take one press for on track, and a few fields, with the focus, for everything else; what was typed outlives a refusal', async () => {
    const sent: ActionChange[] = [];
    const stuck = pageOf({ state: 'stuck', stuck: { because: 'system', words: 'The list' } }, { seen: 5 });
    const { tab } = await open('#action-1', ({ posted }) => {
      if (!posted) return ok(pageOf());
      const change = posted.body as ActionChange;
      sent.push(change);
      if (change.change.is === 'on track') return ok(pageOf({}, { seen: 4 }));
      return change.seen === 5 ? ok(stuck) : refused(409, 'Somebody was faster.', pageOf({ moved: 2 }, { seen: 5 }));
    });
    await tab.getByRole('button', { name: 'On track' }).press('Enter');
    await tab.getByText('Saved.').waitFor();
    await tab.getByRole('button', { name: 'Stuck because …' }).press('Enter');
    await tab.locator('input[type=radio]:focus').waitFor();
    await tab.getByRole('button', { name: 'Say that it is stuck' }).press('Enter');
    await tab.getByText('Choose one first.').waitFor();
    await tab.getByLabel('System').check();
    await tab.getByLabel('In a few words').fill('The list');
    await tab.getByRole('button', { name: 'Say that it is stuck' }).press('Enter');
    await tab.getByText('Somebody was faster.').waitFor();
    await tab.getByText('asked for 2 times').waitFor();
    assert.equal(await tab.getByLabel('In a few words').inputValue(), 'The list');
    await tab.getByRole('button', { name: 'Say that it is stuck' }).press('Enter');
    await tab.getByText('stuck: System (The list)').waitFor();
    await tab.getByRole('button', { name: 'Stuck because …' }).and(tab.locator(':focus')).waitFor();
    assert.deepEqual(
      sent.map(({ seen, change }) => [seen, change.is]),
      [
        [3, 'on track'],
        [4, 'stuck'],
        [5, 'stuck'],
      ],
    );
  });

  it('of a test of change are done with a verdict, and with an organisation where it is kept; Escape closes the fields', async () => {
    const test = { what: 'One phone', forWhom: 'The ward', expected: 'Fewer calls' };
    const sent: unknown[] = [];
    const { page, tab } = await open('#action-1', ({ posted }) => {
      if (posted) sent.push((posted.body as ActionChange).change);
      return ok(pageOf({ kind: 'test of change', test }));
    });
    assert.equal(await tab.getByRole('button', { name: 'Drop …' }).count(), 0);
    await tab.getByRole('button', { name: 'Done' }).press('Enter');
    await page.keyboard.press('Escape');
    await tab.getByRole('button', { name: 'Done' }).and(tab.locator(':focus')).press('Enter');
    assert.equal(await tab.getByLabel('Which organisation').count(), 0);
    await tab.getByLabel('Keep it').check();
    await tab.getByLabel('Which organisation').selectOption({ label: 'Municipality B' });
    assert.equal(await tab.getByRole('option', { name: 'Welfare office' }).count(), 0, 'it has left');
    await tab.getByRole('button', { name: 'Done with this verdict' }).press('Enter');
    await tab.getByText('Saved.').waitFor();
    assert.deepEqual(sent, [{ is: 'done', verdict: 'keep', keptBy: '3' }]);
  });

  it('are nudged about now by integration managers, who read when it goes', async () => {
    const lines = ['Sample leader: the nudge goes now.'];
    const { tab } = await open('#action-1', ({ posted }) => ok(posted ? { lines } : pageOf({}, { mayNudge: true })));
    await tab.getByRole('button', { name: 'Nudge the owners now' }).press('Enter');
    await tab.getByText('Sample leader: the nudge goes now.').waitFor();
  });

  it('come from a pair in two presses: begun there, agreed in the form, once, and shown on a page of their own', async () => {
    const sent: NewAction[] = [];
    const { tab } = await open('#pair-H-A', ({ path, posted }) => {
      if (path.endsWith('/partners'))
        return ok({ ...partnersOf(), organisations: full.organisations.map((one) => ({ ...one, left: false })) });
      if (!posted) return ok(pageOf({ text: 'We will start to call' }));
      sent.push(posted.body as NewAction);
      return sent.length === 1 ? refused(400, 'An action needs a date.') : ok(pageOf({ text: 'We will start to call' }));
    });
    await tab.getByRole('link', { name: 'We will start …' }).press('Enter');
    await tab.locator('h1:focus').filter({ hasText: 'Agree an action' }).waitFor();
    await tab.getByRole('link', { name: 'Hospital trust and Municipality A' }).waitFor();
    assert.equal(await tab.getByLabel('What is to be done?').inputValue(), 'We will start ');
    await tab.getByLabel('What is to be done?').fill('We will start to call');
    await tab.getByRole('button', { name: 'Agree it' }).press('Enter');
    await tab.getByText('An action needs a date.').waitFor();
    await tab.getByLabel('Due').fill('2026-06-05');
    await tab.getByLabel('Search by name').fill('leader 117');
    await tab.getByText('1 person fits.').waitFor();
    await tab.getByRole('button', { name: /^Sample leader 117/ }).press('Enter');
    await tab.locator('input[type=search]:focus').waitFor();
    await tab.getByRole('button', { name: 'Agree it' }).press('Enter');
    await tab.locator('h1:focus').filter({ hasText: 'We will start to call' }).waitFor();
    assert.equal(new Set(sent.map(({ request }) => request)).size, 1, 'one form, one request');
    const { request, ...wish } = sent[1] ?? assert.fail('sent twice');
    assert.deepEqual(wish, {
      ...{ text: 'We will start to call', kind: 'quick win', due: '2026-06-05', owners: [1, 117] },
      source: { from: 'pair', one: 'H', other: 'A' },
    });
    assert.match(request, /^[0-9a-f-]{36}$/);
  });

  it('that came from a focus area lead back to the focus areas of the first screen', async () => {
    const { tab } = await open('#action-1', () => ok(pageOf({ source: { from: 'focus area', name: 'A sample' } })));
    await tab.getByRole('link', { name: 'The focus area “A sample”' }).press('Enter');
    await tab.locator('h3#focus:focus').waitFor();
  });

  it('come from a focus area too, by its name; of a test of change the form asks its four questions', async () => {
    const { tab } = await open('', ({ path }) => ok(path.endsWith('/partners') ? partnersOf() : boardOf()));
    await tab.locator('.areas a[href^="#actions-new-area-"]').first().press('Enter');
    await tab.getByText(/^Comes from: The focus area “.+”$/).waitFor();
    await tab.getByLabel('Test of change').check();
    for (const question of ['What do we try?', 'For whom?', 'Until when?', 'What do we expect to see?'])
      assert.equal(await tab.getByLabel(question).count(), 1, question);
  });
});
