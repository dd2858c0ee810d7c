import type { EventEmitter } from 'node:events';
import { readImportedFile } from '../contracts/imported-file.ts';
import { jsonWithin } from '../contracts/json-within.ts';
import { importRequest, largestRequest } from '../contracts/round-import.ts';
import type { ImportReport } from '../contracts/round-import.ts';
import type { Language } from '../domain/collaboration.ts';
import type { UseCases } from '../usecases/all.ts';
import type { SignedIn } from '../usecases/gate.ts';
import { atHomeOnly } from '../usecases/gate.ts';
import { importRefused } from './import-refused.ts';
import { reportIn } from './import-report.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Leave } from './one-at-a-time.ts';
import { places } from './places.ts';
import { readBody } from './read-body.ts';
import type { Unread } from './read-body.ts';

/** What of a request is asked here. */
export type ImportSent = Unread & { readonly getQuery: () => string; readonly socket: EventEmitter };

/** The request around a file is a few levels deep and has a head. */
const jsonLimits = { deepest: 20, most: 1_000 };
/** 21 MB in this time is 7 Mbit/s; the server gives up on any request soon after. */
const bodyLimits = { most: largestRequest, withinMs: 25_000 };
/** Files in memory: 84 MB. A person's second one waits in their browser. */
const bodiesAtOnce = { inAll: 4, each: 1 };
/** Milliseconds. A large file takes seconds. */
const longestWait = 15_000;

const readWhole = async (request: Unread): Promise<Buffer> => {
  const body = await readBody(request, bodyLimits);
  if (Buffer.isBuffer(body)) return body;
  // Who hung up reads no answer.
  throw importRefused(body === 'too large' ? 413 : 408);
};

const given = (body: Buffer) => {
  const json = jsonWithin(body.toString('utf8'), jsonLimits);
  const read = importRequest.safeParse('value' in json ? json.value : undefined);
  if (!read.success) throw importRefused(400);
  return { file: readImportedFile(read.data), mapping: read.data.organisations };
};

/** Fires when the caller hangs up. The connection may have other requests afterwards: `forget`. */
const hangUp = (socket: EventEmitter) => {
  const controller = new AbortController();
  const abort = () => {
    controller.abort();
  };
  socket.once('close', abort);
  return { signal: controller.signal, forget: () => socket.off('close', abort) };
};

/**
 * A round collected elsewhere, as a file in the request. Nothing of the body is read before the person is known to be allowed. It is
 * read before its turn comes: who sends slowly holds a place among few, and nobody's turn.
 */
export const importApi = (use: Pick<UseCases, 'enterChannel' | 'importRound'>) => {
  const place = places(bodiesAtOnce);
  const turn = oneAtATime(longestWait);
  const orBusy = (leave: Leave | undefined): Leave => {
    if (leave === undefined) throw importRefused(503);
    return leave;
  };
  return async (channel: string, who: SignedIn, request: ImportSent, language: Language): Promise<ImportReport> => {
    const dryRun = new URLSearchParams(request.getQuery()).get('dryRun') ?? 'false';
    if (dryRun !== 'true' && dryRun !== 'false') throw importRefused(400);
    const { collaboration } = atHomeOnly(await use.enterChannel(channel, who));
    const { person } = who;
    const dry = dryRun === 'true';
    const held: Leave[] = [];
    const { signal, forget } = hangUp(request.socket);
    const inTurn = async () => {
      held.push(orBusy(place(`${person.tenantId} ${person.objectId}`)));
      const body = await readWhole(request);
      held.push(orBusy(await turn(signal)));
      return given(body);
    };
    try {
      const report = reportIn(language, await use.importRound({ collaboration, person }, inTurn, dry));
      if (report.outcome === 'wrong' && !dry) throw importRefused(422, report);
      return report;
    } finally {
      forget();
      for (const leave of held) leave();
    }
  };
};
