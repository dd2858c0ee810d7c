import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { agendaPage } from '../../bot/contracts/agenda-api.ts';
import { overview, problem } from '../../bot/contracts/tab-api.ts';
import { sampleFounder, seedSample } from '../../local/seed.ts';
import { startApp } from '../app.ts';
import { patience } from '../store-engines.ts';
import { channel, overviewFor } from '../walk.ts';
import type { App } from '../walk.ts';
import { tabRequest } from './tab-request.ts';
import type { How } from './tab-request.ts';

const member = 'municipality-a-leader-1';
const far = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);

describe('a meeting, step by step, through signed requests of the tab', () => {
  let app: App;
  let base = '';
  before(async function () {
    this.timeout(patience);
    app = await startApp();
    await seedSample(app.teams, Date.now());
    const id = app.teams.state.team.channels.find(({ name }) => name === channel)?.id ?? '';
    base = `/api/channels/${encodeURIComponent(id)}/meetings/`;
  });
  after(async function () {
    this.timeout(patience);
    await app.stop();
  });

  const send = (rest: string, body?: unknown, { who = sampleFounder, at = base, language = 'en', authorization }: How = {}) => {
    const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    return tabRequest(app, { who, path: `${at}${rest}`, body: sent, language, authorization });
  };
  const refusal = async (rest: string, body?: unknown, how?: How) => {
    const { status, body: said } = await send(rest, body, how);
    return { ...problem.parse(said), status };
  };
  const page = async (rest = '1/agenda', body?: object, how?: How) => {
    const answer = await send(rest, body, how);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return agendaPage.parse(answer.body);
  };
  const wish = { text: 'Call each other on Mondays', kind: 'quick win', due: far, owners: [] };

  it('is refused without a token, in a channel without a collaboration, and where there is none, whatever is asked', async () => {
    const elsewhere = { at: base.replace('thread', 'other') };
    for (const [rest, body] of [
      ['1/agenda', undefined],
      ['1/agenda', { seen: 0, change: { is: 'start' } }],
      ['1/agenda/actions', { ...wish, request: randomUUID() }],
    ] as const) {
      assert.equal((await refusal(rest, body, { authorization: 'Bearer a.b.c' })).status, 401);
      assert.equal((await refusal(rest, body, elsewhere)).status, 403);
      assert.equal((await refusal(rest.replace('1', '9'), body)).status, 404);
    }
  });

  it('answers nonsense with a problem, and nothing is stored', async () => {
    const sort = { is: 'sort', area: 1, sorting: { known: true, able: true } };
    const wrong: [unknown, number, RegExp][] = [
      ['{"seen":', 400, /not understood/],
      [{ seen: -1, change: { is: 'start' } }, 400, /not understood/],
      [{ seen: 0, change: { is: 'stop' } }, 400, /not understood/],
      [{ seen: 0, change: { is: 'step', step: 'lunch' } }, 400, /not understood/],
      [{ seen: 0, change: { is: 'start', more: 1 } }, 400, /not understood/],
      [{ seen: 0, change: { is: 'own', text: 'x'.repeat(2_001) } }, 400, /too long/],
      [{ seen: 0, change: { is: 'own', text: 'x'.repeat(401) } }, 400, /400 characters/],
      [{ seen: 0, change: { is: 'own', text: 'half \ud83d' } }, 400, /not understood/],
      [{ seen: 0, change: { is: 'own', text: 'Ask 999 000 0018' } }, 400, /NHS number/],
      [{ seen: 0, change: sort }, 400, /not understood/],
      [{ seen: 0, change: { is: 'groups', area: 1, size: 2, counts: [] } }, 400, /not understood/],
      [{ seen: 0, change: { is: 'decide', request: 'once', text: 'x' } }, 400, /not understood/],
      [{ seen: 0, change: { is: 'decide', request: randomUUID(), text: '' } }, 400, /needs a text/],
      [{ seen: 0, change: { is: 'plan next', date: '', starts: '09:00' } }, 400, /must lie ahead/],
      [{ seen: 0, change: { is: 'plan next', date: far, starts: '25:00' } }, 400, /not understood/],
      [{ seen: 0, change: { is: 'end' } }, 400, /has not been yet/],
    ];
    for (const [body, status, sentence] of wrong) {
      const said = await refusal('1/agenda', body);
      assert.equal(said.status, status, JSON.stringify([body, said]));
      assert.match(said.detail, sentence);
    }
    assert.match((await refusal('1/agenda/actions', { ...wish, request: randomUUID() })).detail, /at least one owner/);
    assert.equal(
      (await refusal('1/agenda/actions', { ...wish, request: randomUUID(), source: { from: 'by hand' } })).status,
      400,
    );
    assert.equal((await refusal('0/agenda')).status, 404);
    assert.equal((await page()).version, 0);
  });

  it('is led by integration managers, followed by everybody, and says nothing new where nothing is', async () => {
    const start = { seen: 0, change: { is: 'start' } };
    assert.equal((await refusal('1/agenda', start, { who: member })).status, 403);
    const started = await page('1/agenda', start);
    assert.ok(started.started !== null && started.mayLead);
    const own = await page('1/agenda', { seen: 1, change: { is: 'own', text: '<b>Night</b> shifts' } });
    assert.deepEqual(own.chosen[0]?.topic, { is: 'own', text: '<b>Night</b> shifts' });
    const late = await refusal('1/agenda', { seen: 1, change: { is: 'own', text: 'Weekends' } }, { language: 'nb' });
    assert.deepEqual([late.status, agendaPage.parse(late.fresh).version], [409, 2]);
    const sorting = { known: true, able: true, same: false };
    const sorted = await page('1/agenda', { seen: 2, change: { is: 'sort', area: 1, sorting } });
    assert.equal(sorted.chosen[0]?.way, 'adaptive');
    assert.deepEqual({ ...(await page('1/agenda', undefined, { who: member })), mayLead: true }, sorted);
    const { url, teams } = app;
    const headers = { authorization: `Bearer ${await teams.token(member)}` };
    const tag = (await fetch(`${url}${base}1/agenda`, { headers })).headers.get('etag') ?? '';
    assert.equal((await fetch(`${url}${base}1/agenda`, { headers: { ...headers, 'if-none-match': tag } })).status, 304);
  });

  it('keeps what is agreed and decided in it, and the first screen leads to it', async () => {
    const request = randomUUID();
    const { people, you } = (await send('../actions/partners', undefined, { who: member })).body as {
      people: readonly { id: number }[];
      you: number;
    };
    assert.ok(people.length > 1);
    const agree = () => page('1/agenda/actions', { ...wish, request, owners: [you], area: 'Night shifts' }, { who: member });
    assert.deepEqual(await agree(), await agree());
    const decided = await page('1/agenda', { seen: 0, change: { is: 'decide', request, text: 'We call before noon.' } });
    assert.deepEqual(
      [decided.agreed.map(({ text }) => text), decided.decisions.map(({ text }) => text)],
      [['Call each other on Mondays'], ['We call before noon.']],
    );
    const planned = await page('1/agenda', { seen: 0, change: { is: 'plan next', date: far, starts: '10:30' } });
    assert.deepEqual(planned.next, { number: 2, date: far, starts: '10:30' });
    const { meeting } = overview.parse(await (await overviewFor(app, member)).json());
    assert.deepEqual(meeting, { number: 1, date: planned.date });
  });
});
