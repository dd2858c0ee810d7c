import assert from 'node:assert/strict';
import { agendaPage } from '../../bot/contracts/agenda-api.ts';
import { silentPage } from '../../bot/contracts/silent-api.ts';
import { problem } from '../../bot/contracts/tab-api.ts';
import { sampleFounder, seedSample } from '../../local/seed.ts';
import { startApp } from '../app.ts';
import { patience } from '../store-engines.ts';
import { channel } from '../walk.ts';
import type { App } from '../walk.ts';
import { tabRequest } from './tab-request.ts';
import type { How } from './tab-request.ts';

const member = 'municipality-a-leader-1';

describe('silent first, through signed requests of the tab', () => {
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
  const page = async (rest: string, body?: object, how?: How) => {
    const answer = await send(rest, body, how);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return silentPage.parse(answer.body);
  };
  const write = (text: string) => ({ is: 'write', text, confirmed: true });

  it('is refused without a token, in a channel without a collaboration, and where there is no such area, and not before the day', async () => {
    const elsewhere = { at: base.replace('thread', 'other') };
    const own = await send('1/agenda', { seen: 0, change: { is: 'own', text: 'Night shifts' } });
    assert.equal(own.status, 200);
    for (const body of [
      undefined,
      { is: 'open', question: 'harder' },
      write('x'),
      { is: 'take back' },
      { is: 'show', few: true },
    ]) {
      assert.equal((await refusal('1/agenda/areas/1/silent', body, { authorization: 'Bearer a.b.c' })).status, 401);
      assert.equal((await refusal('1/agenda/areas/1/silent', body, elsewhere)).status, 403);
      assert.equal((await refusal('1/agenda/areas/2/silent', body)).status, 404);
      assert.equal((await refusal('1/agenda/areas/0/silent', body)).status, 404);
      assert.equal((await refusal('9/agenda/areas/1/silent', body)).status, 404);
    }
    assert.match((await refusal('1/agenda/areas/1/silent', { is: 'open', question: 'harder' })).detail, /has not been yet/);
  });

  it('answers nonsense with a problem, stores nothing, and says nothing new where nothing is', async () => {
    const silent = '1/agenda/areas/1/silent';
    const early = await refusal(silent, write('Too early'), { who: member });
    assert.deepEqual([early.status, silentPage.parse(early.fresh)], [409, { is: 'not open' }]);
    assert.equal((await refusal(silent, { is: 'open', question: 'harder' }, { who: member })).status, 403);
    assert.equal((await refusal(silent, { is: 'show', few: true }, { who: member })).status, 403);
    const wrong: [unknown, number, RegExp][] = [
      ['{"is":', 400, /not understood/],
      [{ is: 'open', question: 'why' }, 400, /not understood/],
      [{ is: 'write', text: 'x' }, 400, /not understood/],
      [{ is: 'write', text: 'x', confirmed: false }, 400, /not understood/],
      [{ ...write('x'), who: member }, 400, /not understood/],
      [write('half \ud83d'), 400, /not understood/],
      [write('\n '), 400, /Write something first/],
      [write('x'.repeat(281)), 400, /280 characters/],
      [write('a\nb\nc\nd\ne\nf'), 400, /five lines/],
      [write('Ask 999 000 0018'), 400, /NHS number/],
      [{ is: 'show' }, 400, /not understood/],
    ];
    for (const [body, status, sentence] of wrong) {
      const said = await refusal(silent, body, { who: member });
      assert.equal(said.status, status, JSON.stringify([body, said]));
      assert.match(said.detail, sentence);
    }
    assert.deepEqual(await page(silent, undefined, { who: member }), { is: 'not open' });
    const headers = { authorization: `Bearer ${await app.teams.token(member)}` };
    const tag = (await fetch(`${app.url}${base}${silent}`, { headers })).headers.get('etag') ?? '';
    assert.equal((await fetch(`${app.url}${base}${silent}`, { headers: { ...headers, 'if-none-match': tag } })).status, 304);
    const agenda = agendaPage.parse((await send('1/agenda')).body);
    assert.deepEqual(
      agenda.chosen.map((area) => area.silent),
      [null],
    );
  });
});
