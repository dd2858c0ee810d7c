import assert from 'node:assert/strict';
import { deliveriesPage } from '../../bot/contracts/deliveries-api.ts';
import { problem } from '../../bot/contracts/tab-api.ts';
import { openSampleRound, sampleFounder, seedSample } from '../../local/seed.ts';
import { startApp } from '../app.ts';
import { patience } from '../store-engines.ts';
import type { App } from '../walk.ts';
import { channel, messageWith, textOf, until } from '../walk.ts';
import { tabRequest } from './tab-request.ts';

const member = 'municipality-a-leader-1';

describe('what was sent, asked for by the tab', () => {
  let app: App;
  let path = '';
  before(async function () {
    this.timeout(patience);
    app = await startApp();
    await seedSample(app.teams, Date.now());
    await openSampleRound(app.teams);
    const id = app.teams.state.team.channels.find(({ name }) => name === channel)?.id ?? '';
    path = `/api/channels/${encodeURIComponent(id)}/deliveries`;
  });
  after(async function () {
    this.timeout(patience);
    await app.stop();
  });

  const send = (who: string, query = '', body?: unknown, language = 'en-GB') =>
    tabRequest(app, { who, path: `${path}${query}`, body: body === undefined ? undefined : JSON.stringify(body), language });
  const good = async (query = '', body?: unknown, language?: string) => {
    const answer = await send(sampleFounder, query, body, language);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return deliveriesPage.parse(answer.body);
  };

  it('is for integration managers, and nonsense is refused', async () => {
    for (const body of [undefined, { stopped: true }]) assert.equal((await send(member, '', body)).status, 403);
    for (const query of ['?only=people', '?before=0', '?before=1%27', '?page=2', '?before=1&before=x'])
      assert.equal((await send(sampleFounder, query)).status, 400, query);
    for (const body of [{}, { stopped: 'yes' }, { stopped: true, more: 1 }, []]) {
      const refused = await send(sampleFounder, '', body);
      assert.equal(refused.status, 400);
      assert.match(problem.parse(refused.body).detail, /not understood/);
    }
  });

  it('is the card of the channel, and of personal copies only how many there are', async () => {
    await until('the card in the channel', async () => (await good()).rows[0]?.outcome.is === 'sent');
    const page = await good();
    assert.deepEqual(
      page.rows.map(({ kind, round, to, outcome }) => ({ kind, round, to, outcome })),
      [{ kind: 'survey', round: 1, to: null, outcome: { is: 'sent' } }],
    );
    assert.match(page.copies?.sentence ?? '', /^Personal copies: for 17 people\./);
    assert.match((await good('', undefined, 'nb-NO')).copies?.sentence ?? '', /^Personlige kopier: til 17 personer\./);
    assert.deepEqual((await good('?only=trouble')).rows, []);
    assert.deepEqual((await good(`?before=${page.rows[0]?.id ?? 0}`)).rows, []);
  });

  it('can be stopped and started again, in the tab and by a word to the bot, and the desk says so', async () => {
    const stopped = await good('', { stopped: true });
    assert.equal(stopped.stopped?.by, 'Hospital trust leader 1');
    await app.teams.say(sampleFounder, channel, '@Common Ground survey');
    const card = await messageWith(app, sampleFounder, 'round.manage');
    assert.match(textOf(await app.teams.press(sampleFounder, card.id, 'round.manage')), /All messages .* are stopped/);
    await app.teams.say(sampleFounder, channel, '@Common Ground messages');
    const desk = await messageWith(app, sampleFounder, 'sending.view');
    assert.match(textOf(await app.teams.press(member, desk.id, 'sending.view')), /Only an integration manager/);
    assert.match(textOf(await app.teams.press(sampleFounder, desk.id, 'sending.view')), /All messages are stopped/);
    assert.match(textOf(await app.teams.press(sampleFounder, desk.id, 'sending.start')), /Messages go out/);
    assert.equal((await good()).stopped, null);
    assert.match(textOf(await app.teams.press(sampleFounder, desk.id, 'sending.stop')), /by Hospital trust leader 1/);
    assert.equal((await good('', { stopped: false })).stopped, null);
  });
});
