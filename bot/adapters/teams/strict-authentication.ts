import type { Activity } from 'botbuilder';
import type { AuthenticateRequestResult, ClaimsIdentity, ConnectorFactory, UserTokenClient } from 'botframework-connector';
import { AuthenticationError, BotFrameworkAuthentication } from 'botframework-connector';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../ports/clock.ts';
import { believedTokens } from './believed-tokens.ts';
import { withoutRetries } from './without-retries.ts';

/** What an activity must say before its token is looked at. */
const envelope = z.object({
  channelId: z.literal('msteams'),
  serviceUrl: z.string().min(1),
  channelData: z.object({ tenant: z.object({ id: z.string() }).optional() }).optional(),
  conversation: z.object({ tenantId: z.string().optional() }).optional(),
});

/** Everything that is refused is refused with the same words, so that nobody learns how far they came. */
const refused = () => new AuthenticationError('Unauthorized', 401);

const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

/** Faults of jsonwebtoken, which botbuilder lets through as a 500 with its text. */
const faultsOfTokens: readonly string[] = ['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError'];

const isRefusal = (fault: unknown): boolean =>
  fault instanceof AuthenticationError || (fault instanceof Error && faultsOfTokens.includes(fault.name));

type Asked = { readonly token: string; readonly serviceUrl: string; readonly expires: Date };

/**
 * botbuilder's authentication with its doors closed. Before botbuilder looks: the issuer must be the Bot Framework (else any tenant
 * can send "emulator" tokens, and each unsigned token grows a list that is never emptied), there must be an expiry, the channel must be
 * Teams, the tenant one of ours. What fails is one constant 401.
 */
export class StrictAuthentication extends BotFrameworkAuthentication {
  readonly #inner: BotFrameworkAuthentication;
  readonly #issuer: string;
  readonly #tenants: ReadonlySet<string>;
  readonly #believed: ReturnType<typeof believedTokens>;
  #userTokens: Promise<UserTokenClient> | undefined;

  constructor(
    inner: BotFrameworkAuthentication,
    trust: { readonly issuer: string; readonly tenants: ReadonlySet<string>; readonly clock: Clock },
  ) {
    super();
    this.#inner = inner;
    this.#issuer = trust.issuer;
    this.#tenants = trust.tenants;
    this.#believed = believedTokens(trust.clock);
  }

  /** Undefined: botbuilder need not look. */
  #looksRight(activity: unknown, authHeader: string | undefined): Asked | undefined {
    const token = bearer.exec(authHeader ?? '')?.[1];
    const envelopeRead = envelope.safeParse(activity);
    if (token === undefined || !envelopeRead.success) return undefined;
    const { channelData, conversation, serviceUrl } = envelopeRead.data;
    const named = [channelData?.tenant?.id, conversation?.tenantId].filter((tenant) => tenant !== undefined);
    if (named.length === 0 || !named.every((tenant) => this.#tenants.has(tenant.toLowerCase()))) return undefined;
    try {
      const { iss, exp } = decodeJwt(token);
      return iss === this.#issuer && typeof exp === 'number' ? { token, serviceUrl, expires: new Date(exp * 1_000) } : undefined;
    } catch {
      return undefined;
    }
  }

  override async authenticateRequest(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    const asked = this.#looksRight(activity, authHeader);
    if (asked === undefined) throw refused();
    const believed = this.#believed.find(asked);
    if (believed !== undefined) return believed;
    try {
      const ask = () => this.#inner.authenticateRequest(activity, authHeader);
      // What is no refusal is the service of the signing keys, which broke off: a second question mostly finds it there.
      const result = await ask().catch((fault: unknown) => (isRefusal(fault) ? Promise.reject(refused()) : ask()));
      const { connectorFactory } = result;
      const ours = connectorFactory === undefined ? result : { ...result, connectorFactory: withoutRetries(connectorFactory) };
      this.#believed.keep(asked, ours);
      return ours;
    } catch (fault) {
      throw isRefusal(fault) ? refused() : fault;
    }
  }

  /** Streaming and skills are not used; nobody comes in that way. */
  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    return Promise.reject(refused());
  }

  override authenticateChannelRequest(): Promise<ClaimsIdentity> {
    return Promise.reject(refused());
  }

  override createConnectorFactory(claims: ClaimsIdentity): ConnectorFactory {
    return withoutRetries(this.#inner.createConnectorFactory(claims));
  }

  /** botbuilder wants one for every turn; we use none, so it is made once. */
  override createUserTokenClient(claims: ClaimsIdentity): Promise<UserTokenClient> {
    return (this.#userTokens ??= this.#inner.createUserTokenClient(claims));
  }

  override getOriginatingAudience(): string {
    return this.#inner.getOriginatingAudience();
  }
}
