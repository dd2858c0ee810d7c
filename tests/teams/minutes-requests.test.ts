import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { meetingsPage } from '../../bot/contracts/meetings-api.ts';
import { minutesPage } from '../../bot/contracts/minutes-api.ts';
import { sampleFounder, seedSample } from '../../local/seed.ts';
import { startApp } from '../app.ts';
import { patience } from '../store-engines.ts';
import type { App } from '../walk.ts';
import { channel } from '../walk.ts';
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

  const ask = (rest: string, { who = member, at = base }: { who?: string; at?: string } = {}) =>
    tabRequest(app, { who, path: `${at}${rest}`, body: undefined, language: 'en', authorization: undefined });
  const send = (rest: string, body: unknown) =>
    tabRequest(app, {
      ...{ who: sampleFounder, path: `${base}${rest}`, body: JSON.stringify(body), language: 'en' },
      authorization: undefined,
    });

  it('are there for every member of the channel once somebody decided something at a meeting that was held, and for nobody else', async () => {
    const held = meetingsPage
      .parse((await ask('', { who: sampleFounder })).body)
      .meetings.find(({ state, due }) => state === 'held' || (state === 'planned' && due));
    const planned = meetingsPage.parse((await ask('')).body).meetings.find(({ state, due }) => state === 'planned' && !due);
    if (planned !== undefined) assert.notEqual((await ask(`/${planned.number}/minutes`)).status, 200);
    assert.equal((await ask('/999/minutes')).status, 404);
    assert.equal((await ask('/0/minutes')).status, 404);
    assert.equal((await ask('/1/minutes', { at: base.replace('thread', 'other') })).status, 403);
    if (held === undefined) return;
    await send(`/${held.number}/decisions`, { is: 'add', request: randomUUID(), text: 'One list' });
    const { decisions, meeting } = minutesPage.parse((await ask(`/${held.number}/minutes`)).body);
    assert.deepEqual([meeting, decisions.at(-1)], [held.number, 'One list']);
  });
});
