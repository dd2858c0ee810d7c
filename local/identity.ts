import { exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT, type CryptoKey, type JWK } from 'jose';
import { randomUUID } from 'node:crypto';
import type { Person, State } from './state.ts';

export const connectorIssuer = 'https://api.botframework.com';
/** Lifetime of every token, seconds. */
export const lifetime = 3600;

/** What a test wants to be wrong about a token: a claim set to undefined is left out; a stranger's key is published nowhere. */
export type Wrong = { key?: 'stranger'; claims?: Record<string, unknown> };

type Pair = { kid: string; privateKey: CryptoKey; published: JWK };
type Bot = { botId: string; botTenantId: string; botSecret: string };

async function makeKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: randomUUID() };
}

async function openPair(jwk: JWK): Promise<Pair> {
  const privateKey = await importJWK(jwk, 'RS256');
  if (privateKey instanceof Uint8Array || jwk.kid === undefined || jwk.n === undefined || jwk.e === undefined)
    throw new Error('Not an RSA key.');
  return { kid: jwk.kid, privateKey, published: { kty: 'RSA', use: 'sig', kid: jwk.kid, n: jwk.n, e: jwk.e } };
}

/** Keys of the stand-in's own login service. They are kept with the rest so that a restarted bot or page goes on. */
export async function openIdentity(state: State, bot: Bot, baseUrl: string, now: () => number) {
  state.keys ??= { connector: await makeKey(), tab: await makeKey() };
  const connector = await openPair(state.keys.connector);
  const tab = await openPair(state.keys.tab);
  let stranger: Pair | undefined;

  async function sign(pair: Pair, claims: Record<string, unknown>, wrong: Wrong = {}): Promise<string> {
    if (wrong.key === 'stranger') stranger ??= await openPair(await makeKey());
    const second = Math.floor(now() / 1000);
    const all = { iat: second, nbf: second, exp: second + lifetime, ...claims, ...wrong.claims };
    const key = wrong.key === 'stranger' && stranger ? stranger.privateKey : pair.privateKey;
    return new SignJWT(all).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: pair.kid }).sign(key);
  }

  return {
    openIdMetadata: () => ({
      issuer: connectorIssuer,
      jwks_uri: `${baseUrl}/v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    connectorKeys: () => ({ keys: [{ ...connector.published, endorsements: ['msteams'] }] }),
    /** The common key set names the issuer of each key, with the tenant left open. */
    tabKeys: () => ({ keys: [{ ...tab.published, issuer: `${baseUrl}/{tenantid}/v2.0` }] }),
    loginMetadata: (tenant: string) => ({
      issuer: `${baseUrl}/${tenant}/v2.0`,
      token_endpoint: `${baseUrl}/${tenant}/oauth2/v2.0/token`,
      authorization_endpoint: `${baseUrl}/${tenant}/oauth2/v2.0/authorize`,
      jwks_uri: `${baseUrl}/common/discovery/v2.0/keys`,
    }),
    /** What Teams sends with every activity. */
    connectorToken: (serviceUrl: string, wrong?: Wrong) =>
      sign(connector, { iss: connectorIssuer, aud: bot.botId, serviceurl: serviceUrl }, wrong),
    /** What the tab gets from `getAuthToken`. */
    tabToken: (person: Person, wrong?: Wrong) =>
      sign(
        tab,
        {
          ver: '2.0',
          iss: `${baseUrl}/${person.tenant}/v2.0`,
          aud: bot.botId,
          tid: person.tenant,
          oid: person.aadObjectId,
          sub: person.botSpecificId,
          name: person.name,
          preferred_username: person.email,
          scp: 'access_as_user',
          // The client id of Teams on the web.
          azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
        },
        wrong,
      ),
    /** What the bot needs to call the connector. */
    botToken: () => sign(connector, { iss: `${baseUrl}/${bot.botTenantId}/v2.0`, aud: connectorIssuer, appid: bot.botId }),
    isBotToken: async (token: string): Promise<boolean> => {
      const key = await importJWK(connector.published, 'RS256');
      const check = { audience: connectorIssuer, currentDate: new Date(now()) };
      return jwtVerify(token, key, check).then(
        ({ payload }) => payload['appid'] === bot.botId,
        () => false,
      );
    },
  };
}
export type Identity = Awaited<ReturnType<typeof openIdentity>>;
