import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Clock } from '../ports/clock.ts';
import type { ReadToken } from '../ports/identity.ts';

type Trust = {
  readonly botId: string;
  readonly publicUrl: string;
  readonly loginUrl: string;
  readonly tenants: ReadonlySet<string>;
  readonly clock: Clock;
};

const claims = z.object({
  tid: z.string(),
  oid: z.string().min(1),
  ver: z.enum(['1.0', '2.0']),
  iss: z.string(),
  scp: z.string(),
});
const keyOfTenant = z.object({ issuer: z.string().optional() });
const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

const hour = 3_600_000;
/** Seconds a clock may be off. */
const clockTolerance = 60;

const refused = { is: 'refused' } as const;

/** A fault of the token itself, in contrast to a key service that does not answer. */
const isTokenFault = (fault: unknown): boolean =>
  fault instanceof errors.JOSEError && !(fault instanceof errors.JWKSTimeout) && fault.code !== 'ERR_JOSE_GENERIC';

/** The issuer is a function of the tenant; v1 tokens name it differently from v2. */
const issuerOf = (loginUrl: string, ver: '1.0' | '2.0', tid: string): string =>
  ver === '2.0' ? `${loginUrl}/${tid}/v2.0` : `https://sts.windows.net/${tid}/`;

/**
 * The tab's single sign-on token (Microsoft Entra): signature by the published keys, audience this app, issuer of that very tenant,
 * expiry, scope `access_as_user`, tenant on the allow-list. Who it is: tenant and object id, never a name or an address.
 */
export const entraTokens = ({ botId, publicUrl, loginUrl, tenants, clock }: Trust): ReadToken => {
  const keys = createRemoteJWKSet(new URL(`${loginUrl}/common/discovery/v2.0/keys`), {
    cacheMaxAge: 12 * hour,
    cooldownDuration: 30_000,
    timeoutDuration: 5_000,
  });
  const audience = [botId, `api://${botId}`, `api://${new URL(publicUrl).host}/${botId}`];
  /** Keys of the common set name the tenants they sign for: one that is not for all must not sign for another. */
  const keyIsFor = (kid: string | undefined, tid: string): boolean => {
    const { issuer } = keyOfTenant.catch({}).parse(keys.jwks()?.keys.find((key) => key.kid === kid));
    return issuer === undefined || issuer.includes('{tenantid}') || issuer.includes(tid);
  };
  return async (authorization) => {
    const token = bearer.exec(authorization ?? '')?.[1];
    if (token === undefined) return refused;
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        audience,
        requiredClaims: ['exp', 'iat'],
        clockTolerance,
        currentDate: clock(),
      });
      const read = claims.safeParse(payload);
      if (!read.success) return refused;
      const { tid, oid, ver, iss, scp } = read.data;
      const trusted =
        iss === issuerOf(loginUrl, ver, tid) && tenants.has(tid.toLowerCase()) && scp.split(' ').includes('access_as_user');
      if (!trusted || !keyIsFor(protectedHeader.kid, tid)) return refused;
      return { is: 'person', person: { tenantId: tid.toLowerCase(), objectId: oid.toLowerCase() } };
    } catch (fault) {
      return isTokenFault(fault) ? refused : { is: 'keys unavailable' };
    }
  };
};
