import { setTimeout as pause } from 'node:timers/promises';
import type { How } from '../../local/faults.ts';
import { chance } from '../domain/scoring/rounds.ts';
import { layBed, startServer } from './bed.ts';
import type { Engine } from './bed.ts';
import { startClients, untilKept } from './clients.ts';
import { untilQuiet, whatIsFound } from './found.ts';
import type { Row } from './found.ts';

/** Longer than the server waits for an answer. Milliseconds. */
const silence = 60_000;
/** A refusal puts a message off, for longer each time. */
const untilTriedAgain = 40_000;

const garbage = [
  '',
  '{',
  '<html>502 Bad Gateway</html>',
  '[]',
  'null',
  '{"id":{}}',
  '{"id":""}',
  '\u0000',
  '{"id":"' + 'x'.repeat(60_000) + '"}',
];

/** Teams answers two of three requests with 429, 500, 502, 503, a lost request, a lost answer, nothing at all, or garbage; then it is well again. */
export const connectorFails = async (engine: Engine, seconds: number, seed: number, file: string): Promise<Row> => {
  const { between } = chance(seed);
  const began = performance.now();
  const bed = await layBed({ engine, owners: Math.max(40, seconds * 20), channels: seconds * 10, file });
  const met = new Map<string, number>();
  const faults: readonly (readonly [string, () => How])[] = [
    ['429', () => ({ status: 429, code: 'Throttled', retryAfter: between(0, 1) })],
    ['429 without a time', () => ({ status: 429, code: 'Throttled' })],
    ['500', () => ({ status: 500, code: 'ServiceError' })],
    ['502', () => ({ status: 502, code: 'BadGateway' })],
    ['503', () => ({ status: 503, code: 'ServiceUnavailable', retryAfter: 1 })],
    ['lost request', () => ({ lost: 'request' })],
    ['lost answer', () => ({ lost: 'answer' })],
    ['silence', () => ({ late: silence })],
    ['garbage', () => ({ garbage: garbage[between(0, garbage.length - 1)] ?? '' })],
  ];
  try {
    bed.teams.failBy(() => {
      const [name, how] = faults[between(0, Math.ceil(faults.length * 1.5))] ?? [];
      if (name !== undefined) met.set(name, (met.get(name) ?? 0) + 1);
      return how?.();
    });
    const server = await startServer(bed);
    const clients = startClients(bed, server.url, seed);
    await untilKept(clients, 30);
    await pause(seconds * 1_000);
    bed.teams.failBy(() => undefined);
    await pause(1_000);
    await clients.stop();
    await untilQuiet(bed, Math.min(untilTriedAgain, seconds * 1_000));
    await server.stop();
    return {
      ...{ fault: 'connector fails', engine, times: `${seconds} s` },
      ...(await whatIsFound(bed, clients)),
      seconds: Math.round((performance.now() - began) / 1_000),
      note: [...met].map(([name, times]) => `${times} ${name}`).join(', '),
    };
  } finally {
    await bed.remove();
  }
};
