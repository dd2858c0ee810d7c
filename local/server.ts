import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connectorRoutes } from './connector.ts';
import { movedTo } from './clock.ts';
import { makeDelivery } from './deliver.ts';
import { makeFaults, makeLimits } from './faults.ts';
import { sendError, type Route } from './http.ts';
import { identityRoutes } from './identity-routes.ts';
import { openIdentity } from './identity.ts';
import { lateAfter, makeInsistence, type UntilLate } from './insist.ts';
import { isBadRequest, pageApi } from './page-api.ts';
import { pageFiles } from './page-files.ts';
import { proxyRoute } from './proxy.ts';
import { sampleState } from './sample.ts';
import { keepState } from './state-file.ts';
import type { State } from './state.ts';
import { makeTeams } from './teams.ts';
import type { ClockWish } from './wire.ts';

const host = '127.0.0.1';

export type TeamsOptions = {
  /** 0, the default: any free port. */
  port?: number;
  /** Where the bot listens; may be told later with `connectBot`. */
  botUrl?: string;
  botId: string;
  botTenantId: string;
  botSecret: string;
  botName?: string;
  /** Kept in this file and found there again; without it, in memory. */
  stateFile?: string;
  /** The people and channels to begin with; the plain sample unless told otherwise. */
  people?: (botId: string) => State;
  /** Folder of the built page; without it only the programmatic side and the bot's side are served. */
  page?: string;
  /** Apply the documented sending limits. */
  limits?: boolean;
  /** Milliseconds since 1970; the machine's clock unless told otherwise. */
  now?: () => number;
  /** Told whenever somebody moves the clock: the app's must follow. Milliseconds. */
  clockMoved?: (ahead: number) => void;
  /** Milliseconds the bot has for an answer. */
  answerWithin?: number;
  /** When Teams asks a message extension again; after five seconds unless told otherwise. */
  untilLate?: UntilLate;
};

/** Teams on this machine, reachable from this machine only. */
export async function startTeams(options: TeamsOptions) {
  const { botId, botName = 'Common Ground', now: machine = Date.now } = options;
  let botUrl = options.botUrl ?? '';
  let routes: Route[] = [];
  const server = createServer((req, res) => void answer(req, res, routes));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const address = server.address();
  const url = `http://${host}:${typeof address === 'object' && address ? address.port : 0}`;

  const kept = keepState(() => (options.people ?? sampleState)(botId), options.stateFile);
  const now = (): number => machine() + kept.state.clockAhead;
  const keysAreNew = kept.state.keys === null;
  const identity = await openIdentity(kept.state, options, url, now);
  if (keysAreNew) kept.changed();
  const world = { state: kept.state, botId, botName, serviceUrl: `${url}/connector/`, now };
  const faults = makeFaults();
  const deliver = makeDelivery({ identity, botUrl: () => botUrl, answerWithin: options.answerWithin ?? 15_000 });
  const insist = makeInsistence(deliver, options.untilLate ?? lateAfter(5_000));
  const moveClock = (wish: ClockWish): boolean => {
    const to = movedTo(now(), wish);
    if (to === undefined) return false;
    kept.state.clockAhead = to - machine();
    options.clockMoved?.(kept.state.clockAhead);
    kept.changed();
    return true;
  };
  const teams = { ...makeTeams({ kept, world, deliver, insist, identity, faults }), moveClock };
  const page = pageApi(teams);
  let limited = options.limits === true;
  const limits = makeLimits(now);
  const waitFor = (operation: Parameters<typeof limits>[0]) => (limited ? limits(operation) : 0);
  routes = [
    connectorRoutes({ kept, identity, faults, waitFor, now, serviceUrl: world.serviceUrl }),
    identityRoutes(identity, options),
    proxyRoute(() => botUrl),
    page.route,
    ...(options.page === undefined ? [] : [pageFiles(options.page)]),
  ];
  return {
    ...teams,
    url,
    serviceUrl: world.serviceUrl,
    connectBot: (at: string) => {
      botUrl = at;
    },
    limit: (on: boolean) => {
      limited = on;
    },
    stop: async (): Promise<void> => {
      page.stop();
      kept.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type Teams = Awaited<ReturnType<typeof startTeams>>;

async function answer(req: IncomingMessage, res: ServerResponse, routes: Route[]): Promise<void> {
  try {
    const port = req.socket.localPort ?? 0;
    const own = [`${host}:${port}`, `localhost:${port}`];
    const { host: asked = '', origin } = req.headers;
    // A foreign name that resolves to this machine, or a foreign page, must not get at it.
    if (!own.includes(asked) || (origin !== undefined && !own.includes(origin.replace(/^http:\/\//, '')))) {
      sendError(res, 403, 'Forbidden', 'Only for pages of this address.');
      return;
    }
    const url = new URL(req.url ?? '/', `http://${asked}`);
    for (const route of routes) if (await route({ req, res, url })) return;
    sendError(res, 404, 'NotFound', 'There is nothing here.');
  } catch (error) {
    if (res.headersSent) res.destroy();
    else sendError(res, isBadRequest(error) ? 400 : 500, 'Failed', error instanceof Error ? error.message : 'Failed.');
  }
}
