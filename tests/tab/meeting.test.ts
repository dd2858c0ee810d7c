import assert from 'node:assert/strict';
import type { AgendaChange, AgendaPage, MeetingAction } from '../../bot/contracts/agenda-api.ts';
import type { Browser } from '../browser.ts';
import { partnersOf } from './actions-fixtures.ts';
import { overviewOf } from './fixtures.ts';
import { agendaOf, agreed, areaOf, decided, worked } from './meeting-fixtures.ts';
import { previewOf, surveyOf } from './meetings-fixtures.ts';
import { onStage } from './on-stage.ts';
import { full } from './results-fixtures.ts';
import { answeredSharing, type Answer, type Asked, show, type Stage, type View } from './stage.ts';
import { summaryOf } from './summary-fixtures.ts';

const ok = (body: unknown): Answer => ({ status: 200, body });
const refused = (status: number, detail: string, fresh?: unknown): Answer => ({
  status,
  body: { type: 'about:blank', title: 'Refused', status, detail, ...(fresh === undefined ? {} : { fresh }) },
});

describe('a meeting in the tab', function () {
  this.timeout(120_000);
  let browser: Browser;
  let stage: Stage;
  onStage((openedBrowser, raisedStage) => {
    browser = openedBrowser;
    stage = raisedStage;
  });

  const open = async (address: string, agenda: (asked: Asked) => Answer, view: View = {}) => {
    stage.asked.length = 0;
    stage.answer = (asked) => {
      const meeting = { number: 3, date: '2026-06-03' };
      if (asked.path.endsWith('/overview')) return ok(overviewOf({ latest: full, meeting }));
      if (asked.path.endsWith('/check-out')) return ok({ is: 'not open', mayOpen: false });
      if (asked.path.endsWith('/partners')) return ok(partnersOf());
      if (asked.path.endsWith('/summary')) return ok(summaryOf());
      if (asked.path.endsWith('/meetings/preview')) return ok(previewOf());
      return asked.path.includes('/meetings/3/agenda') ? agenda(asked) : refused(404, 'Not here.');
    };
    const shown = await show(browser.context, stage, { address, ...view });
    await shown.tab.locator('main:visible h1').waitFor();
    return shown;
  };
  /** A meeting that remembers: `answer` says how it is after a change. */
  const kept = (first: AgendaPage, answer: (change: AgendaChange['change'], now: AgendaPage) => AgendaPage) => {
    let now = first;
    const changes: AgendaChange[] = [];
    return {
      changes,
      now: () => now,
      set: (next: AgendaPage) => {
        now = next;
      },
      answer: ({ posted }: Asked): Answer => {
        if (posted) {
          const sent = posted.body as AgendaChange;
          changes.push(sent);
          now = { ...answer(sent.change, now), version: now.version + 1 };
        }
        return ok(now);
      },
    };
  };
  const stepped = (change: AgendaChange['change'], now: AgendaPage): AgendaPage =>
    change.is === 'step' ? { ...now, step: change.step } : now;

  it('is one press from the first screen, and the focus comes back there', async () => {
    const { tab, errors } = await open('', () => ok(agendaOf()));
    await tab.getByRole('link', { name: 'Open the meeting' }).press('Enter');
    await tab.locator('h1:focus').filter({ hasText: 'Recap' }).waitFor();
    await tab.getByRole('link', { name: 'Back to the overview' }).press('Enter');
    await tab.locator('a[href="#meeting-3"]:focus').waitFor();
    assert.deepEqual(errors, []);
  });

  it('is turned by who leads it with buttons and keys, which are left alone where somebody types', async () => {
    const meeting = kept(agendaOf(), stepped);
    const { page, tab } = await open('#meeting-3', meeting.answer);
    await tab.getByRole('button', { name: 'Next: Actions since last time' }).press('Enter');
    await tab.locator('h1:focus').filter({ hasText: 'Actions since last time' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await tab.locator('h1:focus').filter({ hasText: 'Focus areas' }).waitFor();
    await tab.getByLabel('Something else').fill('Nights');
    await page.keyboard.press('ArrowLeft');
    await tab.locator('h1').filter({ hasText: 'Focus areas' }).focus();
    await page.keyboard.press('ArrowLeft');
    await tab.locator('h1').filter({ hasText: 'Actions since last time' }).waitFor();
    assert.deepEqual(
      meeting.changes.map(({ seen, change }) => [seen, change.is === 'step' && change.step]),
      [
        [4, 'actions'],
        [5, 'focus areas'],
        [6, 'actions'],
      ],
    );
    await page.keyboard.press('Escape');
    await tab.locator('a[href="#meeting-3"]:focus').waitFor();
  });

  it('takes everybody else along, who may look at other steps on their own and find back', async () => {
    const meeting = kept(agendaOf({ mayLead: false }), stepped);
    const { page, tab } = await open('#meeting-3', meeting.answer);
    await page.keyboard.press('ArrowRight');
    await tab.getByText('You are looking at another step than the meeting.').waitFor();
    meeting.set({ ...meeting.now(), step: 'agreed' });
    await tab.getByText('The meeting is at: What we agree').waitFor();
    await tab.getByRole('link', { name: 'Go there' }).press('Enter');
    await tab.locator('h1').filter({ hasText: 'What we agree' }).waitFor();
    meeting.set({ ...meeting.now(), step: 'check-out' });
    await tab.locator('h1').filter({ hasText: 'Check-out' }).waitFor();
    await tab.getByRole('region', { name: 'Check-out' }).waitFor();
    assert.deepEqual(meeting.changes, []);
    assert.equal(await tab.getByRole('button', { name: 'Start the meeting' }).count(), 0);
  });

  it('names no owner of an action whose date is past, and ranks nobody', async () => {
    const { tab } = await open('#meeting-3', () => ok(agendaOf({ step: 'actions' })));
    const late = await tab.getByRole('region', { name: 'Past the date (1)' }).innerText();
    assert.match(late, /Meet the night nurses\s+On track, 20 May 2026\s+Was due 22 May 2026/);
    assert.doesNotMatch(late, /Municipality|Sample leader/);
    const stuck = await tab.getByRole('region', { name: 'Stuck (2)' }).innerText();
    assert.match(stuck, /Stuck: Rule or law \(Two forms ask for the same\), 20 May 2026/);
    assert.match(stuck, /<b>One<\/b> list of medicines/);
    await tab.getByText('Of 4 due by this meeting, 3 are done (75%).').waitFor();
  });

  it('chooses focus areas with their reason, sorts them by three answers, and mixes groups', async () => {
    const { tab, errors } = await open(
      '#meeting-3',
      kept(agendaOf({ step: 'focus areas', here: null }), (change, now) => {
        const [area = areaOf()] = now.chosen;
        if (change.is === 'choose') return { ...now, chosen: [area] };
        if (change.is === 'sort') return { ...now, chosen: [{ ...area, sorting: change.sorting, way: 'adaptive' }] };
        return change.is === 'groups' ? { ...now, chosen: [{ ...area, groups: worked[0]?.groups ?? null }] } : now;
      }).answer,
    );
    await tab.getByRole('button', { name: 'Choose: Municipality A and Hospital trust' }).press('Enter');
    await tab.getByRole('heading', { name: 'Municipality A and Hospital trust' }).waitFor();
    await tab
      .getByRole('article')
      .getByText(/needs from Hospital trust \(4\.8\)/)
      .waitFor();
    await tab.getByRole('button', { name: 'Sort it' }).press('Enter');
    await tab.getByText('Answer all three first.').waitFor();
    await tab.getByRole('group', { name: 'Do we know what to do?' }).getByLabel('Yes').check();
    await tab
      .getByRole('group', { name: /Can those who own it/ })
      .getByLabel('Yes')
      .check();
    await tab
      .getByRole('group', { name: /without anybody having to change/ })
      .getByLabel('No')
      .check();
    await tab.getByRole('button', { name: 'Sort it' }).press('Enter');
    await tab.getByText('Adaptive: discuss it').waitFor();
    await tab.getByRole('button', { name: 'Agree on the next small step' }).waitFor();
    await tab.getByLabel('From Hospital trust').fill('3');
    await tab.getByRole('button', { name: 'Make groups' }).press('Enter');
    await tab.getByRole('list', { name: 'Group 1' }).getByText('Sample leader 3 (Municipality B)').waitFor();
    const groups = stage.asked.flatMap(({ posted }) => (posted?.body as AgendaChange | undefined)?.change ?? []).at(-1);
    assert.deepEqual(groups?.is === 'groups' && groups.counts[0], { organisation: '1', count: 3 });
    assert.deepEqual(errors, []);
  });

  it('agrees an action in seconds: owner and date are there already; what was typed outlives a refusal and a page loaded anew', async () => {
    const sent: MeetingAction[] = [];
    const area = { ...worked[0], id: 1 } as AgendaPage['chosen'][number];
    const before = agendaOf({ step: 'agreed', chosen: [area] });
    const { page, tab } = await open('#meeting-3', ({ path, posted }) => {
      if (!posted || !path.endsWith('/actions')) return ok(sent.length > 1 ? { ...before, agreed } : before);
      sent.push(posted.body as MeetingAction);
      return sent.length === 1 ? refused(503, 'Try again.') : ok({ ...before, agreed });
    });
    await tab.getByLabel('Focus area').selectOption({ label: 'Municipality A and Hospital trust' });
    await tab.getByRole('button', { name: 'Agree an action' }).press('Enter');
    await tab.locator('textarea:focus').fill('Write one form together');
    await tab.getByLabel('Quick win').check();
    await tab.getByRole('button', { name: 'Agree it' }).press('Enter');
    await tab.getByText('Try again.').waitFor();
    await page.reload();
    await tab.getByLabel('Focus area').selectOption({ label: 'Municipality A and Hospital trust' });
    await tab.getByRole('button', { name: 'Agree an action' }).press('Enter');
    assert.equal(await tab.locator('textarea:focus').inputValue(), 'Write one form together');
    await tab.getByRole('button', { name: 'Agree it' }).press('Enter');
    await tab.getByRole('region', { name: 'Agreed in this meeting (2)' }).waitFor();
    await tab.getByRole('button', { name: 'Agree an action' }).and(tab.locator(':focus')).waitFor();
    const [first, again] = sent;
    assert.deepEqual(again, first, 'the same request, and the same wish');
    assert.deepEqual(
      [first?.due, first?.owners, first?.area],
      ['2026-09-02', [1], 'Expectations: Municipality A and Hospital trust'],
    );
    await tab.getByRole('button', { name: 'Agree an action' }).press('Enter');
    assert.equal(await tab.locator('textarea:focus').inputValue(), '', 'what is stored is forgotten here');
  });

  it('writes decisions down, and mends them; somebody who was faster is seen, and what was typed stays', async () => {
    const first = agendaOf({ step: 'agreed', decisions: decided });
    const faster = { ...first, decisions: [{ id: 1, text: 'We try two phones.' }] };
    const { tab } = await open('#meeting-3', ({ posted }) => {
      if (!posted) return ok(first);
      const { change } = posted.body as AgendaChange;
      if (change.is === 'word') return refused(409, 'Somebody was faster.', faster);
      return ok({ ...first, decisions: [...decided, { id: 3, text: 'A third.' }] });
    });
    await tab.getByLabel('A decision, in one sentence').fill('A third.');
    await tab.getByRole('button', { name: 'Write it down' }).press('Enter');
    await tab.getByRole('region', { name: 'Decided in this meeting (3)' }).waitFor();
    assert.equal(await tab.getByLabel('A decision, in one sentence').inputValue(), '');
    await tab.getByRole('button', { name: 'Change: We try one phone' }).press('Enter');
    await tab.locator('textarea:focus').fill('We try three phones.');
    await tab.getByRole('button', { name: 'Save' }).press('Enter');
    await tab.getByText('Somebody was faster.').waitFor();
    assert.equal(await tab.getByLabel('A decision, in one sentence').first().inputValue(), 'We try three phones.');
    await tab.getByText('Somebody has changed it meanwhile. It says now: “We try two phones.”').waitFor();
  });

  it('shows what somebody else made of a decision before it can be overwritten, and a decision that is mended outlives a page loaded anew', async () => {
    const meeting = kept(agendaOf({ step: 'agreed', decisions: decided }), (_change, now) => ({ ...now, decisions: [] }));
    const { page, tab } = await open('#meeting-3', meeting.answer);
    await tab.getByRole('button', { name: 'Change: We try one phone' }).press('Enter');
    await tab.locator('textarea:focus').fill('We try three phones.');
    await page.reload();
    await tab.getByRole('button', { name: 'Save' }).waitFor();
    assert.equal(await tab.getByLabel('A decision, in one sentence').first().inputValue(), 'We try three phones.');
    meeting.set({ ...meeting.now(), decisions: [{ id: 1, text: 'We try two phones.' }] });
    await tab.getByText('It says now: “We try two phones.”').waitFor();
    await tab.getByRole('button', { name: 'Save' }).press('Enter');
    await tab.getByText('Nothing is written down as decided yet.').waitFor();
    assert.deepEqual(
      meeting.changes.map(({ change }) => change),
      [{ is: 'word', decision: 1, text: 'We try three phones.', was: 'We try two phones.' }],
    );
  });

  it('ends after one more question, and plans the next where none is planned', async () => {
    const meeting = kept(agendaOf({ step: 'next date', next: null }), (change, now) => {
      if (change.is === 'plan next') return { ...now, next: { number: 4, date: change.date, starts: change.starts } };
      return change.is === 'end' ? { ...now, over: true } : now;
    });
    const { tab } = await open('#meeting-3', meeting.answer);
    await tab.getByLabel('Date').fill('2026-09-09');
    await tab.getByRole('button', { name: 'Show the plan' }).press('Enter');
    await tab.getByText('The survey opens').waitFor();
    await tab.getByRole('button', { name: 'Plan it' }).press('Enter');
    await tab.getByRole('link', { name: '9 September 2026, 09:00' }).waitFor();
    await tab.getByRole('button', { name: 'End the meeting …' }).press('Enter');
    await tab.getByRole('button', { name: 'End it' }).and(tab.locator(':focus')).press('Enter');
    await tab.getByText('The meeting is over. What was decided and agreed stays here.').waitFor();
    assert.deepEqual(
      meeting.changes.map(({ change }) => change),
      [{ is: 'plan next', date: '2026-09-09', starts: '09:00', survey: surveyOf() }, { is: 'end' }],
    );
  });

  it('goes from the side panel of a meeting to its stage, where everybody has it for themselves, on any client', async () => {
    for (const client of ['web', 'desktop', 'macos', 'ios', 'android'] as const) {
      const { page, tab } = await open('#meeting-3', () => ok(agendaOf()), { frame: 'sidePanel', width: 320, client });
      await tab.getByRole('button', { name: 'Share to the meeting stage' }).press('Enter');
      await tab.getByText('Everybody in the meeting sees this page now, and follows it.').waitFor();
      const told = await page.evaluate<unknown[][]>('told');
      const [, address, options] = told.find(([name]) => name === 'meeting.shareAppContentToStage') ?? assert.fail('shared');
      const { origin, searchParams, hash } = new URL(String(address));
      assert.deepEqual(
        [origin, searchParams.get('channel'), searchParams.get('place'), hash, options],
        [stage.origin, '19:sample@thread.tacv2', 'meeting-3', '#meeting-3', { sharingProtocol: 'Collaborative' }],
      );
      await page.close();
    }
  });

  it('says who may share it where Teams does not, and offers it only in the side panel, to who has the permission', async () => {
    const share = 'Share to the meeting stage';
    const panel = { frame: 'sidePanel', width: 320 } as const;
    const failing = await open('#meeting-3', () => ok(agendaOf()), { ...panel, share: 'fails' });
    await failing.tab.getByRole('button', { name: share }).press('Enter');
    await failing.tab
      .getByText(/^Teams did not put the page on the stage\. It does so for those who present or organise/)
      .waitFor();
    for (const view of [
      {},
      { frame: 'meetingStage' },
      { ...panel, share: 'forbidden' },
      { ...panel, share: 'denied' },
    ] as const) {
      const { page, tab } = await open('#meeting-3', () => ok(agendaOf()), view);
      await tab.locator('main.meeting .turning').waitFor();
      await answeredSharing({ page, tab }, 'share' in view);
      assert.equal(await tab.getByRole('button', { name: share }).count(), 0, JSON.stringify(view));
    }
  });

  it('is opened on the stage by the address that was shared, with or without what stands behind #; without a channel it says so', async () => {
    const view = { frame: 'meetingStage', channel: 'none' } as const;
    for (const place of ['&place=meeting-3', '&place=meeting-3#meeting-3', '#meeting-3']) {
      const { tab, page } = await open(`?channel=19:sample@thread.tacv2${place}`, () => ok(agendaOf()), view);
      await tab.locator('h1').filter({ hasText: 'Recap' }).waitFor();
      await page.close();
    }
    const nowhere = await open('#meeting-3', () => ok(agendaOf()), view);
    await nowhere.tab.getByText(/^This page belongs to a channel/).waitFor();
  });
});
