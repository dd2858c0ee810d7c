import assert from 'node:assert/strict';
import { meetingsPage } from '../../bot/contracts/meetings-api.ts';
import { problem } from '../../bot/contracts/tab-api.ts';
import { seedSample } from '../../local/seed.ts';
import { startApp } from '../app.ts';
import { patience } from '../store-engines.ts';
import type { App } from '../walk.ts';
import { channel } from '../walk.ts';
import type { How } from './tab-request.ts';
import { tabRequest } from './tab-request.ts';

const member = 'municipality-a-leader-2';

describe('minutes, through signed requests', () => {
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

  const ask = (rest: string, { who = member, at = base, authorization }: How = {}) =>
    tabRequest(app, { who, path: `${at}${rest}`, language: 'en', authorization });
  it('are for members of the channel, of a meeting that is there and was held', async () => {
    const { meetings } = meetingsPage.parse((await ask('')).body);
    const planned = meetings.find(({ state }) => state === 'planned') ?? assert.fail();
    const early = await ask(`/${planned.number}/minutes`);
    assert.equal(early.status, 400);
    assert.match(problem.parse(early.body).detail, /has not/);
    assert.equal((await ask('/999/minutes')).status, 404);
    assert.equal((await ask('/0/minutes')).status, 404);
    assert.equal((await ask('/1/minutes', { at: base.replace('thread', 'other') })).status, 403);
    assert.equal((await ask('/1/minutes', { authorization: 'Bearer a.b.c' })).status, 401);
  });
});
