import { STATUS_CODES } from 'node:http';
import type { Request, Response } from 'restify';
import { sayIn } from '../../locales/translate.ts';
import type { Sentence } from '../../locales/translate.ts';
import type { LinkToTab } from '../contracts/deep-link.ts';
import type { Problem } from '../contracts/tab-api.ts';
import type { Language } from '../domain/collaboration.ts';
import { Refused } from '../errors.ts';
import type { Log } from '../ports/clock.ts';
import type { ReadToken } from '../ports/identity.ts';
import type { UseCases } from '../usecases/all.ts';
import type { SignedIn } from '../usecases/gate.ts';
import { atHomeOnly } from '../usecases/gate.ts';
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
import { statusOf, titles } from './status-of.ts';
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
  429: 'api.tooOften',
};

/** A request that no route took: unknown address, wrong method, no JSON or bad JSON, too large. */
export const sendRefused = (request: Request, response: Response, status: number): void => {
  const sentence = refusedFor[status] ?? (status < 500 ? 'api.notUnderstood' : 'api.failed');
  sendProblem(response, languageAsked(request), status, STATUS_CODES[status] ?? 'Refused', sentence);
};

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
  type Answering = (who: InChannel, request: Request, language: Language) => Promise<unknown>;
  /** Published results and one's own data: in every channel of the collaboration. */
  const inChannel = (answer: Answering, how?: How) =>
    signedIn(async (who, request, language) => {
      const channel = channelInAddress(request);
      return await answer({ ...(await use.enterChannel(channel, who)), language, channel }, request, language);
    }, how);
  /** Everything else stays in the home channel. */
  const atHome = (answer: Answering, how?: How) =>
    inChannel((who, request, language) => answer(atHomeOnly(who), request, language), how);

  return {
    overview: inChannel((who) => use.readOverview(who.collaboration, who.person, who.through), 'unless known'),
    rounds: inChannel(({ collaboration, person }) => use.readTimeline(collaboration, person), 'unless known'),
    handOver: atHome(({ collaboration, person }) => use.readHandOver(collaboration, person), 'unless known'),
    log: atHome(logApi(use)),
    summary: atHome(({ collaboration, person }) => use.readSummary(collaboration, person), 'unless known'),
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
      setUp: atHome(manage.setUp),
      purpose: atHome(manage.purpose),
      organisations: atHome(manage.organisations),
      practical: atHome(manage.practical),
      links: atHome(manage.links),
      linkCode: atHome(manage.linkCode),
      closing: atHome(manage.closing),
      people: atHome(manage.people),
      correct: atHome(manage.correct),
      plan: atHome(rounds.plan),
      launch: atHome(rounds.launch),
      close: atHome(rounds.close),
    },
    actions: {
      board: atHome(actions.board),
      partners: atHome(actions.partners),
      page: atHome(actions.page),
      agree: atHome(actions.agree),
      change: atHome(actions.change),
      nudge: atHome(actions.nudge),
    },
    meetings: {
      page: atHome(meetings.page),
      plan: atHome(meetings.plan),
      preview: atHome(meetings.preview),
      change: atHome(meetings.change),
      rhythm: atHome(meetings.rhythm),
      rhythmDays: atHome(meetings.rhythmDays),
      attendance: atHome(meetings.attendance),
      takeAttendance: atHome(meetings.takeAttendance),
      decisions: atHome(meetings.decisions),
    },
    agenda: {
      page: atHome(agenda.page, 'unless known'),
      change: atHome(agenda.change),
      agree: atHome(agenda.agree),
      silent: atHome(silent.page, 'unless known'),
      changeSilent: atHome(silent.change),
    },
    about: { read: inChannel(about.read), write: atHome(about.write) },
    minutes: atHome(minutes),
    checkOut: { read: atHome(checkOut.read, 'unless known'), open: atHome(checkOut.open) },
    deliveries: { read: atHome(deliveries.read), change: atHome(deliveries.change) },
    importRound: signedIn((who, request, language) => importRound(channelInAddress(request), who, request, language)),
    me: signedIn(myCollaborations),
  };
};
