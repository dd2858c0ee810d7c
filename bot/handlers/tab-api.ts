import { STATUS_CODES } from 'node:http';
import type { Request, Response } from 'restify';
import { sayIn } from '../../locales/translate.ts';
import type { Sentence } from '../../locales/translate.ts';
import type { LinkToTab } from '../contracts/deep-link.ts';
import type { Problem } from '../contracts/tab-api.ts';
import type { Language } from '../domain/collaboration.ts';
import { Refused } from '../errors.ts';
import type { Refusal } from '../errors.ts';
import type { Log } from '../ports/clock.ts';
import type { ReadToken } from '../ports/identity.ts';
import type { UseCases } from '../usecases/all.ts';
import type { SignedIn } from '../usecases/gate.ts';
import type { InChannel } from '../usecases/setup/read-set-up.ts';
import { aboutApi } from './about-api.ts';
import { actionsApi } from './actions-api.ts';
import { agendaApi } from './agenda-api.ts';
import { channelInAddress } from './channel-in-address.ts';
import { checkOutApi } from './check-out-api.ts';
import { deliveriesApi } from './deliveries-api.ts';
import { languageOf } from './caller.ts';
import { exportApi } from './export-api.ts';
import { importApi } from './import-api.ts';
import { logApi } from './log-api.ts';
import { manageApi } from './manage-api.ts';
import { minutesApi } from './minutes-api.ts';
import { myCollaborationsApi } from './my-collaborations-api.ts';
import { meetingsApi } from './meetings-api.ts';
import { NotTaken } from './not-taken.ts';
import { numberInAddress } from './number-in-address.ts';
import { roundApi } from './round-api.ts';
import { silentApi } from './silent-api.ts';
import { isKnown, tagOf } from './unchanged.ts';

type Needs = {
  readonly use: UseCases;
  readonly readToken: ReadToken;
  readonly linkToTab: LinkToTab;
  readonly log: Log;
};

/** What the person's Teams speaks, as the tab says; undefined: none of ours. */
const spoken = (request: Request): Language | undefined => languageOf(request.headers['accept-language']);
const languageAsked = (request: Request): Language => spoken(request) ?? 'en';

const send = (response: Response, status: number, body: unknown, more: Readonly<Record<string, string>> = {}): void => {
  response.sendRaw(status, JSON.stringify(body), {
    'content-type': status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    ...more,
  });
};

/** An answer that is asked for again and again: without its body where the sender says that it has this very one. */
const sendUnlessKnown = (request: Request, response: Response, body: unknown): void => {
  const text = JSON.stringify(body);
  const etag = tagOf(text);
  const headers = { 'cache-control': 'private, no-cache', etag };
  if (isKnown(request.headers['if-none-match'], etag)) {
    response.writeHead(304, headers);
    response.end();
  } else response.sendRaw(200, text, { 'content-type': 'application/json; charset=utf-8', ...headers });
};

export const sendProblem = (
  response: Response,
  language: Language,
  status: number,
  title: string,
  sentence: Sentence,
  more: object = {},
  headers: Readonly<Record<string, string>> = {},
): void => {
  const problem: Problem = { type: 'about:blank', title, status, detail: sayIn(language)(sentence) };
  send(response, status, { ...problem, ...more }, headers);
};

const refusedFor: Readonly<Partial<Record<number, Sentence>>> = {
  404: 'api.notFound',
  405: 'api.wrongMethod',
  413: 'api.bodyTooLarge',
  415: 'api.wrongType',
};

/** A request that no route took: unknown address, wrong method, no JSON or bad JSON, too large. */
export const sendRefused = (request: Request, response: Response, status: number): void => {
  const sentence = refusedFor[status] ?? (status < 500 ? 'api.notUnderstood' : 'api.failed');
  sendProblem(response, languageAsked(request), status, STATUS_CODES[status] ?? 'Refused', sentence);
};

/** Not a member and does not exist are one answer. */
const statusOf: Readonly<Partial<Record<Refusal, number>>> = {
  'no collaboration here': 403,
  'not a member': 403,
  'only integration managers': 403,
  'only chairs or integration managers': 403,
  'no such results': 404,
  'Teams does not answer': 503,
  'unknown organisation': 404,
  'not on the roster': 404,
  'set-up incomplete': 400,
  'looks like patient data': 400,
  'only own organisation': 403,
  'text too long': 400,
  'no such action': 404,
  'no such meeting': 404,
  'too many focus areas': 400,
  'action not yours': 403,
  'action incomplete': 400,
  'no owner': 400,
  'too many owners': 400,
  'due date not ahead': 400,
  'date not later': 400,
  'due date too far': 400,
  'reason missing': 400,
  'verdict missing': 400,
  'organisation missing': 400,
  'no such decision': 404,
  'meeting date not ahead': 400,
  'meeting date too far': 400,
  'meeting not yet': 400,
  'rhythm never occurs': 400,
  'survey days not in order': 400,
  'survey opening not ahead': 400,
  'decision empty': 400,
  'no such focus area': 404,
  'silent text empty': 400,
  'silent text too long': 400,
  'organisation not said': 403,
};

const titles: Readonly<Partial<Record<number, string>>> = { 403: 'Forbidden', 404: 'Not Found' };

/** How a good answer is sent: with these headers, or without its body where the sender has it. */
type How = Readonly<Record<string, string>> | 'unless known';

/** Signs in, calls, answers. Every refusal is a problem body with one plain sentence. */
export const tabApi = ({ use, readToken, linkToTab, log }: Needs) => {
  const signedIn =
    (answer: (who: SignedIn, request: Request, language: Language) => Promise<unknown>, how: How = {}) =>
    async (request: Request, response: Response): Promise<void> => {
      const language = languageAsked(request);
      try {
        const token = await readToken(request.headers.authorization);
        if (token.is === 'keys unavailable') sendProblem(response, language, 503, 'Service Unavailable', 'api.unavailable');
        else if (token.is === 'refused') sendProblem(response, language, 401, 'Unauthorized', 'api.unauthorized');
        else {
          // Who asks, and whether they may, is settled before anything is said of what they have.
          const answered = await answer({ person: token.person, language: spoken(request) }, request, language);
          if (how === 'unless known') sendUnlessKnown(request, response, answered);
          else send(response, 200, answered, how);
        }
      } catch (fault) {
        if (fault instanceof Refused) {
          const status = statusOf[fault.reason] ?? 409;
          sendProblem(response, language, status, titles[status] ?? 'Refused', `refused.${fault.reason}`);
          return;
        }
        if (fault instanceof NotTaken) {
          sendProblem(response, language, fault.status, fault.title, fault.sentence, fault.more, fault.headers);
          return;
        }
        log.error({ fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }, 'an API request failed');
        sendProblem(response, language, 500, 'Internal Server Error', 'api.failed');
      }
    };

  const importRound = importApi(use);
  const noteExport = exportApi(use);
  const manage = manageApi(use);
  const rounds = roundApi(use);
  const myCollaborations = myCollaborationsApi(use, linkToTab);
  const about = aboutApi(use);
  const actions = actionsApi(use);
  const agenda = agendaApi(use);
  const silent = silentApi(use);
  const deliveries = deliveriesApi(use);
  const checkOut = checkOutApi(use);
  const meetings = meetingsApi(use);
  const minutes = minutesApi(use);
  const inChannel = (answer: (who: InChannel, request: Request, language: Language) => Promise<unknown>, how?: How) =>
    signedIn(async (who, request, language) => {
      const channel = channelInAddress(request);
      const collaboration = await use.enterChannel(channel, who);
      return await answer({ collaboration, person: who.person, language, channel }, request, language);
    }, how);

  return {
    overview: inChannel(({ collaboration, person }) => use.readOverview(collaboration, person), 'unless known'),
    rounds: inChannel(({ collaboration, person }) => use.readTimeline(collaboration, person), 'unless known'),
    handOver: inChannel(({ collaboration, person }) => use.readHandOver(collaboration, person), 'unless known'),
    log: inChannel(logApi(use)),
    summary: inChannel(({ collaboration, person }) => use.readSummary(collaboration, person), 'unless known'),
    round: inChannel(
      ({ collaboration, person }, request) =>
        use.readRound(collaboration, person, numberInAddress(request, 'number', 'no such results')),
      'unless known',
    ),
    myData: inChannel(({ collaboration, person }) => use.exportMyData(collaboration, person), {
      'content-disposition': 'attachment; filename="my-data.json"',
    }),
    noteExport: signedIn((who, request) => noteExport(channelInAddress(request), who, request.body)),
    manage: {
      setUp: inChannel(manage.setUp),
      purpose: inChannel(manage.purpose),
      organisations: inChannel(manage.organisations),
      practical: inChannel(manage.practical),
      closing: inChannel(manage.closing),
      people: inChannel(manage.people),
      correct: inChannel(manage.correct),
      plan: inChannel(rounds.plan),
      launch: inChannel(rounds.launch),
      close: inChannel(rounds.close),
    },
    actions: {
      board: inChannel(actions.board),
      partners: inChannel(actions.partners),
      page: inChannel(actions.page),
      agree: inChannel(actions.agree),
      change: inChannel(actions.change),
      nudge: inChannel(actions.nudge),
    },
    meetings: {
      page: inChannel(meetings.page),
      plan: inChannel(meetings.plan),
      preview: inChannel(meetings.preview),
      change: inChannel(meetings.change),
      rhythm: inChannel(meetings.rhythm),
      rhythmDays: inChannel(meetings.rhythmDays),
      attendance: inChannel(meetings.attendance),
      takeAttendance: inChannel(meetings.takeAttendance),
      decisions: inChannel(meetings.decisions),
    },
    agenda: {
      page: inChannel(agenda.page, 'unless known'),
      change: inChannel(agenda.change),
      agree: inChannel(agenda.agree),
      silent: inChannel(silent.page, 'unless known'),
      changeSilent: inChannel(silent.change),
    },
    about: { read: inChannel(about.read), write: inChannel(about.write) },
    minutes: inChannel(minutes),
    checkOut: { read: inChannel(checkOut.read, 'unless known'), open: inChannel(checkOut.open) },
    deliveries: { read: inChannel(deliveries.read), change: inChannel(deliveries.change) },
    importRound: signedIn((who, request, language) => importRound(channelInAddress(request), who, request, language)),
    me: signedIn(myCollaborations),
  };
};
