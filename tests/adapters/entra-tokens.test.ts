import assert from 'node:assert/strict';
import { entraTokens } from '../../bot/adapters/entra-tokens.ts';
import { keyService } from './key-services.ts';

const botId = '00000000-1111-4111-8111-111111111111';
const tenant = '00000000-2222-4222-8222-222222222222';
/** The one tenant of all personal accounts: outlook.com, hotmail.com. */
const personal = '9188040d-6c67-4c5b-b112-36a304b66dad';
const now = new Date('2026-01-01T09:00:00Z');

describe('a sign-in token of the tab', () => {
  let service: Awaited<ReturnType<typeof keyService>>;
  before(async () => {
    service = await keyService([
      { kid: 'everybody’s', more: { issuer: 'https://login.example.org/{tenantid}/v2.0' } },
      { kid: 'personal accounts’', more: { issuer: `https://login.example.org/${personal}/v2.0` } },
    ]);
  });
  after(() => service.stop());

  const trust = (tenants = [tenant]) => ({
    ...{ botId, publicUrl: 'https://common-ground.example.org', loginUrl: service.url, clock: () => now },
    tenants: new Set(tenants),
  });
  const token = (kid: string, tid = tenant, more: Record<string, unknown> = {}) => {
    const second = Math.floor(now.getTime() / 1_000);
    const times = { iat: second, exp: second + 600 };
    const claims = { ver: '2.0', iss: `${service.url}/${tid}/v2.0`, aud: botId, tid, oid: botId, scp: 'access_as_user' };
    return service.sign(kid, { ...times, ...claims, ...more });
  };

  it('is believed when its tenant is on the list and its key signs for that tenant', async () => {
    const read = entraTokens(trust());
    assert.equal((await read(`Bearer ${await token('everybody’s')}`)).is, 'person');
    assert.equal((await read(`Bearer ${await token('personal accounts’')}`)).is, 'refused');
  });

  it('of a personal account is refused, as of every tenant that is not on the list', async () => {
    const read = entraTokens(trust());
    assert.equal((await read(`Bearer ${await token('personal accounts’', personal)}`)).is, 'refused');
    assert.equal((await read(`Bearer ${await token('everybody’s', personal)}`)).is, 'refused');
  });

  it('is refused to an app that asks in its own name, without a person’s scope', async () => {
    const read = entraTokens(trust());
    assert.equal(
      (await read(`Bearer ${await token('everybody’s', tenant, { scp: undefined, roles: ['access_as_user'] })}`)).is,
      'refused',
    );
    assert.equal((await read(`Bearer ${await token('everybody’s', tenant, { scp: 'access_as_user_too' })}`)).is, 'refused');
  });

  it('is neither believed nor refused while the key service does not answer, so that nobody is signed out by it', async () => {
    const gone = await keyService([{ kid: 'gone' }]);
    const read = entraTokens({ ...trust(), loginUrl: gone.url });
    const good = await token('everybody’s');
    await gone.stop();
    assert.equal((await read(`Bearer ${good}`)).is, 'keys unavailable');
    assert.equal((await read('Bearer a.b.c')).is, 'refused');
  });
});
