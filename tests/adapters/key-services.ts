import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export type SigningKey = { readonly kid: string; readonly more?: Readonly<Record<string, unknown>> };

/** A service on this machine that publishes keys, each with what it is said to be for, and signs with them; `stop` takes it away. */
export const keyService = async (keys: readonly SigningKey[]) => {
  const pairs = new Map(
    await Promise.all(keys.map(async (key) => [key.kid, { key, ...(await generateKeyPair('RS256')) }] as const)),
  );
  const published = await Promise.all(
    [...pairs.values()].map(async ({ key, publicKey }) => ({
      ...(await exportJWK(publicKey)),
      kid: key.kid,
      use: 'sig',
      ...key.more,
    })),
  );
  let url = '';
  const server = createServer((request, response) => {
    const isSet = request.url?.endsWith('/keys') === true;
    const body = isSet ? { keys: published } : { issuer: 'https://api.botframework.com', jwks_uri: `${url}/keys` };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return {
    url,
    sign: async (kid: string, claims: Record<string, unknown>): Promise<string> => {
      const { privateKey } = pairs.get(kid) ?? {};
      if (privateKey === undefined) throw new Error(`no key ${kid}`);
      return await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey);
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
};
