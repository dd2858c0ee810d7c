import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { attendanceDesk, meetingPreview, meetingsPage, rhythmDays } from '../../bot/contracts/meetings-api.ts';
import { problem } from '../../bot/contracts/tab-api.ts';
import { sampleFounder, seedSample } from '../../local/seed.ts';
import { startApp } from '../app.ts';
import { patience } from '../store-engines.ts';
import type { App } from '../walk.ts';
import { channel } from '../walk.ts';
import type { How } from './tab-request.ts';
import { tabRequest } from './tab-request.ts';

const member = 'municipality-a-leader-2';

describe('meetings, through signed requests', () => {
  let app: App;
  let base = '';
  before(async function () {
    this.timeout(patience);
    app = await startApp();
    await seedSample(app.teams, Date.now());
    const id = app.teams.state.team.channels.find(({ name }) => name === channel)?.id ?? '';
    base = `/api/channels/${encodeURIComponent(id)}/meetings`;
  });
  after(async function () {
    this.timeout(patience);
    await app.stop();
  });

  const send = (rest: string, body?: unknown, { who = sampleFounder, at = base, language = 'en', authorization }: How = {}) => {
    const written = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    return tabRequest(app, { who, path: `${at}${rest}`, body: written, language, authorization });
  };
  const refusal = async (rest: string, body?: unknown, how?: How) => {
    const { status, body: said } = await send(rest, body, how);
    return { ...problem.parse(said), status };
  };
  const page = async (rest = '', body?: unknown, how?: How) => {
    const answer = await send(rest, body, how);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return meetingsPage.parse(answer.body);
  };
  /** A date so many days ahead of the page's own today. */
  const ahead = async (days: number) => new Date(Date.parse((await page()).today) + days * 86_400_000).toISOString().slice(0, 10);

  it('are refused without a token, in a channel without a collaboration, and to change for who is no integration manager', async () => {
    assert.equal((await refusal('', undefined, { authorization: 'Bearer a.b.c' })).status, 401);
    assert.equal((await refusal('', undefined, { at: base.replace('thread', 'other') })).status, 403);
    const wish = { date: await ahead(50), starts: '09:00' };
    assert.equal((await refusal('', wish, { who: member })).status, 403);
    assert.equal((await refusal('/1/attendance', undefined, { who: member })).status, 403);
    assert.equal((await page('', undefined, { who: member })).mayChange, false);
  });

  it('answer nonsense with one sentence, and store nothing', async () => {
    const before = await page();
    const [date, far] = [await ahead(50), await ahead(800)];
    const rule = { each: 'week', every: 4, weekday: 2 };
    const survey = { instrument: 'relational', questions: [], audience: ['leader'], k: 3, opensBefore: 14, closesBefore: 3 };
    const late = { ...survey, closesBefore: 14 };
    const wrong: [string, unknown, number, RegExp][] = [
      ['', '{"date":', 400, /not understood/],
      ['', { date: '2027-02-30', starts: '09:00' }, 400, /not understood/],
      ['', { date, starts: '24:00' }, 400, /not understood/],
      ['', { date, starts: '9' }, 400, /not understood/],
      ['', { date, starts: '09:00', more: 1 }, 400, /not understood/],
      ['', { date: before.today, starts: '09:00' }, 400, /lie ahead/],
      ['', { date: far, starts: '09:00' }, 400, /two years/],
      ['/99', { version: 1, change: { is: 'call off' } }, 404, /no such meeting/],
      ['/0', { version: 1, change: { is: 'call off' } }, 404, /no such meeting/],
      ['/1', { version: 1, change: { is: 'begin' } }, 400, /not understood/],
      ['/1', { version: 1, change: { is: 'held' } }, 400, /has not been yet/],
      ['/1', { version: 1, change: { is: 'survey', survey: late } }, 400, /opens 2 to 60 days/],
      [
        '/rhythm',
        { seen: null, rhythm: { rule: { ...rule, every: 0 }, from: date, starts: '09:00', survey } },
        400,
        /not understood/,
      ],
      ['/rhythm', { seen: null, rhythm: { rule, from: date, starts: '09:00' } }, 400, /not understood/],
      ['/rhythm', { seen: null, rhythm: { rule, from: date, starts: '09:00', survey: late } }, 400, /opens 2 to 60 days/],
      ['/preview', { date, starts: '09:00', survey: late }, 400, /opens 2 to 60 days/],
      ['/preview', { date: before.today, starts: '09:00' }, 400, /lie ahead/],
      ['', { date, starts: '09:00', survey: { ...survey, k: 2 } }, 409, /At least 3/],
      [
        '/rhythm',
        { seen: null, rhythm: { rule: { ...rule, weekday: 7 }, from: date, starts: '09:00', survey } },
        400,
        /ever take place/,
      ],
      ['/1/attendance', { seen: null, present: [] }, 400, /has not been yet/],
      ['/1/decisions', { is: 'add', request: 'one', text: 'x' }, 400, /not understood/],
      ['/1/decisions', { is: 'add', request: randomUUID(), text: ' ' }, 400, /needs a text/],
    ];
    for (const [rest, body, status, sentence] of wrong) {
      const said = await refusal(rest, body);
      assert.equal(said.status, status, JSON.stringify([rest, body, said]));
      assert.match(said.detail, sentence);
    }
    assert.deepEqual(await page(), before);
  });

  it('show the days of a rhythm before it is set, and the page as it is after every change', async () => {
    const rule = { each: 'month', every: 1, weekday: 2, nth: 4 };
    const survey = (await page()).proposal;
    const rhythm = { rule, from: await ahead(40), starts: '10:00', survey };
    const shown = rhythmDays.parse((await send('/rhythm-days', { rhythm })).body);
    assert.equal(shown.days.length, 8);
    assert.ok(shown.surveys > 0 && shown.surveys < shown.count);
    const set = await page('/rhythm', { seen: null, rhythm });
    assert.deepEqual(set.rhythm, rhythm);
    const conflict = await refusal('/rhythm', { seen: null, rhythm: null });
    assert.equal(conflict.status, 409);
    assert.deepEqual(meetingsPage.parse(conflict.fresh), await page());
    const ended = await page('/rhythm', { seen: rhythm, rhythm: null });
    assert.deepEqual([ended.rhythm, ended.meetings.length], [null, 1]);
    const desk = await send('/1/attendance');
    assert.equal(attendanceDesk.parse(desk.body).people.length, 21);
  });

  it('show the plan of a meeting before it is planned, and plan it as it was shown', async () => {
    const date = await ahead(150);
    const shown = meetingPreview.parse((await send('/preview', { date, starts: '09:00' })).body);
    assert.deepEqual([shown.survey?.k, shown.notProposed, shown.asked], [3, null, null]);
    assert.ok(shown.plan.some(({ is }) => is === 'survey opens'));
    assert.equal((await refusal('/preview', { date, starts: '09:00' }, { who: member })).status, 403);
    const planned = await page('', { date, starts: '09:00', survey: shown.survey });
    const meeting = planned.meetings.find((one) => one.date === date);
    assert.deepEqual([meeting?.survey, meeting?.plan], [shown.survey, shown.plan]);
  });
});
