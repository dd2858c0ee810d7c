import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { DateTime } from 'luxon';
import { meetingsPage, type MeetingShown } from '../bot/contracts/meetings-api.ts';
import { sampleFounder } from '../local/seed.ts';
import { browserPath } from './browser.ts';
import { npmStart, type Started } from './npm-start.ts';
import { patience } from './store-engines.ts';
import { answerAll, channel, untilCard } from './walk.ts';

const path = browserPath();
/** A folder for screenshots of each step in both languages; none are taken without it. */
const shots = process.env['SHOTS'];

const organisations = ['hospital-trust', 'municipality-a', 'municipality-b', 'welfare-office'];
const chair = sampleFounder;
const leaders = organisations.flatMap((key) => [1, 2, 3, 4].map((number) => `${key}-leader-${number}`));
const here = leaders.filter((key) => key.endsWith('1') || key.endsWith('2'));
const writers = here.slice(1, 4);
/** At no meeting; reads Norwegian. */
const absent = 'municipality-b-leader-4';
const owner = 'municipality-a-leader-1';
const nameOf = (key: string): string =>
  key
    .replace('-leader-', ' leader ')
    .replace(/-/g, ' ')
    .replace(/^./, upper)
    .replace(/ a | b /, upper);
const upper = (text: string): string => text.toUpperCase();

const outcomes = ['Nobody waits in hospital for help at home (a sample).', 'Everybody has one named contact (a sample).'];
const quickWin = 'One number to call after five (a sample).';
const adaptive = 'Plan together before somebody goes home (a sample).';
const line = 'The ward and we have met once (a sample).';
const smallStep = 'Sit down with one ward (a sample).';
const decided = 'We meet every third month (a sample).';
/** In the language of who reads it. */
const since = 'Siden sist du var her';
const day = 86_400_000;
const dayAfter = (date: string, days: number): string => new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);

/** How each organisation sees the next ones, by their number; after the first meeting a little better. */
const seen = (who: string, better: number) => (target: number) =>
  Math.min(5, 2 + ((organisations.findIndex((key) => who.startsWith(key)) + target) % 3) + better);

if (path === undefined)
  it.skip('two cycles: no Chrome, Edge or Chromium was found (apt install chromium, or name one by BROWSER_PATH)');
else
  describe('npm start: from meeting to meeting, twice', function () {
    this.timeout(6 * patience);
    this.bail(true);
    let started: Started;
    before(async () => {
      started = await npmStart(path);
      if (shots !== undefined) mkdirSync(shots, { recursive: true });
    });
    afterEach(async function () {
      if (shots !== undefined && this.currentTest?.state === 'failed')
        await started.page.screenshot({ path: `${shots}/failed.png`, fullPage: true });
    });
    after(() => started.stop());

    const speak = (person: string, locale: 'en-GB' | 'nb-NO') =>
      started.page.request.post(`${started.url}/local/speak`, { data: { person, locale } });
    /** What this person sees there, in both languages; then they read English again. */
    const shot = async (name: string, person: string, conversation = channel, view = 'posts', subPage = '') => {
      if (shots === undefined) return;
      for (const [language, locale] of [
        ['nb', 'nb-NO'],
        ['en', 'en-GB'],
      ] as const) {
        await speak(person, locale);
        await started.be(person, conversation, view, { subPage });
        await started.page.waitForLoadState('networkidle');
        await started.page.screenshot({ path: `${shots}/${name}.${language}.png` });
      }
    };
    /** The meetings as the tab gets them, for dates: the sample begins today, whatever day that is. */
    const meetings = async (): Promise<readonly MeetingShown[]> => {
      const { page, url } = started;
      const { token } = (await (await page.request.get(`${url}/local/token?person=${chair}`)).json()) as { token: string };
      const setting = (await (await page.request.get(`${url}/local/setting`)).json()) as {
        team: { channels: { name: string; id: string }[] };
      };
      const id = setting.team.channels.find(({ name }) => name === channel)?.id ?? '';
      const headers = { authorization: `Bearer ${token}` };
      const answer = await page.request.get(`${url}/api/channels/${encodeURIComponent(id)}/meetings`, { headers });
      return meetingsPage.parse(await answer.json()).meetings;
    };
    const meetingOf = async (number: number): Promise<MeetingShown> => {
      const found = (await meetings()).find((one) => one.number === number);
      assert.ok(found, `meeting ${number}`);
      return found;
    };
    const stepOf = async (number: number, step: MeetingShown['plan'][number]['is']): Promise<string> => {
      const found = (await meetingOf(number)).plan.find(({ is }) => is === step);
      assert.ok(found, `${step} of meeting ${number}`);
      return found.day;
    };
    /** Twenty minutes after it is due: at eight, or when a survey of that day has closed. */
    const moveClockToBrief = async (number: number): Promise<void> => {
      const brief = (await meetingOf(number)).plan.find(({ is }) => is === 'brief');
      assert.ok(brief?.at, `the brief of meeting ${number}`);
      const due = DateTime.fromISO(brief.at, { zone: 'Europe/Oslo' });
      const closed = (await meetingOf(number)).plan.find(({ is, day }) => is === 'survey closes' && day === brief.day);
      // The round has to close before anybody is told of its results.
      if (closed?.at)
        await started.moveClockTo(brief.day, DateTime.fromISO(closed.at, { zone: 'Europe/Oslo' }).toFormat('HH:mm'));
      await started.moveClockTo(brief.day, due.plus({ minutes: 20 }).toFormat('HH:mm'));
    };
    const place = () => started.tab().locator('main.meeting');
    const onStep = (name: string) =>
      place()
        .getByRole('heading', { level: 1, name: new RegExp(name) })
        .waitFor();
    const openMeeting = async (person: string, number: number, step: string): Promise<void> => {
      await started.be(person, channel, 'tab', { subPage: `meeting-${number}` });
      await onStep(step);
    };
    const next = async (step: string): Promise<void> => {
      await place()
        .getByRole('button', { name: `Next: ${step}` })
        .click();
      await onStep(step);
    };
    /** `rating`: the same of everything; else as each organisation sees the others. */
    const everybodyAnswers = async (better: number, rating?: number): Promise<void> => {
      for (const who of [...leaders, 'hospital-trust-leader-5'])
        await answerAll(started, who, (target) => rating ?? seen(who, better)(target));
    };
    const writeDownWhoIsHere = async (): Promise<void> => {
      const { be, tab } = started;
      await be(chair, channel, 'tab', { subPage: 'meetings' });
      await tab()
        .getByRole('button', { name: /^Who was there/ })
        .first()
        .click();
      for (const who of here) await tab().getByLabel(nameOf(who)).check();
      await tab().getByRole('button', { name: 'Save who was there' }).click();
      await tab().getByText(`${here.length} people were there.`).waitFor();
    };
    const agree = async (text: string, kind: string, due: string, more: Readonly<Record<string, string>> = {}): Promise<void> => {
      const form = place();
      await form.getByRole('button', { name: 'Agree an action' }).click();
      await form.getByLabel('What is to be done?').fill(text);
      await form.getByRole('radio', { name: new RegExp(`^${kind}`) }).check();
      for (const [label, value] of Object.entries(more)) await form.getByLabel(label, { exact: true }).fill(value);
      await form
        .getByLabel(/^(Due|Date of the next small step)$/)
        .first()
        .fill(due);
      const chairOut = form.getByRole('button', { name: `Remove ${nameOf(chair)}` });
      if (await chairOut.isVisible()) await chairOut.click();
      await form.getByLabel('Search by name or organisation').fill(nameOf(owner));
      await form
        .getByRole('button', { name: new RegExp(nameOf(owner)) })
        .first()
        .click();
      await form.getByRole('button', { name: 'Agree it' }).click();
    };
    const checkOut = async (energy: string, said: string): Promise<void> => {
      for (const who of here.slice(1, 5)) {
        await started.be(who);
        const card = started.messageWith('How did we leave the meeting');
        await card.getByRole('button', { name: energy, exact: true }).click();
        await card.getByText('Did you get to say what you needed to say?').waitFor();
        await card.getByRole('button', { name: said, exact: true }).click();
        await card.getByText('Thank you. Both answers are kept.').waitFor();
      }
    };
    const end = async (): Promise<void> => {
      await place()
        .getByRole('button', { name: /^End the meeting/ })
        .click();
      await place().getByRole('button', { name: 'End it' }).click();
      await place().getByText('The meeting is over.').waitFor();
    };

    it('the outcomes are registered, and everybody answers the survey that goes with the first meeting', async () => {
      const { be, tab } = started;
      await speak(absent, 'nb-NO');
      await be(chair, channel, 'tab');
      await tab().getByRole('link', { name: 'Set-up and roster' }).click();
      for (const [at, text] of outcomes.entries()) {
        await tab().getByRole('button', { name: 'Add an outcome' }).click();
        await tab()
          .getByRole('textbox', { name: `Outcome ${at + 1}` })
          .fill(text);
      }
      await tab().getByRole('button', { name: 'Save' }).first().click();
      await tab().getByText('Saved.').waitFor();
      await shot('1-survey', 'welfare-office-leader-2');
      await everybodyAnswers(0);
      await be(chair, channel, 'tab');
      await tab().getByText('17 of 17 have answered').waitFor();
      await shot('1-answered', chair, channel, 'tab');
    });

    it('the chair is briefed the working day before', async () => {
      const { be, moveClockTo, messageWith } = started;
      const { date } = await meetingOf(1);
      await be(chair, 'chat');
      await moveClockToBrief(1);
      await messageWith('Before the meeting on').getByText('What to talk about').waitFor();
      await shot('1-brief', chair, 'chat');
      await moveClockTo(date);
      await be(chair, channel, 'tab');
      await started.tab().getByText('Results of round 4').waitFor();
      await shot('1-results', chair, channel, 'tab');
    });

    it('the meeting goes through its six steps', async () => {
      await openMeeting(chair, 1, 'Recap');
      await place().getByRole('button', { name: 'Start the meeting' }).click();
      await place()
        .getByText(/^Started/)
        .waitFor();
      await writeDownWhoIsHere();
      await shot('1-meetings', chair, channel, 'tab', 'meetings');
      await openMeeting(chair, 1, 'Recap');
      await place().getByText('Municipality A: 2').waitFor();
      await shot('1-step-1', chair, channel, 'tab', 'meeting-1');
      await next('Actions since last time');
      await shot('1-step-2', chair, channel, 'tab', 'meeting-1');
      await openMeeting(chair, 1, 'Actions since last time');
      await next('Focus areas');
      await place()
        .getByRole('button', { name: /^Choose/ })
        .first()
        .click();
      await place().getByRole('button', { name: 'Let everybody write' }).click();
      await place().getByText('Fewer than 3 have written so far.').waitFor();
      for (const who of writers) {
        await openMeeting(who, 1, 'Focus areas');
        await place()
          .getByLabel('Your own text')
          .or(place().getByLabel('Your text'))
          .first()
          .fill(`From ${nameOf(who).length} letters (a sample).`);
        await place()
          .getByLabel(/^All partners will read this/)
          .check();
        await place().getByRole('button', { name: 'Keep it' }).click();
        await place()
          .getByText(/^Kept\./)
          .waitFor();
      }
      await shot('1-silent', writers[0] ?? '', channel, 'tab', 'meeting-1');
      await openMeeting(chair, 1, 'Focus areas');
      await place()
        .getByRole('button', { name: /^Show all/ })
        .click();
      await place().getByRole('button', { name: 'Show them' }).click();
      await place().getByText('3 wrote. Here is all of it').waitFor();
      await place().getByRole('button', { name: 'Make groups' }).click();
      await place().getByText('Group 2').waitFor();
      for (const [question, answer] of [
        [/^Do we know/, 'Yes'],
        [/^Can those who/, 'Yes'],
        [/^Can it be done/, 'No'],
      ] as const)
        await place().getByRole('group', { name: question }).getByLabel(answer).check();
      await place().getByRole('button', { name: 'Sort it' }).click();
      await place()
        .getByText(/^Adaptive: discuss it/)
        .first()
        .waitFor();
      await shot('1-step-3', chair, channel, 'tab', 'meeting-1');
      await openMeeting(chair, 1, 'Focus areas');
      await next('What we agree');
      const { date } = await meetingOf(1);
      await agree(quickWin, 'Quick win', dayAfter(date, 10));
      await place().getByText('Agreed in this meeting (1)').waitFor();
      // Due after the next meeting: nobody is nudged before, so its owner is asked for a line.
      await agree(adaptive, 'Adaptive', dayAfter((await meetingOf(2)).date, 20), {
        'Next small step': smallStep,
      });
      await place().getByText('Agreed in this meeting (2)').waitFor();
      await place().getByLabel('A decision, in one sentence').fill(decided);
      await place().getByRole('button', { name: 'Write it down' }).click();
      await place().getByText('Decided in this meeting (1)').waitFor();
      await shot('1-step-4', chair, channel, 'tab', 'meeting-1');
      await openMeeting(chair, 1, 'What we agree');
      await next('Check-out');
      await place().getByRole('button', { name: 'Open the check-out' }).click();
      await place()
        .getByText(/^The card is in the channel/)
        .waitFor();
      await shot('1-step-5', chair, channel, 'tab', 'meeting-1');
      await checkOut('4', 'Yes');
      await openMeeting(chair, 1, 'Check-out');
      await next('Thanks and next date');
      await shot('1-step-6', chair, channel, 'tab', 'meeting-1');
      await openMeeting(chair, 1, 'Thanks and next date');
      await end();
    });

    it('what it came to is in the channel, and who was not there reads it in their own language', async () => {
      const { be, messageWith, moveClock, untilRead, tab } = started;
      await be(chair);
      await messageWith('Minutes of the meeting').getByText(decided).waitFor();
      await shot('1-minutes', chair);
      await shot('1-minutes-page', chair, channel, 'tab', 'minutes-1');
      await be(absent, 'chat');
      await moveClock('Next working day, 09:00');
      await untilRead(since);
      await messageWith(since).getByText(decided).waitFor();
      await shot('1-since', absent, 'chat');
      // The check-out closes in the afternoon.
      await moveClock('Next working day, 09:00');
      await be(chair, channel, 'tab', { subPage: 'meeting-1' });
      await tab().getByText('The meeting is over.').waitFor();
    });

    it('its owner is nudged when the action is due, and says that it is done', async () => {
      const { be, messageWith, untilRead } = started;
      await be(owner, 'chat');
      await untilRead(quickWin);
      await shot('1-nudge', owner, 'chat');
      await be(owner, 'chat');
      await messageWith(quickWin).getByRole('button', { name: 'Done', exact: true }).click();
      await messageWith(quickWin).getByText('Done', { exact: false }).waitFor();
    });

    it('the survey of the second meeting opens and closes by itself, and everybody answers again', async () => {
      const { be, tab, moveClockTo, moveClock } = started;
      await shot('2-plan', chair, channel, 'tab', 'meetings');
      const opens = await stepOf(2, 'survey opens');
      const closes = await stepOf(2, 'survey closes');
      await be(owner);
      await moveClockTo(opens);
      await untilCard(started, owner, 5);
      await everybodyAnswers(1);
      await moveClockTo(closes);
      await moveClock('Next working day, 09:00');
      await be(chair, channel, 'tab');
      await tab().getByText('Results of round 5').waitFor();
      await shot('2-results', chair, channel, 'tab');
    });

    it('the owner of what is open is asked for one line, and the chair is briefed with what moved', async () => {
      const { be, messageWith, untilRead, moveClockTo } = started;
      await be(owner, 'chat');
      await moveClockTo(await stepOf(2, 'updates asked'));
      await untilRead('One line before the meeting');
      await shot('2-update', owner, 'chat');
      await be(owner, 'chat');
      const asked = messageWith('One line before the meeting');
      await asked.getByRole('textbox').fill(line);
      await asked.getByRole('button', { name: 'On track' }).click();
      await messageWith(adaptive).getByText('Saved.').waitFor();
      await be(chair, 'chat');
      await moveClockToBrief(2);
      await untilRead('1 action was done');
      await shot('2-brief', chair, 'chat');
    });

    it('the second meeting looks back, and asks how far the outcomes are', async () => {
      const { be, tab, moveClockTo } = started;
      await be(chair, channel, 'tab');
      await moveClockTo((await meetingOf(2)).date);
      await openMeeting(chair, 2, 'Recap');
      await place().getByText(decided).waitFor();
      await place().getByRole('button', { name: 'Start the meeting' }).click();
      await place()
        .getByText(/^Started/)
        .waitFor();
      await place().getByRole('button', { name: 'Show what it would be' }).click();
      await place()
        .getByRole('radio', { name: /^Check-back/ })
        .check();
      await place().getByRole('button', { name: 'Start now: 10 minutes' }).click();
      await place().getByText('minutes left').waitFor();
      await untilCard(started, owner, 6);
      await shot('2-check-back', chair, channel, 'tab', 'meeting-2');
      await shot('2-check-back-card', owner);
      await everybodyAnswers(0, 2);
      await openMeeting(chair, 2, 'Recap');
      await place().getByText('17 of 17 have answered').waitFor();
      await be(chair, channel, 'tab');
      await tab().getByRole('link', { name: 'Set-up and roster' }).click();
      await tab().getByRole('link', { name: 'Survey round' }).click();
      await tab().getByRole('button', { name: 'Close the round' }).click();
      await tab().getByRole('button', { name: 'Yes, close it' }).click();
      await tab().getByText('Round 6 is closed').waitFor();
      await openMeeting(chair, 2, 'Recap');
      await shot('2-step-1', chair, channel, 'tab', 'meeting-2');
      await openMeeting(chair, 2, 'Recap');
      await next('Actions since last time');
      await place().getByText('Of 1 due by this meeting, 1 is done').waitFor();
      await place().getByText(`“${line}”`).waitFor();
      await shot('2-step-2', chair, channel, 'tab', 'meeting-2');
      await openMeeting(chair, 2, 'Actions since last time');
      await next('Focus areas');
      await shot('2-step-3', chair, channel, 'tab', 'meeting-2');
      await openMeeting(chair, 2, 'Focus areas');
      await next('What we agree');
      await next('Check-out');
      await place().getByRole('button', { name: 'Open the check-out' }).click();
      await place()
        .getByText(/^The card is in the channel/)
        .waitFor();
      await next('Thanks and next date');
      await end();
    });

    it('the page for sponsors tells how far the outcomes are, and the plan hangs on the wall', async () => {
      const { be, tab } = started;
      await be(chair, channel, 'tab');
      await tab().getByRole('link', { name: 'One page for sponsors' }).click();
      await tab()
        .getByText(/^Check-back in round 6/)
        .waitFor();
      for (const outcome of outcomes) await tab().getByText(outcome).filter({ visible: true }).first().waitFor();
      await be(chair, channel, 'tab');
      await tab().getByRole('link', { name: 'Our plan as a picture' }).click();
      await tab()
        .getByText(outcomes[0] ?? '')
        .filter({ visible: true })
        .first()
        .waitFor();
    });
  });
