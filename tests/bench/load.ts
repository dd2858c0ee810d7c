import { Agent, request } from 'node:http';

export type Shot = { readonly headers: Readonly<Record<string, string>>; readonly body: string };
export type Load = { readonly perSecond: number; readonly p50: number; readonly p99: number; readonly failed: number };

/** Sends `shots` one after the other on `concurrency` connections that stay open; loopback only, bounded by their number. Milliseconds. */
export const load = async (
  url: string,
  shots: readonly Shot[],
  concurrency: number,
  isGood: (status: number, text: string) => boolean,
): Promise<Load> => {
  const { hostname, port, pathname } = new URL(url);
  if (hostname !== '127.0.0.1') throw new Error('a bench stays on this machine');
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const times: number[] = [];
  let next = 0;
  let failed = 0;
  const fire = ({ headers, body }: Shot): Promise<void> =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      const sent = request(
        {
          hostname,
          port,
          path: pathname,
          method: 'POST',
          agent,
          headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            times.push(performance.now() - began);
            if (!isGood(response.statusCode ?? 0, Buffer.concat(chunks).toString('utf8'))) failed += 1;
            resolve();
          });
        },
      );
      sent.once('error', reject);
      sent.end(body);
    });
  const worker = async (): Promise<void> => {
    for (let shot = shots[next++]; shot !== undefined; shot = shots[next++]) await fire(shot);
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - began) / 1_000;
  agent.destroy();
  times.sort((one, other) => one - other);
  const quantile = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { perSecond: shots.length / seconds, p50: quantile(0.5), p99: quantile(0.99), failed };
};

export const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
