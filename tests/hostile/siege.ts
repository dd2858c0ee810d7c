import { Agent, request } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { anyCase } from './cases.ts';
import type { Case, Kind } from './cases.ts';
import type { Target } from './target.ts';

const batch = 1_000;
const atOnce = 12;
/** Milliseconds; a request that takes longer counts as one that got no answer. */
const patience = 60_000;
/** What may lie between two looks at the heap after everything unused was thrown away: caches of bounded size, in bytes. */
export const mostGrowth = 24 * 2 ** 20;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heapAfterCollection = async (): Promise<number> => {
  for (let times = 0; times < 3; times += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    collect();
  }
  return process.memoryUsage().heapUsed;
};

type Answer = { readonly status: number; readonly text: string };
export type Found = {
  readonly cases: number;
  readonly byKind: Readonly<Record<string, number>>;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly mustRefuse: number;
  /** What should not have happened, in words, with the request; the first hundred. */
  readonly wrong: readonly string[];
  /** Rows that were stored by requests that had to be refused, by table. */
  readonly stored: Readonly<Record<string, number>>;
  readonly heapGrowth: number;
  readonly crashes: number;
  readonly seconds: number;
};

let senders = 0;
/** Each request comes from somebody else: who has a hundred refused is turned away at the door, and tries nothing behind it. */
const nextSender = (): string => {
  senders += 1;
  return `10.${(senders >> 16) & 255}.${(senders >> 8) & 255}.${senders & 255}`;
};

const send = (url: string, agent: Agent, one: Case): Promise<Answer> =>
  new Promise((resolve) => {
    const { method, path, authorization, body } = one;
    const { hostname, port } = new URL(url);
    const headers = {
      'accept-language': 'nb',
      'x-forwarded-for': nextSender(),
      ...(authorization === undefined ? {} : { authorization }),
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    };
    const sent = request({ hostname, port, path, method, agent, headers, timeout: patience }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += text.length < 20_000 ? part : ''));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text });
      });
      response.once('error', none);
    });
    const none = (fault: Error & { code?: string }): void => {
      // A connection that lay open was closed in the very moment in which it was used again: nothing has been read of this.
      if (fault.code === 'ECONNRESET' && sent.reusedSocket) resolve(send(url, agent, one));
      else resolve({ status: 0, text: fault.message });
    };
    sent.once('error', none);
    sent.once('timeout', () => sent.destroy(new Error('no answer in time')));
    sent.end(body);
  });

/** What an answer may not give away: where the code stands, or the words of the database. */
const telling = /node_modules|\bat .+\.(ts|js):\d|PGlite|violates|syntax error at|Cannot read prop/;

const misbehaved = (one: Case, { status, text }: Answer): string | undefined => {
  if (status === 0) return `no answer (${text})`;
  if (status >= 500 || status === 429) return `status ${status}`;
  if (telling.test(text)) return 'an answer that tells of the inside';
  if (one.path === '/api/messages') {
    // What failed unexpectedly says so in this sentence, with status 200.
    if (text.includes('Noe gikk galt') || text.includes('Something went wrong')) return 'an activity failed';
    return undefined;
  }
  if (one.mustRefuse && status < 400 && !one.path.includes('dryRun=true') && one.kind !== 'api address') return 'was not refused';
  return undefined;
};

/** Sends so many generated requests: those that must be refused first, then all others; the same seed makes the same ones. */
export const siege = async (
  target: Target,
  cases: number,
  seed: number,
  say: (line: string) => void = () => undefined,
): Promise<Found> => {
  const began = performance.now();
  const { app, teams } = target;
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const wrong: string[] = [];
  const byKind: Record<string, number> = {};
  const byStatus: Record<string, number> = {};
  let crashes = 0;
  const crash = (fault: unknown): void => {
    crashes += 1;
    wrong.push(
      `the process would have ended: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`.slice(0, 2_000),
    );
  };
  process.on('uncaughtException', crash).on('unhandledRejection', crash);
  const count = (where: Record<string, number>, what: string): void => {
    where[what] = (where[what] ?? 0) + 1;
  };
  const fire = async (one: Case): Promise<void> => {
    const answer = await send(app.url, agent, one);
    count(byKind, one.kind satisfies Kind);
    count(byStatus, String(answer.status));
    const what = misbehaved(one, answer);
    if (what !== undefined && wrong.length < 100)
      wrong.push(`${what}: ${one.method} ${one.path} ${(one.body ?? '').slice(0, 1_500)} -> ${answer.text.slice(0, 300)}`);
  };
  /** Files one after another: of one person's, a second waits its turn, as it should. */
  const fireAll = async (list: readonly Case[]): Promise<void> => {
    const files = list.filter(({ kind }) => kind === 'round file');
    const others = list.filter(({ kind }) => kind !== 'round file');
    let next = 0;
    const lane = async (): Promise<void> => {
      for (let one = others[next++]; one !== undefined; one = others[next++]) await fire(one);
    };
    const fileLane = async (): Promise<void> => {
      for (const one of files) await fire(one);
    };
    await Promise.all([...Array.from({ length: atOnce - 1 }, lane), fileLane()]);
    // The stand-in keeps what it was sent; that is not the app's memory.
    teams.state.messages.length = 0;
  };
  const arbitrary = anyCase(target);
  const batches = Math.ceil(cases / batch);
  const casesOf = (at: number): readonly Case[] =>
    fc.sample(arbitrary, { seed: seed + at, numRuns: Math.min(batch, cases - at * batch) });
  let mustRefuse = 0;
  let heap: number | undefined;
  try {
    // What everything needs once is there before it is measured.
    await fireAll(fc.sample(arbitrary, { seed: seed - 1, numRuns: Math.min(batch, cases) }).filter((one) => one.mustRefuse));
    const before = await target.rows();
    for (let at = 0; at < batches; at += 1) {
      const refused = casesOf(at).filter((one) => one.mustRefuse);
      mustRefuse += refused.length;
      await fireAll(refused);
      heap ??= await heapAfterCollection();
      if (at % 10 === 9) say(`to be refused: ${at + 1} of ${batches} thousand`);
    }
    const after = await target.rows();
    const stored = Object.fromEntries(
      Object.entries(after).flatMap(([table, rows]) => (rows === before[table] ? [] : [[table, rows - (before[table] ?? 0)]])),
    );
    for (let at = 0; at < batches; at += 1) {
      await fireAll(casesOf(at).filter((one) => !one.mustRefuse));
      if (at % 10 === 9) say(`the others: ${at + 1} of ${batches} thousand`);
    }
    const heapGrowth = (await heapAfterCollection()) - (heap ?? 0);
    return {
      ...{ cases, byKind, byStatus, mustRefuse, wrong, stored, heapGrowth, crashes },
      seconds: Math.round((performance.now() - began) / 1_000),
    };
  } finally {
    process.off('uncaughtException', crash).off('unhandledRejection', crash);
    agent.destroy();
  }
};
