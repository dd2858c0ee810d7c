import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { startTinyBot, type TinyBot } from './tiny-bot.ts';

const leader = 'Hospital trust leader 1';

describe('the stand-in is open to this machine alone', () => {
  let bot: TinyBot;
  before(async () => {
    bot = await startTinyBot('server');
  });
  after(() => bot.stop());

  const ask = (path: string, headers: Record<string, string> = {}) =>
    new Promise<number>((resolve, reject) => {
      request(`${bot.teams.url}${path}`, { headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });

  it('a foreign host name or origin is refused', async () => {
    assert.equal(await ask('/local/setting'), 200);
    assert.equal(await ask('/local/setting', { host: 'teams.example.org' }), 403);
    for (const origin of ['https://example.org', 'null', 'http://127.0.0.1:1'])
      assert.equal(await ask('/local/setting', { origin }), 403, origin);
    assert.equal(await ask('/local/setting', { origin: bot.teams.url }), 200);
  });

  it('the tab and its API pass through to the app, everything sent with it, and the messaging endpoint does not', async () => {
    const answer = await fetch(`${bot.teams.url}/api/thing?a=1`, {
      method: 'PUT',
      body: 'sent',
      headers: { authorization: 'Bearer x' },
    });
    assert.deepEqual(await answer.json(), { method: 'PUT', url: '/api/thing?a=1', sent: 'sent', authorization: 'Bearer x' });
    assert.match(answer.headers.get('content-security-policy') ?? '', /frame-ancestors 'self'$/);
    assert.equal(await ask('/tab/index.html'), 200);
    assert.equal(await ask('/api/messages'), 404);
    assert.equal(await ask('/healthz'), 404);
  });

  it('an app that is not there is a 502, and what somebody says then is marked', async () => {
    const alone = await startTinyBot('alone', { answerWithin: 2000 });
    alone.teams.connectBot('http://127.0.0.1:9');
    assert.equal((await fetch(`${alone.teams.url}/api/thing`)).status, 502);
    await alone.teams.say(leader, 'chat', 'anybody?');
    assert.equal(alone.teams.seen('chat', leader)[0]?.notice?.kind, 'error');
    await alone.stop();
  });

  it('what the page sends is checked', async () => {
    const post = (path: string, body: unknown) =>
      fetch(`${bot.teams.url}/local/${path}`, { method: 'POST', body: JSON.stringify(body) });
    assert.equal((await post('say', { person: leader })).status, 400);
    assert.equal((await post('speak', { person: leader, locale: 'nb-NO' })).status, 200);
    assert.equal(bot.teams.person(leader).locale, 'nb-NO');
    assert.equal((await post('anything', {})).status, 404);
  });

  it('the token of the tab is signed by the published key and says who, where and what for', async () => {
    const keys = createLocalJWKSet((await (await fetch(`${bot.teams.url}/common/discovery/v2.0/keys`)).json()) as JSONWebKeySet);
    const { aadObjectId, tenant } = bot.teams.person('municipality-b-employee-1');
    const { payload } = await jwtVerify(await bot.teams.token('municipality-b-employee-1'), keys, {
      audience: bot.botId,
      issuer: `${bot.teams.url}/${tenant}/v2.0`,
    });
    assert.deepEqual(
      [payload['tid'], payload['oid'], payload['ver'], payload['scp']],
      [tenant, aadObjectId, '2.0', 'access_as_user'],
    );
    await assert.rejects(jwtVerify(await bot.teams.token(leader, { key: 'stranger' }), keys), {
      code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    });
    await assert.rejects(jwtVerify(await bot.teams.token(leader, { claims: { exp: 1 } }), keys), { code: 'ERR_JWT_EXPIRED' });
  });
});

describe('the stand-in remembers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-teams-'));
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it("the same channel, people and keys are there after a restart, and the file is the owner's alone", async () => {
    const stateFile = join(folder, 'teams.json');
    const first = await startTinyBot('memory', { stateFile });
    await first.teams.install(leader);
    await first.teams.say(leader, 'General', 'still here tomorrow');
    const seen = first.teams.seen('General', leader);
    const keys = first.teams.state.keys;
    await first.stop();
    const second = await startTinyBot('memory', { stateFile });
    assert.deepEqual(second.teams.seen('General', leader), seen);
    assert.deepEqual([second.teams.state.keys, second.teams.state.team.installed], [keys, true]);
    await second.stop();
    assert.equal(statSync(stateFile).mode & 0o077, 0);
  });
});
