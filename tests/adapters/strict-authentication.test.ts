import assert from 'node:assert/strict';
import { AuthenticationError, EmulatorValidation } from 'botframework-connector';
import { UnsecuredJWT } from 'jose';
import sinon from 'sinon';
import { teamsAuthentication } from '../../bot/adapters/teams/teams-adapter.ts';
import { readSettings } from '../../bot/settings.ts';
import { keyService } from './key-services.ts';

const botId = '00000000-1111-4111-8111-111111111111';
const tenant = '00000000-2222-4222-8222-222222222222';
const serviceUrl = 'https://smba.example.org/';

describe('a token of Teams', () => {
  let service: Awaited<ReturnType<typeof keyService>>;
  before(async () => {
    // botframework-connector prints every token it refuses.
    sinon.stub(globalThis.console, 'error');
    service = await keyService([
      { kid: 'teams', more: { endorsements: ['msteams', 'webchat'] } },
      { kid: 'skype', more: { endorsements: ['skype'] } },
      { kid: 'unendorsed' },
    ]);
  });
  after(async () => {
    await service.stop();
    sinon.restore();
  });

  const authentication = () => {
    const settings = readSettings({
      ...{ BOT_ID: botId, BOT_TENANT_ID: tenant, BOT_SECRET: 'a secret for tests', TEAMS_APP_ID: botId, TENANTS: tenant },
      ...{ PUBLIC_URL: 'https://common-ground.example.org', PSEUDONYM_MASTER_KEY: Buffer.alloc(32).toString('base64') },
      ...{ BOT_FRAMEWORK_URL: service.url, LOGIN_URL: service.url },
    });
    return teamsAuthentication(settings, () => new Date());
  };
  const activity = (channelId: string, tid = tenant) =>
    ({ type: 'message', channelId, serviceUrl, channelData: { tenant: { id: tid } } }) as never;
  const signed = (kid: string) => {
    const second = Math.floor(Date.now() / 1_000);
    const claims = { iss: 'https://api.botframework.com', aud: botId, serviceurl: serviceUrl };
    return service.sign(kid, { ...claims, nbf: second, exp: second + 600 });
  };
  const isBelieved = async (kid: string, channelId: string): Promise<boolean> => {
    const asked = authentication().authenticateRequest(activity(channelId), `Bearer ${await signed(kid)}`);
    return await asked.then(
      () => true,
      (fault: unknown) => {
        assert.ok(fault instanceof AuthenticationError && fault.message === 'Unauthorized');
        return false;
      },
    );
  };

  it('is believed when its key may sign for Teams, and not when it may sign for another channel only', async () => {
    assert.equal(await isBelieved('teams', 'msteams'), true);
    assert.equal(await isBelieved('skype', 'msteams'), false);
  });

  it('opens no other channel, whatever its key may sign for: botbuilder lets a key without endorsements sign for all', async () => {
    for (const [kid, channelId] of [
      ['teams', 'webchat'],
      ['skype', 'skype'],
      ['unendorsed', 'slack'],
      ['unendorsed', 'emulator'],
    ] as const)
      assert.equal(await isBelieved(kid, channelId), false, `${kid} ${channelId}`);
  });

  it('that is made up for tenants nobody knows never grows the list of issuers botbuilder keeps for ever', async () => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- botbuilder's own authentication still keeps its list here
    const { issuer } = EmulatorValidation.ToBotFromEmulatorTokenValidationParameters;
    assert.ok(Array.isArray(issuer));
    const before = issuer.length;
    for (let made = 0; made < 200; made += 1) {
      const tid = `00000000-3333-4333-8333-${String(made).padStart(12, '0')}`;
      const claims = { iss: `https://sts.windows.net/${tid}/`, tid, ver: '1.0', appid: botId, aud: botId };
      const token = new UnsecuredJWT(claims).setExpirationTime('10m').encode();
      await assert.rejects(
        authentication().authenticateRequest(activity('msteams', tid), `Bearer ${token}`),
        AuthenticationError,
      );
      await assert.rejects(authentication().authenticateRequest(activity('msteams'), `Bearer ${token}`), AuthenticationError);
    }
    assert.equal(issuer.length, before);
  });
});
