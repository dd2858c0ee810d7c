import assert from 'node:assert/strict';
import type { AgendaPage } from '../../bot/contracts/agenda-api.ts';
import type { SilentChange, SilentPage } from '../../bot/contracts/silent-api.ts';
import type { Browser } from '../browser.ts';
import { overviewOf } from './fixtures.ts';
import { agendaOf, areaOf } from './meeting-fixtures.ts';
import { onStage } from './on-stage.ts';
import { full } from './results-fixtures.ts';
import { shownTextsOf, writingOf } from './silent-fixtures.ts';
import { type Answer, show, type Stage, type View } from './stage.ts';

const ok = (body: unknown): Answer => ({ status: 200, body });
const refused = (status: number, detail: string): Answer => ({
  status,
  body: { type: 'about:blank', title: 'Refused', status, detail },
});

describe('silent first, in the tab', function () {
  this.timeout(120_000);
  let browser: Browser;
  let stage: Stage;
  onStage((openedBrowser, raisedStage) => {
    browser = openedBrowser;
    stage = raisedStage;
  });

  /** A writing that remembers: `answer` says how it is after a change, or refuses. */
  const open = async (
    first: SilentPage,
    answer: (change: SilentChange, now: SilentPage) => SilentPage | Answer,
    more: Partial<AgendaPage> = {},
    view: View = {},
  ) => {
    let now = first;
    const changes: SilentChange[] = [];
    const silent = first.is === 'not open' ? null : first.is;
    stage.answer = ({ path, posted }) => {
      if (path.endsWith('/overview')) return ok(overviewOf({ latest: full, meeting: { number: 3, date: '2026-06-03' } }));
      if (path.endsWith('/agenda')) return ok(agendaOf({ step: 'focus areas', chosen: [areaOf({ silent })], ...more }));
      if (!path.endsWith('/meetings/3/agenda/areas/1/silent')) return refused(404, 'Not here.');
      if (posted) {
        const change = posted.body as SilentChange;
        changes.push(change);
        const then = answer(change, now);
        if ('status' in then) return then;
        now = then;
      }
      return ok(now);
    };
    const shown = await show(browser.context, stage, { address: '#meeting-3', ...view });
    await shown.tab.locator('main:visible h1').waitFor();
    const set = (next: SilentPage) => {
      now = next;
    };
    return { ...shown, changes, set };
  };
  const unchanged = (_: SilentChange, now: SilentPage): SilentPage => now;

  it('is opened with a question by who leads the meeting, on its day, and by nobody else', async () => {
    const { tab, changes, errors } = await open({ is: 'not open' }, () => writingOf({ question: 'start or stop' }));
    await tab.getByLabel('What each writes about').selectOption({ label: 'What shall each of us start or stop?' });
    await tab.getByRole('button', { name: 'Let everybody write' }).press('Enter');
    await tab.locator('h4:focus').filter({ hasText: 'Silent first' }).waitFor();
    await tab.getByText('Fewer than 5 have written so far.').waitFor();
    assert.deepEqual(changes, [{ is: 'open', question: 'start or stop' }]);
    assert.deepEqual(errors, []);
    const early = await open({ is: 'not open' }, unchanged, { today: '2026-06-02' });
    await early.tab.getByText('On the day of the meeting, 3 June 2026, everybody can be asked to write here.').waitFor();
    const reader = await open({ is: 'not open' }, unchanged, { mayLead: false });
    await reader.tab.getByRole('heading', { name: 'Groups that mix organisations' }).waitFor();
    assert.equal(await reader.tab.getByText('Silent first').count(), 0);
  });

  it('keeps a text only when its writer has confirmed who reads it; it outlives a page loaded anew, and can be taken back', async () => {
    const { page, tab, changes } = await open(
      writingOf(),
      (change) => writingOf({ own: change.is === 'write' ? change.text : null }),
      { mayLead: false },
    );
    await tab.getByLabel('Your text').fill('One phone number.');
    await tab.getByText('17 of 280 characters').waitFor();
    await tab.getByRole('button', { name: 'Keep it' }).press('Enter');
    await tab.getByText('Confirm first that all partners will read it.').waitFor();
    assert.deepEqual(changes, []);
    await page.reload();
    await tab.getByLabel('Your text').waitFor();
    assert.equal(await tab.getByLabel('Your text').inputValue(), 'One phone number.');
    await tab.getByLabel('All partners will read this.').check();
    await tab.getByRole('button', { name: 'Keep it' }).press('Enter');
    await tab.getByText('Kept. You can change it until all are shown.').waitFor();
    assert.equal(await tab.getByLabel('All partners will read this.').count(), 0);
    await tab.getByLabel('Your text').fill('Two.');
    await tab.getByText('Your change is not kept yet.').waitFor();
    assert.equal(await tab.getByLabel('All partners will read this.').isChecked(), false, 'another text is confirmed anew');
    await tab.getByRole('button', { name: 'Take it back' }).press('Enter');
    await tab.getByText('Your change is not kept yet.').waitFor({ state: 'detached' });
    assert.equal(await tab.getByLabel('Your text').inputValue(), '');
    assert.deepEqual(changes, [{ is: 'write', text: 'One phone number.', confirmed: true }, { is: 'take back' }]);
  });

  it('shows no text on the page of who leads, who is told what showing does; then all texts, as they were written', async () => {
    const { tab, changes, set } = await open(writingOf({ own: 'My own words' }), () => shownTextsOf());
    await tab.getByText('Fewer than 5 have written so far.').waitFor();
    assert.equal(await tab.getByLabel('Your text').isVisible(), false, 'it stands on the projector');
    await tab.getByRole('button', { name: 'Show all …' }).press('Enter');
    await tab.getByText('If you end it now, nothing is shown, and what was written is deleted.').waitFor();
    set(writingOf({ written: 6 }));
    await tab.getByText('6 have written so far.').waitFor();
    await tab.getByRole('button', { name: 'Show all …' }).press('Enter');
    await tab.getByRole('button', { name: 'Show them' }).and(tab.locator(':focus')).press('Enter');
    await tab.locator('h4:focus').filter({ hasText: 'Silent first' }).waitFor();
    assert.deepEqual(changes, [{ is: 'show', few: false }]);
    const texts = await tab.locator('.texts > li').allInnerTexts();
    assert.equal(texts.length, 6);
    assert.ok(texts.includes('<b>Fewer</b> forms'));
    assert.match(
      (await tab.locator('.turns').innerText()).replace(/\s+/g, ' '),
      /Municipality B, Hospital trust, Welfare office/,
    );
  });

  it('says that a text came too late, and keeps it where only its writer sees it', async () => {
    const { tab, set } = await open(writingOf(), () => refused(409, 'Too late.'), { mayLead: false });
    await tab.getByLabel('Your text').fill('Typed too late');
    await tab.getByLabel('All partners will read this.').check();
    set(shownTextsOf());
    await tab.getByRole('button', { name: 'Keep it' }).press('Enter');
    await tab.getByText('All were shown before yours was kept.').press('Enter');
    await tab.getByText('Typed too late').waitFor();
    await tab.getByRole('button', { name: 'Forget it' }).press('Enter');
    await tab.getByText('Typed too late').waitFor({ state: 'detached' });
  });

  it('says where too few have written to show any, in Norwegian too', async () => {
    const { tab } = await open(shownTextsOf({ texts: [] }), unchanged, { mayLead: false }, { locale: 'nb-no', width: 320 });
    await tab.getByText('For få har skrevet til at noe kan vises: færre enn 5. Det som ble skrevet, er slettet.').waitFor();
    assert.equal(await tab.locator('.texts').count(), 0);
  });
});
