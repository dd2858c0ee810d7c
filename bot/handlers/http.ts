import restify from 'restify';
import type { Request, RequestHandler, Response, Server } from 'restify';
import type { Activity, TurnContext } from 'botbuilder';
import { wellFormed } from '../contracts/activity.ts';
import type { LinkToTab } from '../contracts/deep-link.ts';
import type { Clock, Log } from '../ports/clock.ts';
import type { ReadToken } from '../ports/identity.ts';
import type { UseCases } from '../usecases/all.ts';
import { turnAwayGuessers } from './refused-callers.ts';
import { appPages } from './app-pages.ts';
import { sendRefused, tabApi } from './tab-api.ts';
import { tabFiles, tabPlaces } from './tab-files.ts';

type Needs = {
  readonly clock: Clock;
  /** Authenticates, then runs the turn; `refused`: the sender is not who they must be. */
  readonly receive: (
    authorization: string,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ) => Promise<{ readonly status: number; readonly body?: unknown } | 'refused'>;
  readonly turn: (context: TurnContext) => Promise<void>;
  readonly use: UseCases;
  readonly readToken: ReadToken;
  readonly linkToTab: LinkToTab;
  readonly ping: () => Promise<void>;
  /** How many proxies of our own stand in front, each adding to `x-forwarded-for`. */
  readonly proxies: number;
  readonly log: Log;
};

/** Teams sends at most 28 KB of card and some more around it. */
const largestBody = 256 * 1024;
/** Teams gives up after ten to fifteen seconds; a request that is not complete by then holds nothing open. */
const longestRequest = 30_000;
/** Longer than any channel id of Teams, even encoded. */
const maxParamLength = 600;

const say = (response: Response, status: number, text: string): void => {
  response.sendRaw(status, text, { 'content-type': 'text/plain; charset=utf-8' });
};

/** The status says it; the sentence is ours, never restify's. */
const refuse = (request: Request, response: Response, status: number): void => {
  if (request.path().startsWith('/api/')) sendRefused(request, response, status);
  else say(response, status, 'Refused');
};

/** What is sent is JSON. A compressed body may be a thousand times its size: none of our callers sends one. */
const onlyPlainJson: RequestHandler = (request, response, next) => {
  const { 'content-encoding': encoding = 'identity', 'content-type': type = '' } = request.headers;
  const isJson = type.split(';')[0]?.trim().toLowerCase() === 'application/json';
  const sends = request.method === 'POST' || request.method === 'PUT';
  if (encoding === 'identity' && (!sends || isJson)) next();
  else {
    sendRefused(request, response, 415);
    next(false);
  }
};

/** Routes that read their bodies themselves, once they know who asks; one has larger ones, the others answer with problem bodies. */
const readLater = 'import';
const manageRoutes = [
  'purpose',
  'organisations',
  'practical',
  'links',
  'linkCode',
  'closing',
  'correct',
  'plan',
  'launch',
  'close',
] as const;
const managePaths: Readonly<Partial<Record<(typeof manageRoutes)[number], string>>> = {
  correct: 'people',
  linkCode: 'link-code',
};
const actionRoutes = ['action-agree', 'action-change', 'action-nudge'] as const;
const meetingRoutes = {
  'meeting-plan': ['', 'plan'],
  'meeting-preview': ['/preview', 'preview'],
  'meeting-rhythm': ['/rhythm', 'rhythm'],
  'meeting-rhythm-days': ['/rhythm-days', 'rhythmDays'],
  'meeting-change': ['/:meeting', 'change'],
  'meeting-attendance': ['/:meeting/attendance', 'takeAttendance'],
  'meeting-decisions': ['/:meeting/decisions', 'decisions'],
} as const;
const agendaRoutes = ['agenda-change', 'agenda-agree', 'agenda-silent'] as const;
const readLaterToo: ReadonlySet<string> = new Set([
  readLater,
  ...manageRoutes.map((name) => `manage-${name}`),
  'about-write',
  ...actionRoutes,
  ...agendaRoutes,
  'deliveries-change',
  ...Object.keys(meetingRoutes),
]);
const unlessReadLater =
  (parse: RequestHandler): RequestHandler =>
  (request, response, next) => {
    if (readLaterToo.has(request.getRoute().name)) next();
    else parse(request, response, next);
  };

/** Teams' activities: 401 with one constant text for whatever is not believed, 4xx for what is no activity, 500 without a word of why. */
const messages =
  ({ receive, turn, log }: Needs) =>
  async (request: Request, response: Response): Promise<void> => {
    const body: unknown = request.body;
    if (!wellFormed.safeParse(body).success) {
      say(response, 400, 'Not an activity');
      return;
    }
    try {
      const received = await receive(request.headers.authorization ?? '', body as Activity, turn);
      if (received === 'refused') say(response, 401, 'Unauthorized');
      else
        response.sendRaw(received.status, JSON.stringify(received.body ?? {}), {
          'content-type': 'application/json; charset=utf-8',
        });
    } catch (fault) {
      log.error(
        { fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) },
        'an activity could not be processed',
      );
      say(response, 500, 'Failed');
    }
  };

/** Routes, and what holds for every request. Listening is for whoever starts it. */
export const httpServer = (needs: Needs): Server => {
  const server = restify.createServer({ name: '', maxParamLength });
  server.server.requestTimeout = longestRequest;
  // By the clock that opens and closes rounds: a page counts down by it, whatever its own computer's clock says.
  server.pre((_request, response, next) => {
    response.setHeader('date', needs.clock().toUTCString());
    next();
  });
  const turnAway = (request: Request, response: Response): void => {
    refuse(request, response, 429);
  };
  server.pre(turnAwayGuessers(needs.clock, needs.proxies, turnAway));
  server.use(onlyPlainJson);
  const bodyParser = restify.plugins.jsonBodyParser({ maxBodySize: largestBody } as restify.plugins.JsonBodyParserOptions);
  server.use([bodyParser].flat().map(unlessReadLater));
  server.post('/api/messages', messages(needs));
  const api = tabApi(needs);
  server.get('/api/channels/:channel/overview', api.overview);
  server.get('/api/channels/:channel/summary', api.summary);
  server.get('/api/channels/:channel/hand-over', api.handOver);
  server.get('/api/channels/:channel/log', api.log);
  server.get('/api/channels/:channel/my-data', api.myData);
  server.post('/api/channels/:channel/exports', api.noteExport);
  server.post({ path: '/api/channels/:channel/rounds/import', name: readLater }, api.importRound);
  const manage = '/api/channels/:channel/manage';
  server.get(manage, api.manage.setUp);
  server.get(`${manage}/people`, api.manage.people);
  for (const name of manageRoutes) {
    const path = `${manage}/${managePaths[name] ?? name}`;
    server.post({ path, name: `manage-${name}` }, api.manage[name]);
  }
  server.get('/api/channels/:channel/rounds', api.rounds);
  server.get('/api/channels/:channel/rounds/:number(^\\d+$)', api.round);
  server.get('/api/me', api.me);
  const checkOut = '/api/channels/:channel/meetings/:number(^\\d+$)/check-out';
  server.get(checkOut, api.checkOut.read);
  server.post(checkOut, api.checkOut.open);
  server.get('/api/channels/:channel/meetings/:number(^\\d+$)/minutes', api.minutes);
  const deliveries = '/api/channels/:channel/deliveries';
  server.get(deliveries, api.deliveries.read);
  server.post({ path: deliveries, name: 'deliveries-change' }, api.deliveries.change);
  const about = '/api/channels/:channel/about';
  server.get(about, api.about.read);
  server.put({ path: `${about}/:organisation`, name: 'about-write' }, api.about.write);
  const meetings = '/api/channels/:channel/meetings';
  server.get(meetings, api.meetings.page);
  server.get(`${meetings}/:meeting/attendance`, api.meetings.attendance);
  for (const [name, [rest, answer]] of Object.entries(meetingRoutes))
    server.post({ path: `${meetings}${rest}`, name }, api.meetings[answer]);
  const actions = '/api/channels/:channel/actions';
  const [agree, change, nudge] = actionRoutes;
  server.get(actions, api.actions.board);
  server.post({ path: actions, name: agree }, api.actions.agree);
  server.get(`${actions}/partners`, api.actions.partners);
  const action = `${actions}/:action(^\\d+$)`;
  server.get(action, api.actions.page);
  server.post({ path: action, name: change }, api.actions.change);
  server.post({ path: `${action}/nudge`, name: nudge }, api.actions.nudge);
  const agenda = '/api/channels/:channel/meetings/:number(^\\d+$)/agenda';
  const [stepped, agreed, written] = agendaRoutes;
  server.get(agenda, api.agenda.page);
  server.post({ path: agenda, name: stepped }, api.agenda.change);
  server.post({ path: `${agenda}/actions`, name: agreed }, api.agenda.agree);
  const silent = `${agenda}/areas/:area(^\\d+$)/silent`;
  server.get(silent, api.agenda.silent);
  server.post({ path: silent, name: written }, api.agenda.changeSilent);
  server.get('/healthz', async (_request: Request, response: Response) => {
    await needs.ping().then(
      () => {
        say(response, 200, 'ok');
      },
      () => {
        say(response, 503, 'the database does not answer');
      },
    );
  });
  for (const [path, show] of [...tabPlaces, ...appPages]) server.get(path, show);
  server.get('/tab/*', tabFiles());
  server.on('NotFound', (request: Request, response: Response, _error: unknown, done: () => void) => {
    sendRefused(request, response, 404);
    done();
  });
  server.on('restifyError', (request: Request, response: Response, error: { statusCode?: number }, done: () => void) => {
    // Bad JSON, too large, wrong method (with `Allow`).
    const status = error.statusCode ?? 500;
    if (!response.headersSent) refuse(request, response, status);
    done();
  });
  return server;
};
