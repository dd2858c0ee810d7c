import assert from 'node:assert/strict';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import sinon from 'sinon';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { sampleFounder } from '../../local/seed.ts';
import { startApp } from '../app.ts';
import { patience } from '../store-engines.ts';
import type { App } from '../walk.ts';

const activity = (app: App, changes: Record<string, unknown> = {}) => {
  const person = app.teams.person(sampleFounder);
  const conversation = { conversationType: 'personal', tenantId: person.tenant, id: person.chat };
  const channelData = { tenant: { id: person.tenant } };
  const from = { id: person.botSpecificId, aadObjectId: person.aadObjectId, name: person.name };
  return {
    type: 'message',
    id: '1',
    channelId: 'msteams',
    serviceUrl: app.teams.serviceUrl,
    text: 'help',
    from,
    recipient: { id: '28:bot' },
    conversation,
    channelData,
    ...changes,
  };
};

const post = async (app: App, body: unknown, headers: Record<string, string>): Promise<{ status: number; text: string }> => {
  const response = await fetch(`${app.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
};

const now = () => Math.floor(Date.now() / 1000);

describe('a request to the bot', () => {
  let app: App;
  before(async function () {
    this.timeout(patience);
    // botframework-connector prints every token it refuses.
    sinon.stub(globalThis.console, 'error');
    app = await startApp();
    await app.teams.installPersonally(sampleFounder);
  });
  after(async function () {
    this.timeout(patience);
    await app.stop();
    sinon.restore();
  });

  const bearer = async (wrong?: Parameters<App['teams']['connectorToken']>[0]) => ({
    authorization: `Bearer ${await app.teams.connectorToken(wrong)}`,
  });
  const refused = async (headers: Record<string, string>, body: unknown = activity(app)) => {
    assert.deepEqual(await post(app, body, headers), { status: 401, text: 'Unauthorized' });
  };

  it('is taken when Teams signed it for us', async () => {
    assert.equal((await post(app, activity(app), await bearer())).status, 200);
  });

  it('is no activity where its parts are not what they should be, whoever signed it, and no fault of ours', async () => {
    const { conversation, from } = activity(app);
    for (const wrong of [
      { conversation: { ...conversation, isGroup: {} } },
      { from: { ...from, aadObjectId: { constructor: 'x' } } },
      { from: undefined },
      { conversation: 'x' },
      { recipient: [] },
      { membersAdded: [null] },
      { entities: 'x' },
      { channelData: 'x' },
    ])
      assert.deepEqual(await post(app, activity(app, wrong), await bearer()), { status: 400, text: 'Not an activity' });
  });

  it('is no fault of ours where half a character or a zero is in it: as a conversation it is refused, elsewhere the conversation is not kept', async () => {
    const { conversation, recipient } = activity(app);
    for (const half of ['a:\ud83d', 'a:\u0000'])
      for (const [type, more] of [
        ['message', {}],
        ['installationUpdate', { action: 'add' }],
      ] as const) {
        const said = `${type} ${JSON.stringify(half)}`;
        const odd = activity(app, { type, ...more, conversation: { ...conversation, id: half } });
        assert.equal((await post(app, odd, await bearer())).status, 400, said);
        for (const part of [{ [half]: 1 }, { name: half }]) {
          const unkept = { ...conversation, id: `a:new ${type}` };
          const other = activity(app, { type, ...more, conversation: unkept, recipient: { ...recipient, ...part } });
          assert.equal((await post(app, other, await bearer())).status, 200, said);
        }
      }
  });

  it('is refused as an invoke we do not know, and no fault of ours', async () => {
    for (const name of ['signin/verifyState', 'fileConsent/invoke', 'application/vnd.microsoft.meetingStart', 'x'])
      assert.equal((await post(app, activity(app, { type: 'invoke', name }), await bearer())).status, 400, name);
  });

  it('is no fault of ours where Teams tells of an installation and does not take our welcome', async () => {
    const told = activity(app, { type: 'installationUpdate', action: 'add', text: undefined });
    const { conversation } = told;
    const nowhere = { ...told, conversation: { ...conversation, id: 'a:nowhere' } };
    assert.equal((await post(app, nowhere, await bearer())).status, 200);
  });

  it('is taken where the service of the signing keys breaks off once', async () => {
    const broken = sinon.stub(ConfigurationBotFrameworkAuthentication.prototype, 'authenticateRequest');
    broken.onFirstCall().rejects(new Error('socket hang up'));
    broken.callThrough();
    try {
      const claims = { exp: now() + 601 };
      assert.equal((await post(app, activity(app), await bearer({ claims }))).status, 200);
      assert.equal(broken.callCount, 2);
    } finally {
      broken.restore();
    }
  });

  it('is looked at anew for each service address: a token believed for one opens no other, nor another tenant', async () => {
    const token = await bearer();
    assert.equal((await post(app, activity(app), token)).status, 200);
    await refused(token, activity(app, { serviceUrl: 'http://127.0.0.1:9/elsewhere/' }));
    const stranger = { tenant: { id: '99999999-2222-4333-8444-555555555555' } };
    await refused(token, activity(app, { channelData: stranger }));
    const { authorization } = token;
    await refused({ authorization: `${authorization.slice(0, -4)}AAAA` });
  });

  it('is refused with one constant text without a token, with another scheme, and with nonsense', async () => {
    await refused({});
    await refused({ authorization: 'Basic Zm9vOmJhcg==' });
    await refused({ authorization: 'Bearer a.b.c' });
    await refused({ authorization: 'Bearer' });
  });

  it('is refused when another key signed it, for another audience, by another issuer, or for another service address', async () => {
    await refused(await bearer({ key: 'stranger' }));
    await refused(await bearer({ claims: { aud: '99999999-2222-4333-8444-555555555555' } }));
    await refused(await bearer({ claims: { iss: 'https://sts.windows.net/99999999-2222-4333-8444-555555555555/' } }));
    await refused(await bearer({ claims: { serviceurl: 'http://127.0.0.1:9/elsewhere/' } }));
  });

  it('is refused when it has expired, is not valid yet, or never expires', async () => {
    await refused(await bearer({ claims: { exp: now() - 601, nbf: now() - 4_000 } }));
    await refused(await bearer({ claims: { nbf: now() + 601 } }));
    await refused(await bearer({ claims: { exp: undefined } }));
  });

  it('is refused when it is unsigned, or signed with a public key as if it were a secret', async () => {
    const claims = {
      iss: 'https://api.botframework.com',
      aud: app.botId,
      serviceurl: app.teams.serviceUrl,
      exp: now() + 600,
      iat: now(),
    };
    await refused({ authorization: `Bearer ${new UnsecuredJWT(claims).encode()}` });
    const { keys } = (await (await fetch(`${app.teams.url}/v1/.well-known/keys`)).json()) as {
      keys: { kid: string; n: string }[];
    };
    const secret = Buffer.from(keys[0]?.n ?? '', 'base64url');
    const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: keys[0]?.kid ?? '' }).sign(secret);
    await refused({ authorization: `Bearer ${forged}` });
  });

  it('is refused as an "emulator" token of any tenant, however well that tenant signs it', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    for (const [ver, issuer] of [
      ['1.0', 'https://sts.windows.net/{t}/'],
      ['2.0', 'https://login.microsoftonline.com/{t}/v2.0'],
    ] as const) {
      const tenant = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a';
      const claims = { ver, iss: issuer.replace('{t}', tenant), tid: tenant, aud: app.botId, azp: app.botId, appid: app.botId };
      const token = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: 'theirs' })
        .setExpirationTime('10m')
        .sign(privateKey);
      await refused({ authorization: `Bearer ${token}` });
    }
  });

  it('is refused for a tenant that is not on the list, for another channel than Teams, and without a service address', async () => {
    const stranger = { tenant: { id: '99999999-2222-4333-8444-555555555555' } };
    await refused(
      await bearer(),
      activity(app, { channelData: stranger, conversation: { id: 'x', tenantId: stranger.tenant.id } }),
    );
    await refused(await bearer(), activity(app, { channelId: 'slack' }));
    await refused(await bearer(), activity(app, { channelId: 'emulator' }));
    await refused(await bearer(), activity(app, { serviceUrl: undefined }));
  });

  it('is a 4xx when its body is no activity, too large or compressed, and the server goes on', async () => {
    const token = await bearer();
    const status = async (body: unknown, headers: Record<string, string> = {}) =>
      (await post(app, body, { ...token, ...headers })).status;
    assert.equal(await status('{"type":'), 400);
    assert.equal(await status('[]'), 400);
    assert.equal(await status('null'), 400);
    assert.equal(await status('"x"'), 400);
    assert.equal(await status({}), 400);
    assert.equal(await status({ type: 7 }), 400);
    assert.equal(await status('x'.repeat(10), { 'content-type': 'text/plain' }), 415);
    assert.equal(await status({ type: 'message', text: 'x'.repeat(300_000) }), 413);
    assert.equal(await status('anything', { 'content-encoding': 'gzip' }), 415);
    const deep = `{"type":"message","value":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    assert.ok((await status(deep)) < 500);
    assert.equal((await post(app, activity(app), token)).status, 200);
  });

  it('never crashes or hangs the server, however its fields are formed', async () => {
    const token = await bearer();
    const odd: unknown[] = [null, 0, '', [], {}, 'x'.repeat(5_000), { id: null }, { __proto__: { x: 1 } }, [[]]];
    for (const field of [
      'from',
      'recipient',
      'conversation',
      'value',
      'text',
      'entities',
      'locale',
      'id',
      'timestamp',
      'attachments',
    ]) {
      for (const value of odd) {
        for (const type of ['message', 'invoke', 'installationUpdate', 'conversationUpdate', 'event']) {
          const name = type === 'invoke' ? 'adaptiveCard/action' : undefined;
          const { status, text } = await post(app, activity(app, { type, name, [field]: value }), token);
          assert.ok(
            status < 600 && !text.includes(' at '),
            `${type} ${field} ${JSON.stringify(value).slice(0, 40)}: ${status} ${text.slice(0, 80)}`,
          );
          assert.notEqual(status, 500, `${type} ${field} ${JSON.stringify(value).slice(0, 60)}: ${text}`);
        }
      }
    }
    assert.equal((await fetch(`${app.url}/healthz`)).status, 200);
  }).timeout(patience);
});
