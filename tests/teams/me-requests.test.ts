import assert from 'node:assert/strict';
import { readLinkToTab } from '../../bot/contracts/deep-link.ts';
import { myCollaborations } from '../../bot/contracts/my-collaborations.ts';
import { problem } from '../../bot/contracts/tab-api.ts';
import { sampleAppId } from '../../local/sample.ts';
import { openSampleRound, sampleFounder, seedSample } from '../../local/seed.ts';
import { startApp } from '../app.ts';
import { patience } from '../store-engines.ts';
import type { App } from '../walk.ts';
import { channel, messageWith, textOf } from '../walk.ts';

const leader = 'municipality-a-leader-1';

describe('the personal tab and the 1:1 chat', () => {
  let app: App;
  let channelId = '';
  before(async function () {
    this.timeout(patience * 3);
    app = await startApp();
    await seedSample(app.teams, Date.now());
    await openSampleRound(app.teams);
    channelId = app.teams.state.team.channels.find(({ name }) => name === channel)?.id ?? '';
  });
  after(async function () {
    this.timeout(patience);
    await app.stop();
  });

  const me = async (who: string | undefined) => {
    const headers = who === undefined ? {} : { authorization: `Bearer ${await app.teams.token(who)}` };
    return await fetch(`${app.url}/api/me`, { headers });
  };

  it('show the person of the token their own collaborations, with links that lead to its channel', async () => {
    const response = await me(leader);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const { collaborations, unchecked } = myCollaborations.parse(await response.json());
    assert.deepEqual([collaborations.length, unchecked], [1, 0]);
    const [own] = collaborations;
    assert.deepEqual([own?.organisation, own?.role, own?.survey?.state], ['Municipality A', 'leader', 'invited']);
    assert.deepEqual(readLinkToTab(own?.open ?? '', sampleAppId), { channel: channelId, place: { is: 'first' } });
  });

  it('are refused without a token, whatever else is sent', async () => {
    const response = await me(undefined);
    assert.equal(response.status, 401);
    problem.parse(await response.json());
    assert.equal((await fetch(`${app.url}/api/me`, { method: 'POST', body: '{}' })).status, 405);
  });

  it('show nothing of a channel the person was removed from, and say so where Teams does not answer', async () => {
    await app.teams.changeMembers(sampleFounder, channel, 'membersRemoved', [
      'welfare-office-leader-4',
      'welfare-office-leader-2',
    ]);
    // Who comes and goes is asked about anew.
    await app.teams.changeMembers(sampleFounder, channel, 'membersAdded', ['welfare-office-leader-2']);
    app.teams.failNext({ match: { kind: 'members' }, times: 1, status: 502, code: 'ServiceError' });
    const unchecked = myCollaborations.parse(await (await me('welfare-office-leader-2')).json());
    assert.deepEqual([unchecked.collaborations, unchecked.unchecked], [[], 1]);
    const removed = myCollaborations.parse(await (await me('welfare-office-leader-4')).json());
    assert.deepEqual([removed.collaborations, removed.unchecked], [[], 0]);
  });

  it('"my data" asked for in the chat shows the person’s collaborations, and what is stored behind a button', async () => {
    await app.teams.say(leader, 'chat', 'my data');
    const message = await messageWith(app, leader, 'data.view', 'chat');
    assert.match(JSON.stringify(message.cards), /People who leave hospital/);
    assert.match(textOf(await app.teams.press(leader, message.id, 'data.view')), /Municipality A leader 1/);
    await app.teams.say('welfare-office-leader-4', 'chat', 'mine data');
    const seen = await app.teams.messages('chat', 'welfare-office-leader-4');
    assert.match(JSON.stringify(seen.at(-1)?.cards), /no collaboration whose channel|ikke på deltakerlisten/);
  });

  it('the addresses of the manifest lead to the tab’s page, with what Teams put behind them', async () => {
    for (const [path, to] of [
      ['/tab/me', 'index.html#me'],
      ['/tab/configure?a=b&c=%23', 'index.html?a=b&c=%23#configure'],
    ] as const) {
      const response = await fetch(`${app.url}${path}`, { redirect: 'manual' });
      assert.deepEqual([response.status, response.headers.get('location')], [302, to]);
    }
  });
});
