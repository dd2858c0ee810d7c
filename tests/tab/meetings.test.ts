import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import type {
  AttendanceWish,
  DecisionChange,
  MeetingChange,
  NewMeeting,
  RhythmChange,
} from '../../bot/contracts/meetings-api.ts';
import type { Browser } from '../browser.ts';
import { overviewOf } from './fixtures.ts';
import { agendaOf } from './meeting-fixtures.ts';
import { daysOf, deskOf, meetingOf, meetingsOf, previewOf, readerOf, surveyOf, withoutSurvey } from './meetings-fixtures.ts';
import { onStage } from './on-stage.ts';
import { full } from './results-fixtures.ts';
import { type Answer, type Asked, show, type Stage } from './stage.ts';

const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();
const region = async (tab: FrameLocator, name: string | RegExp) => spaced(await tab.getByRole('region', { name }).innerText());
const ok = (body: unknown): Answer => ({ status: 200, body });
const refused = (status: number, detail: string, fresh?: unknown): Answer => ({
  status,
  body: { type: 'about:blank', title: 'Refused', status, detail, ...(fresh === undefined ? {} : { fresh }) },
});

describe('meetings in the tab', function () {
  this.timeout(120_000);
  let browser: Browser;
  let stage: Stage;
  onStage((openedBrowser, raisedStage) => {
    browser = openedBrowser;
    stage = raisedStage;
  });

  const open = async (meetings: (asked: Asked) => Answer, address = '#meetings') => {
    stage.answer = (asked) => {
      if (asked.path.endsWith('/overview')) return ok(overviewOf({ latest: full }));
      return asked.path.includes('/meetings') ? meetings(asked) : refused(404, 'Not here.');
    };
    const shown = await show(browser.context, stage, { address });
    await shown.tab.locator('main:visible h1').waitFor();
    return shown;
  };

  it('are reached from the first screen, and the focus comes back', async () => {
    const { tab, errors } = await open(() => ok(meetingsOf()), '');
    await tab.getByRole('link', { name: 'Meetings' }).press('Enter');
    await tab.locator('h1:focus').filter({ hasText: 'Meetings' }).waitFor();
    await tab.getByRole('link', { name: 'Back to the overview' }).press('Enter');
    await tab.locator('a[href="#meetings"]:focus').waitFor();
    assert.deepEqual(errors, []);
  });

  it('show the whole plan until the next, and what became of those before', async () => {
    const { tab } = await open(() => ok(meetingsOf()));
    const next = await region(tab, 'The next meeting');
    assert.match(
      next,
      /Tuesday 16 June 2026 at 09:00 A survey goes with it The survey opens \(over\) Tuesday 2 June 2026 at 08:00/,
    );
    assert.match(next, /Check-out Right after the meeting/);
    assert.match(
      await region(tab, 'Meetings that have been'),
      /14 people were there\. 1 for the first time\. 11 were at the one before as well\. 2 were back .*<b>One<\/b> list of medicines/,
    );
  });

  it('offer nothing that would be refused to who only reads', async () => {
    const { tab } = await open(() => ok(readerOf()));
    assert.equal(await tab.locator('main.meetings :is(.card button, form)').count(), 0);
    assert.equal(await tab.getByRole('region', { name: /^Who comes/ }).count(), 0);
  });

  it('are moved in a form that keeps what was typed when somebody was faster, and called off after a question', async () => {
    const sent: MeetingChange[] = [];
    const { tab } = await open(({ posted }) => {
      if (!posted) return ok(meetingsOf());
      const change = posted.body as MeetingChange;
      sent.push(change);
      if (change.version === 1)
        return refused(409, 'Somebody was faster.', meetingsOf({ meetings: [meetingOf({ version: 2 })] }));
      return ok(meetingsOf({ meetings: [meetingOf({ version: 3, date: '2026-06-18' })] }));
    });
    const next = tab.getByRole('region', { name: 'The next meeting' });
    await next.getByRole('button', { name: /^Move/ }).press('Enter');
    await next.locator('input[type=date]:focus').fill('2026-06-18');
    await next.getByRole('button', { name: 'Move the meeting' }).press('Enter');
    await next.getByText('Somebody was faster.').waitFor();
    assert.equal(await next.locator('input[type=date]').inputValue(), '2026-06-18');
    await next.getByRole('button', { name: 'Move the meeting' }).press('Enter');
    await next.getByText('Thursday 18 June 2026 at 09:00').first().waitFor();
    await next.getByRole('button', { name: 'Call off' }).press('Enter');
    await next.getByRole('button', { name: 'Yes, call it off' }).press('Enter');
    await tab.getByRole('region', { name: 'The next meeting' }).waitFor();
    const move = { is: 'move', date: '2026-06-18', starts: '09:00' } as const;
    assert.deepEqual(sent, [
      { version: 1, change: move },
      { version: 2, change: move },
      { version: 3, change: { is: 'call off' } },
    ]);
  });

  it('of a rhythm are shown before it can be set, and again after a change of it', async () => {
    const sent: RhythmChange[] = [];
    const { tab } = await open(({ posted, path }) => {
      if (path.endsWith('/rhythm-days')) return ok(daysOf());
      if (posted) sent.push(posted.body as RhythmChange);
      return ok(meetingsOf());
    });
    const rhythm = tab.getByRole('region', { name: 'Rhythm' });
    await rhythm.getByText('You meet on the fourth Tuesday of every month, at 09:00.').waitFor();
    await rhythm.getByRole('button', { name: 'Change the rhythm' }).press('Enter');
    assert.equal(await rhythm.getByRole('button', { name: 'Set this rhythm' }).count(), 0);
    await rhythm.getByLabel('How often').selectOption({ label: 'Every 2 months' });
    await rhythm.getByRole('button', { name: 'Show the days' }).press('Enter');
    await rhythm.getByText('Tuesday 23 June 2026: no survey, the day it would have opened is over').waitFor();
    await rhythm.getByText('Tuesday 28 July 2026: survey from 14 July 2026 to 24 July 2026').waitFor();
    await rhythm.getByText('A survey goes with 3 of them.').waitFor();
    await rhythm.getByText('Days off are left out: Monday 17 May 2027.').waitFor();
    await rhythm.getByRole('button', { name: 'Set this rhythm' }).press('Enter');
    await rhythm.getByText('Saved.').waitFor();
    assert.deepEqual(
      sent.map(({ seen, rhythm: wished }) => [seen?.rule.every, wished?.rule.every, wished?.survey]),
      [[1, 2, surveyOf()]],
    );
    await rhythm.getByRole('button', { name: 'Change the rhythm' }).press('Enter');
    await rhythm.getByLabel('A survey goes along').uncheck();
    assert.equal(await rhythm.getByRole('button', { name: 'Set this rhythm' }).count(), 0, 'its days are shown anew first');
    await rhythm.getByRole('button', { name: 'Show the days' }).press('Enter');
    await rhythm.getByRole('button', { name: 'Set this rhythm' }).press('Enter');
    await rhythm.getByText('Saved.').waitFor();
    assert.equal(sent[1]?.rhythm?.survey, null);
  });

  describe('that are planned one by one', () => {
    const planning = async (preview: (wish: NewMeeting) => Answer) => {
      const [asked, sent]: [NewMeeting[], NewMeeting[]] = [[], []];
      const { tab } = await open(({ posted, path }) => {
        if (path.endsWith('/preview')) {
          asked.push(posted?.body as NewMeeting);
          return preview(posted?.body as NewMeeting);
        }
        if (posted) sent.push(posted.body as NewMeeting);
        return ok(meetingsOf());
      });
      const form = tab.getByRole('region', { name: 'Plan a meeting' });
      const plan = form.getByRole('button', { name: 'Plan the meeting' });
      await form.getByRole('button', { name: 'Show the plan' }).press('Enter');
      await form.getByText('Choose a day and a time first.').waitFor();
      await form.getByLabel('Day').fill('2026-06-16');
      await form.getByRole('button', { name: 'Show the plan' }).press('Enter');
      await plan.waitFor();
      return { form, plan, asked, sent };
    };
    const at = { date: '2026-06-16', starts: '09:00' };

    it('show the whole plan first, with the survey that goes along, which can be changed and left out', async () => {
      const { form, plan, asked, sent } = await planning(({ survey }) =>
        ok(survey === null ? withoutSurvey() : previewOf({ survey: survey ?? surveyOf() })),
      );
      const goes = form.getByLabel('A survey goes with this meeting');
      assert.ok(await goes.isChecked());
      await form.getByText('The survey opens').waitFor();
      assert.deepEqual(sent, [], 'nothing is stored yet');
      await form.getByText('Change the survey').click();
      await form.getByLabel('Opens, days before the meeting').fill('10');
      assert.equal(await plan.count(), 0, 'another survey is another plan');
      await form.getByRole('button', { name: 'Show the plan' }).press('Enter');
      await plan.waitFor();
      await goes.uncheck();
      await form.getByText('The survey opens').waitFor({ state: 'detached' });
      await goes.check();
      await form.getByText('The survey opens').waitFor();
      await plan.press('Enter');
      await form.getByText('Saved.').waitFor();
      assert.deepEqual(
        asked.map(({ survey }) => survey?.opensBefore ?? survey),
        [undefined, 10, null, 14],
      );
      assert.deepEqual(sent, [{ ...at, survey: surveyOf() }]);
    });

    it('say why no survey is proposed, and keep what was shown where one that is wished is refused', async () => {
      const { form, plan, sent } = await planning(({ survey }) =>
        survey === undefined || survey === null
          ? ok(withoutSurvey({ notProposed: 'opening day over' }))
          : refused(400, 'It would have opened already.'),
      );
      await form.getByText(/^None is proposed: the day it would have opened is over/).waitFor();
      await form.getByLabel('A survey goes with this meeting').check();
      await form.getByText('It would have opened already.').waitFor();
      assert.equal(await plan.count(), 0);
      await form.getByText('Change the survey').waitFor();
      await form.getByLabel('A survey goes with this meeting').uncheck();
      await plan.press('Enter');
      await form.getByText('Saved.').waitFor();
      assert.deepEqual(sent, [{ ...at, survey: null }]);
    });
  });

  it('say that a round asks for the next already, so that nobody is asked twice', async () => {
    const { tab } = await open(() => ok(meetingsOf({ meetings: [meetingOf({ asked: 7 })] })));
    assert.match(await region(tab, 'The next meeting'), /Its survey is round 7 Round 7 asks for this meeting already/);
  });

  it('keep what was typed of a decision until it is stored: over a refusal, a page loaded anew, and on the page of the meeting itself', async () => {
    const sent: DecisionChange[] = [];
    const due = meetingsOf({ meetings: [meetingOf({ date: '2026-06-03', due: true, survey: null })] });
    const { page, tab } = await open(({ posted, path }) => {
      if (path.endsWith('/agenda')) return ok(agendaOf({ number: 4, step: 'agreed' }));
      if (!posted) return ok(due);
      sent.push(posted.body as DecisionChange);
      return sent.length === 1 ? refused(503, 'Try again.') : ok(due);
    });
    const text = tab.locator('main:visible').getByLabel('A decision, in one sentence');
    await tab.getByText('Write down a decision').click();
    await text.fill('One list');
    await tab.getByRole('button', { name: 'Write it down' }).press('Enter');
    await tab.getByText('Try again.').waitFor();
    const at = async (place: string) => {
      await tab.locator('body').evaluate((_, hash) => {
        location.hash = hash;
      }, place);
      await tab.locator(`main:visible.${place === 'meetings' ? 'meetings' : 'meeting'}`).waitFor();
    };
    await at('meeting-4-agreed');
    assert.equal(await text.inputValue(), 'One list');
    await at('meetings');
    await page.reload();
    await text.waitFor();
    assert.equal(await text.inputValue(), 'One list', 'and in sight');
    await tab.getByRole('button', { name: 'Write it down' }).press('Enter');
    await text.evaluate(async (field) => {
      while ((field as HTMLTextAreaElement).value !== '') await new Promise((resolve) => setTimeout(resolve, 20));
    });
    assert.deepEqual(sent[1], sent[0], 'the same request');
  });

  it('take who was there by one tap each, and what was decided once', async () => {
    const taken: AttendanceWish[] = [];
    const decided: DecisionChange[] = [];
    const due = meetingsOf({ meetings: [meetingOf({ date: '2026-06-03', due: true, survey: null })] });
    const { tab } = await open(({ posted, path }) => {
      if (path.endsWith('/attendance')) {
        if (posted) taken.push(posted.body as AttendanceWish);
        return ok(deskOf(posted ? {} : { present: null }));
      }
      if (posted) decided.push(posted.body as DecisionChange);
      return ok(due);
    });
    const next = tab.getByRole('region', { name: 'The next meeting' });
    await next.getByRole('button', { name: /^Who was there/ }).press('Enter');
    await next.getByLabel('Sample leader 3', { exact: true }).check();
    await next.getByLabel('Sample leader 4', { exact: true }).check();
    await next.getByText('2 people are ticked.').first().waitFor();
    await next.getByRole('button', { name: 'Save who was there' }).press('Enter');
    await next.locator('.taps').first().waitFor({ state: 'detached' });
    assert.deepEqual(taken, [{ seen: null, present: [3, 4] }]);
    await next.getByText('Write down a decision').click();
    await next.getByLabel('A decision, in one sentence').fill('One list');
    await next.getByRole('button', { name: 'Write it down' }).press('Enter');
    await next.locator('textarea').filter({ hasNotText: 'One' }).waitFor();
    assert.deepEqual(
      decided.map((change) => [change.is, change.is === 'add' && change.text]),
      [['add', 'One list']],
    );
  });
});
