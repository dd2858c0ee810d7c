import type { Request } from 'restify';
import { readImportedFile } from '../contracts/imported-file.ts';
import { jsonWithin } from '../contracts/json-within.ts';
import { importRequest, largestRequest } from '../contracts/round-import.ts';
import type { ImportReport } from '../contracts/round-import.ts';
import type { Language, Person } from '../domain/collaboration.ts';
import type { UseCases } from '../usecases/all.ts';
import { reportIn } from './import-report.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { readBody } from './read-body.ts';

const titles = { 400: 'Bad Request', 413: 'Payload Too Large', 422: 'Unprocessable Entity' } as const;
const sentences = { 400: 'api.notUnderstood', 413: 'api.tooLarge', 422: 'api.fileWrong' } as const;

/** The request is refused for what it sends: nothing was stored. `report`: all that is wrong with its file. */
export class ImportRefused extends Error {
  readonly status: keyof typeof titles;
  readonly report: ImportReport | undefined;
  constructor(status: keyof typeof titles, report?: ImportReport) {
    super(`import refused with ${status}`);
    this.name = 'ImportRefused';
    this.status = status;
    this.report = report;
  }
  get title() {
    return titles[this.status];
  }
  get sentence() {
    return sentences[this.status];
  }
}

/** The request around a file is a few levels deep and has a head. */
const bodyLimits = { deepest: 20, most: 1_000 };

const given = async (request: Request) => {
  const body = await readBody(request, largestRequest);
  if (body === undefined) throw new ImportRefused(413);
  const json = jsonWithin(body, bodyLimits);
  const read = importRequest.safeParse('value' in json ? json.value : undefined);
  if (!read.success) throw new ImportRefused(400);
  return { file: readImportedFile(read.data), mapping: read.data.organisations };
};

/** A round collected elsewhere, as a file in the request. Nothing of the body is read before the person is known to be allowed. */
export const importApi = (use: UseCases) => {
  const inTurn = oneAtATime();
  return async (channel: string, person: Person, request: Request, language: Language): Promise<ImportReport> => {
    const dryRun = new URLSearchParams(request.getQuery()).get('dryRun') ?? 'false';
    if (dryRun !== 'true' && dryRun !== 'false') throw new ImportRefused(400);
    const collaboration = await use.enterChannel(channel, person);
    const dry = dryRun === 'true';
    const imported = await inTurn(() => use.importRound({ collaboration, person }, () => given(request), dry));
    const report = reportIn(language, imported);
    if (report.outcome === 'wrong' && !dry) throw new ImportRefused(422, report);
    return report;
  };
};
