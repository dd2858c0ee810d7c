import type { Request, Response } from 'restify';
import { z } from 'zod';
import { sayIn } from '../../locales/translate.ts';
import type { Sentence } from '../../locales/translate.ts';
import type { Problem } from '../contracts/tab-api.ts';
import type { Language, Person } from '../domain/collaboration.ts';
import { Refused } from '../errors.ts';
import type { Refusal } from '../errors.ts';
import type { Log } from '../ports/clock.ts';
import type { ReadToken } from '../ports/identity.ts';
import type { UseCases } from '../usecases/all.ts';
import type { InChannel } from '../usecases/setup/read-set-up.ts';
import { aboutApi } from './about-api.ts';
import { languageOf } from './caller.ts';
import { BadRequest, exportApi } from './export-api.ts';
import { importApi, ImportRefused } from './import-api.ts';
import { manageApi } from './manage-api.ts';
import { NotTaken } from './not-taken.ts';
import { roundApi } from './round-api.ts';

type Needs = { readonly use: UseCases; readonly readToken: ReadToken; readonly log: Log };

const languageAsked = (request: Request): Language => languageOf(request.headers['accept-language']) ?? 'en';

const send = (response: Response, status: number, body: unknown, more: Readonly<Record<string, string>> = {}): void => {
  response.sendRaw(status, JSON.stringify(body), {
    'content-type': status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    ...more,
  });
};

export const sendProblem = (
  response: Response,
  language: Language,
  status: number,
  title: string,
  sentence: Sentence,
  more: object = {},
): void => {
  const problem: Problem = { type: 'about:blank', title, status, detail: sayIn(language)(sentence) };
  send(response, status, { ...problem, ...more });
};

/** A request that no route took: bad JSON, too large, wrong method. */
export const sendRefused = (request: Request, response: Response, status: number): void => {
  sendProblem(response, languageAsked(request), status, 'Refused', status < 500 ? 'api.notUnderstood' : 'api.failed');
};

/** Not a member and does not exist are one answer. */
const statusOf: Readonly<Partial<Record<Refusal, number>>> = {
  'no collaboration here': 403,
  'not a member': 403,
  'only integration managers': 403,
  'no such results': 404,
  'Teams does not answer': 503,
  'unknown organisation': 404,
  'not on the roster': 404,
  'set-up incomplete': 400,
  'looks like patient data': 400,
  'only own organisation': 403,
  'text too long': 400,
};

const titles: Readonly<Partial<Record<number, string>>> = { 403: 'Forbidden', 404: 'Not Found' };

const channelParameter = z.object({
  channel: z
    .string()
    .min(1)
    .max(200)
    .regex(/^\P{Cc}+$/u),
});

/** Signs in, calls, answers. Every refusal is a problem body with one plain sentence. */
export const tabApi = ({ use, readToken, log }: Needs) => {
  const signedIn =
    (
      answer: (person: Person, request: Request, language: Language) => Promise<unknown>,
      headers: Readonly<Record<string, string>> = {},
    ) =>
    async (request: Request, response: Response): Promise<void> => {
      const language = languageAsked(request);
      try {
        const token = await readToken(request.headers.authorization);
        if (token.is === 'keys unavailable') sendProblem(response, language, 503, 'Service Unavailable', 'api.unavailable');
        else if (token.is === 'refused') sendProblem(response, language, 401, 'Unauthorized', 'api.unauthorized');
        else send(response, 200, await answer(token.person, request, language), headers);
      } catch (fault) {
        if (fault instanceof Refused) {
          const status = statusOf[fault.reason] ?? 409;
          sendProblem(response, language, status, titles[status] ?? 'Refused', `refused.${fault.reason}`);
          return;
        }
        if (fault instanceof BadRequest) {
          sendProblem(response, language, 400, 'Bad Request', 'api.notUnderstood');
          return;
        }
        if (fault instanceof ImportRefused) {
          const { status, title, sentence, report } = fault;
          sendProblem(response, language, status, title, sentence, report && { report });
          return;
        }
        if (fault instanceof NotTaken) {
          sendProblem(response, language, fault.status, fault.title, fault.sentence, fault.more);
          return;
        }
        log.error({ fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }, 'an API request failed');
        sendProblem(response, language, 500, 'Internal Server Error', 'api.failed');
      }
    };

  const channelOf = (request: Request): string => {
    const read = channelParameter.safeParse(request.params);
    if (!read.success) throw new Refused('no collaboration here');
    return read.data.channel;
  };
  const importRound = importApi(use);
  const noteExport = exportApi(use);
  const manage = manageApi(use);
  const rounds = roundApi(use);
  const about = aboutApi(use);
  const inChannel = (answer: (who: InChannel, request: Request, language: Language) => Promise<unknown>) =>
    signedIn(async (person, request, language) => {
      const channel = channelOf(request);
      const collaboration = await use.enterChannel(channel, person);
      return await answer({ collaboration, person, language, channel }, request, language);
    });

  return {
    overview: signedIn(async (person, request) => use.readOverview(await use.enterChannel(channelOf(request), person), person)),
    myData: signedIn(async (person, request) => use.exportMyData(await use.enterChannel(channelOf(request), person), person), {
      'content-disposition': 'attachment; filename="my-data.json"',
    }),
    noteExport: signedIn((person, request) => noteExport(channelOf(request), person, request.body)),
    manage: {
      setUp: inChannel(manage.setUp),
      purpose: inChannel(manage.purpose),
      organisations: inChannel(manage.organisations),
      practical: inChannel(manage.practical),
      people: inChannel(manage.people),
      correct: inChannel(manage.correct),
      plan: inChannel(rounds.plan),
      launch: inChannel(rounds.launch),
      close: inChannel(rounds.close),
    },
    about: { read: inChannel(about.read), write: inChannel(about.write) },
    importRound: signedIn((person, request, language) => importRound(channelOf(request), person, request, language)),
  };
};
