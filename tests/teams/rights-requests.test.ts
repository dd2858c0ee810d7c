import assert from 'node:assert/strict';
import { deliveriesPage } from '../../bot/contracts/deliveries-api.ts';
import { handOver } from '../../bot/contracts/hand-over-api.ts';
import { logPage } from '../../bot/contracts/log-api.ts';
import { setUp } from '../../bot/contracts/manage-api.ts';
import { myCollaborations } from '../../bot/contracts/my-collaborations.ts';
import { overview, problem } from '../../bot/contracts/tab-api.ts';
import { sampleFounder, seedSample } from '../../local/seed.ts';
import { startApp } from '../app.ts';
import { patience } from '../store-engines.ts';
import type { App } from '../walk.ts';
import { channel } from '../walk.ts';
import { tabRequest } from './tab-request.ts';

const member = 'municipality-a-leader-1';

describe('closing, taking along and the log, asked for by the tab', () => {
  let app: App;
  let path = '';
  before(async function () {
    this.timeout(patience);
    app = await startApp();
    await seedSample(app.teams, Date.now());
    const id = app.teams.state.team.channels.find(({ name }) => name === channel)?.id ?? '';
    path = `/api/channels/${encodeURIComponent(id)}`;
  });
  after(async function () {
    this.timeout(patience);
    await app.stop();
  });

  const send = (who: string, rest: string, body?: unknown, language = 'en-GB') =>
    tabRequest(app, { who, path: `${path}${rest}`, body: body === undefined ? undefined : JSON.stringify(body), language });
  const good = async (who: string, rest: string, body?: unknown): Promise<unknown> => {
    const answer = await send(who, rest, body);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body;
  };

  it('the log is for integration managers, and nonsense is refused', async () => {
    assert.equal((await send(member, '/log')).status, 403);
    for (const query of ['?only=people', '?before=0', '?before=1%27', '?page=2'])
      assert.equal((await send(sampleFounder, `/log${query}`)).status, 400, query);
    const { rows } = logPage.parse(await good(sampleFounder, '/log'));
    assert.ok(rows.some(({ what, by }) => what === 'organisation chosen' && by.is === 'person'));
    const setUps = logPage.parse(await good(sampleFounder, '/log?only=set-up'));
    assert.equal(setUps.rows.at(-1)?.what, 'collaboration set up');
  });

  it('everybody may take along what may be kept, and each file is in the log', async () => {
    const all = handOver.parse(await good(member, '/hand-over'));
    assert.equal(all.closed, null);
    for (const body of [
      { kind: 'pptx', page: 'results' },
      { kind: 'json', page: 'actions' },
      { kind: 'csv', page: 'people' },
    ])
      assert.equal((await send(member, '/exports', body)).status, 400, JSON.stringify(body));
    for (const page of ['results', 'actions', 'decisions']) await good(member, '/exports', { kind: 'csv', page });
    await good(member, '/exports', { kind: 'json', page: 'results' });
    const { rows } = logPage.parse(await good(sampleFounder, '/log?only=results'));
    assert.equal(rows.filter(({ what }) => what === 'results exported').length, 4);
  });

  it('it is closed by an integration manager, once, and everybody reads that it is', async () => {
    for (const body of [{}, { close: false }, { close: true, more: 1 }])
      assert.equal((await send(sampleFounder, '/manage/closing', body)).status, 400);
    assert.equal((await send(member, '/manage/closing', { close: true })).status, 403);
    const closed = setUp.parse(await good(sampleFounder, '/manage/closing', { close: true }));
    assert.ok(closed.closed !== null && !closed.mayChange && closed.mayReadLog);
    const again = await send(sampleFounder, '/manage/closing', { close: true }, 'nb-NO');
    assert.equal(again.status, 409);
    assert.match(problem.parse(again.body).detail, /^Dette samarbeidet er avsluttet allerede\./);
    assert.equal(overview.parse(await good(member, '/overview')).closed, closed.closed);
    assert.equal(deliveriesPage.parse(await good(sampleFounder, '/deliveries')).closed, true);
    assert.equal(handOver.parse(await good(member, '/hand-over')).closed, closed.closed);
    const mine = await tabRequest(app, { who: member, path: '/api/me', language: 'en-GB' });
    assert.deepEqual(
      myCollaborations.parse(mine.body).collaborations.map((one) => one.closed),
      [true],
    );
    const { rows } = logPage.parse(await good(sampleFounder, '/log?only=set-up'));
    assert.equal(rows[0]?.what, 'collaboration closed');
  });

  it('nothing is added to it any more: one sentence says so', async () => {
    const { version } = setUp.parse(await good(sampleFounder, '/manage'));
    const change = { version, change: { is: 'add', name: 'Sample 9' } };
    const refused = await send(sampleFounder, '/manage/organisations', change);
    assert.equal(refused.status, 409);
    assert.match(problem.parse(refused.body).detail, /^This collaboration is closed\./);
  });
});
