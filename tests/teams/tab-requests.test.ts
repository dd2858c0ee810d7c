import assert from 'node:assert/strict';
import { SignJWT, UnsecuredJWT } from 'jose';
import { myData, problem } from '../../bot/contracts/tab-api.ts';
import { sampleFounder, seedSample } from '../../local/seed.ts';
import { startApp } from '../app.ts';
import { patience } from '../store-engines.ts';
import type { App } from '../walk.ts';
import { channel } from '../walk.ts';

const elsewhere = '99999999-2222-4333-8444-555555555555';

describe('a request of the tab', () => {
  let app: App;
  let channelId = '';
  let tenant = '';
  before(async function () {
    this.timeout(patience);
    app = await startApp();
    await seedSample(app.teams, Date.now());
    channelId = app.teams.state.team.channels.find(({ name }) => name === channel)?.id ?? '';
    tenant = app.teams.person(sampleFounder).tenant;
  });
  after(async function () {
    this.timeout(patience);
    await app.stop();
  });

  const ask = async (authorization: string | undefined, id = channelId, language = 'en-GB') => {
    const headers = { 'accept-language': language, ...(authorization === undefined ? {} : { authorization }) };
    const response = await fetch(`${app.url}/api/channels/${encodeURIComponent(id)}/overview`, { headers });
    return { status: response.status, body: (await response.json()) as unknown };
  };
  type Wrong = Parameters<App['teams']['token']>[1];
  const bearer = async (wrong?: Wrong, who = sampleFounder) => `Bearer ${await app.teams.token(who, wrong)}`;
  const claimed = async (claims: Record<string, unknown>) => (await ask(await bearer({ claims }))).status;
  const now = () => Math.floor(Date.now() / 1000);

  it('is answered for a member of the channel, with any form of our audience and either version of the token', async () => {
    assert.equal((await ask(await bearer())).status, 200);
    assert.equal(await claimed({ aud: `api://${app.botId}` }), 200);
    assert.equal(await claimed({ aud: `api://${new URL(app.teams.url).host}/${app.botId}` }), 200);
    assert.equal(await claimed({ ver: '1.0', iss: `https://sts.windows.net/${tenant}/` }), 200);
  });

  it('is refused with 401 without a token, with nonsense, and when somebody else signed it', async () => {
    for (const authorization of [undefined, 'Bearer', 'Bearer a.b.c', 'Basic Zm9vOmJhcg=='])
      assert.equal((await ask(authorization)).status, 401);
    assert.equal((await ask(await bearer({ key: 'stranger' }))).status, 401);
  });

  it('is refused unsigned, and signed with the public key as a secret', async () => {
    const claims = {
      ver: '2.0',
      iss: `${app.teams.url}/${tenant}/v2.0`,
      aud: app.botId,
      tid: tenant,
      oid: app.teams.person(sampleFounder).aadObjectId,
      scp: 'access_as_user',
      iat: now(),
      exp: now() + 600,
    };
    assert.equal((await ask(`Bearer ${new UnsecuredJWT(claims).encode()}`)).status, 401);
    const { keys } = (await (await fetch(`${app.teams.url}/common/discovery/v2.0/keys`)).json()) as {
      keys: { kid: string; n: string }[];
    };
    const secret = Buffer.from(keys[0]?.n ?? '', 'base64url');
    const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: keys[0]?.kid ?? '' }).sign(secret);
    assert.equal((await ask(`Bearer ${forged}`)).status, 401);
  });

  it('is refused for another audience, the issuer of another tenant, a tenant not on the list, without the scope, expired, or not yet valid', async () => {
    assert.equal(await claimed({ aud: elsewhere }), 401);
    assert.equal(await claimed({ aud: `api://elsewhere.example/${app.botId}` }), 401);
    assert.equal(await claimed({ iss: `${app.teams.url}/${elsewhere}/v2.0` }), 401);
    assert.equal(await claimed({ tid: elsewhere, iss: `${app.teams.url}/${elsewhere}/v2.0` }), 401);
    assert.equal(await claimed({ ver: '1.0' }), 401);
    assert.equal(await claimed({ scp: 'User.Read' }), 401);
    assert.equal(await claimed({ scp: undefined }), 401);
    assert.equal(await claimed({ oid: undefined }), 401);
    assert.equal(await claimed({ exp: now() - 120 }), 401);
    assert.equal(await claimed({ exp: undefined }), 401);
    assert.equal(await claimed({ nbf: now() + 120 }), 401);
  });

  it('looks the same for a channel without a collaboration and for one whose member the person is not', async () => {
    const token = await bearer();
    const unknown = await ask(token, '19:nothing@thread.tacv2');
    assert.equal(unknown.status, 403);
    await app.teams.changeMembers(sampleFounder, channel, 'membersRemoved', ['welfare-office-leader-4']);
    const removed = await ask(await bearer(undefined, 'welfare-office-leader-4'));
    assert.deepEqual(removed, unknown);
    assert.match(problem.parse(removed.body).detail, /There is no collaboration here that you are a member of/);
  });

  it('for what is stored about the person is answered for that person alone, as a file, and refused as any other', async () => {
    const my = async (who: string | undefined, id = channelId) => {
      const headers = who === undefined ? {} : { authorization: await bearer(undefined, who) };
      return await fetch(`${app.url}/api/channels/${encodeURIComponent(id)}/my-data`, { headers });
    };
    const response = await my('municipality-a-leader-1');
    assert.equal(response.headers.get('content-disposition'), 'attachment; filename="my-data.json"');
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const own = myData.parse(await response.json());
    assert.equal(own.person.objectId, app.teams.person('municipality-a-leader-1').aadObjectId);
    assert.equal(own.member?.organisation, 'Municipality A');
    assert.deepEqual(
      own.log.map(({ what }) => what),
      ['organisation chosen', 'own data exported'],
    );
    assert.equal((await my(undefined)).status, 401);
    const refused = await my('municipality-a-leader-1', '19:nothing@thread.tacv2');
    assert.deepEqual([refused.status, refused.headers.get('content-disposition')], [403, null]);
  });

  it('speaks the language of the reader', async () => {
    assert.match(problem.parse((await ask(undefined, channelId, 'nb-NO')).body).detail, /Logg inn/);
  });

  it('says 503 when Teams does not say who is in the channel, and shows nothing', async () => {
    // Who comes and goes is asked about anew.
    for (const change of ['membersRemoved', 'membersAdded'] as const)
      await app.teams.changeMembers(sampleFounder, channel, change, ['welfare-office-leader-2']);
    app.teams.failNext({ match: { kind: 'members' }, times: 1, status: 502, code: 'ServiceError' });
    const { status, body } = await ask(await bearer(undefined, 'welfare-office-leader-2'));
    assert.equal(status, 503);
    assert.match(problem.parse(body).detail, /Teams does not answer/);
  });

  it('gets a problem body for an address that does not exist, and never a listing or a file outside the tab', async () => {
    for (const path of ['/api/nothing', '/', '/tab/../package.json', '/tab/%2e%2e/package.json', '/tab/..%2f..%2fpackage.json']) {
      const response = await fetch(`${app.url}${path}`);
      assert.ok([403, 404].includes(response.status), `${path} ${response.status}`);
      assert.doesNotMatch(await response.text(), /common-ground"/);
    }
  });
});
