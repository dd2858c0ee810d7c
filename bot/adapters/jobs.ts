import { fromKysely, PgBoss, type ConstructorOptions, type JobResult, type QueueOptions } from 'pg-boss';
import { z } from 'zod';
import type { Log } from '../ports/clock.ts';
import type { Job, Jobs } from '../ports/jobs.ts';
import type { Unit } from '../ports/unit.ts';
import type { Trx } from './store/transaction.ts';

export type Queue = Jobs & {
  /** As `Unit.enqueue`, in the transaction of a unit. `onceWithinSeconds` is for jobs that are merged; it is also how long one waits. */
  readonly enqueue: (trx: Trx, ...job: Parameters<Unit['enqueue']>) => Promise<void>;
};

const collaboration = z.uuid();
/** A job may have been written by an older version of the app: it is read as anything else that comes from outside. */
const jobShape = z.discriminatedUnion('name', [
  z.object({ name: z.literal('deliver'), collaboration, delivery: z.int() }),
  z.object({ name: z.literal('refresh survey card'), collaboration, round: z.int() }),
  z.object({ name: z.literal('remind'), collaboration, round: z.int(), day: z.iso.date() }),
  z.object({ name: z.literal('nudge'), collaboration }),
  z.object({ name: z.literal('digest'), collaboration }),
  z.object({ name: z.literal('open survey'), collaboration, meeting: z.int(), version: z.int() }),
  z.object({ name: z.literal('plan meetings'), collaboration }),
  z.object({ name: z.enum(['ask for updates', 'brief']), collaboration, meeting: z.int(), day: z.iso.date() }),
  z.object({ name: z.literal('tell since'), collaboration, meeting: z.int() }),
  z.object({ name: z.literal('close round'), collaboration, round: z.int() }),
  z.object({ name: z.literal('close copies'), collaboration, round: z.int(), last: z.int() }),
  z.object({ name: z.literal('forget answers'), collaboration, round: z.int() }),
  z.object({ name: z.literal('forget order'), collaboration, round: z.int() }),
  z.object({ name: z.literal('forget silent texts'), collaboration, meeting: z.int(), area: z.int() }),
  z.object({ name: z.literal('close check-out'), collaboration, meeting: z.int() }),
  z.object({ name: z.literal('show check-out'), collaboration, meeting: z.int() }),
  z.object({ name: z.literal('leave channel'), collaboration, channel: z.string() }),
]) satisfies z.ZodType<Job>;
type ReadJob = z.infer<typeof jobShape>;

/** Pauses of 2, 4, 8 ... seconds up to a quarter of an hour, for about four hours; a worker that died is noticed after a minute or two. */
const patience: QueueOptions = {
  retryLimit: 24,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 900,
  heartbeatSeconds: 30,
  // The longest there is. Up to twenty jobs are taken at once; those done one after another may take long, and after a quarter of an hour, which is usual, one that
  // is still at work would be begun a second time. A worker that died is noticed by its heartbeat.
  expireInSeconds: 86_400,
};

/**
 * For jobs that go through all answers of a round, and that nothing would ask for again; they may lie months or years ahead. pg-boss
 * counts the two weeks it keeps a waiting job from the job's own time, so one that lies ahead is safe, but not one whose time came while
 * the server was away, nor one that has failed for four hours: ten years, and once a day for a year. While the embedded database works
 * on one large statement it takes no heartbeat, so a worker is held for dead after ten minutes only; else another would begin the same
 * beside it.
 */
const long: QueueOptions = {
  retentionSeconds: 315_360_000,
  retryLimit: 400,
  retryDelayMax: 86_400,
  heartbeatSeconds: 600,
};

/**
 * Their pg-boss queues. Seconds between looks for work (pg-boss allows no less than 0.5), how many workers look, and how many jobs each
 * takes at once. `sideBySide`: what is taken together is not done one after another. A message waits most of its time for Teams: 80 under
 * way keep up 50 requests a second where an answer takes half a second.
 * `merge`: at most one job of a round (of nudges and digests: of a collaboration) waits; asking again while it waits is that job. `more`: what is not as `patience` says.
 */
type OneQueue = {
  queue: string;
  look: number;
  workers: number;
  take: number;
  sideBySide?: true;
  merge: boolean;
  more?: QueueOptions;
};

/** What the clock does about meetings is little: one queue for all of it. */
const meetings: OneQueue = { queue: 'meeting', look: 1, workers: 1, take: 10, merge: false, more: long };

const queues: Readonly<Record<Job['name'], OneQueue>> = {
  deliver: { queue: 'deliver', look: 0.5, workers: 4, take: 20, sideBySide: true, merge: false },
  'refresh survey card': { queue: 'refresh-survey-card', look: 0.5, workers: 1, take: 10, merge: true },
  remind: { queue: 'remind', look: 2, workers: 1, take: 10, merge: false },
  nudge: { queue: 'nudge', look: 1, workers: 1, take: 10, merge: true, more: long },
  digest: { queue: 'digest', look: 5, workers: 1, take: 10, merge: true, more: long },
  'close round': { queue: 'close-round', look: 1, workers: 1, take: 10, merge: false, more: long },
  'forget order': { queue: 'forget-order', look: 1, workers: 1, take: 10, merge: false, more: long },
  'close copies': { queue: 'close-copies', look: 1, workers: 1, take: 10, merge: false },
  'forget answers': { queue: 'forget-answers', look: 5, workers: 1, take: 10, merge: true, more: long },
  'leave channel': { queue: 'leave-channel', look: 1, workers: 1, take: 10, merge: false, more: long },
  'open survey': meetings,
  'plan meetings': { queue: 'plan-meetings', look: 5, workers: 1, take: 10, merge: true, more: long },
  'ask for updates': meetings,
  brief: meetings,
  'tell since': meetings,
  'close check-out': meetings,
  'show check-out': meetings,
  'forget silent texts': meetings,
};
const allQueues = [...new Set(Object.values(queues))];

type Waiting = { readonly id: string; readonly data: unknown };

/** The id of no job. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** How long `stop` waits for the jobs at work, in milliseconds. */
const longestStop = 20_000;

/** Jobs can be put into the queue from here on; they are worked on after `start`. `stop` ends both. */
export const openQueue = async (place: ConstructorOptions, log: Log): Promise<Queue> => {
  const boss = new PgBoss({ ...place, schema: 'pgboss', createSchema: false, schedule: false });
  boss.on('error', (error) => {
    log.error({ message: error.message }, 'The job queue met an error');
  });
  boss.on('warning', (warning) => {
    log.warn({ message: warning.message }, 'The job queue warns');
  });
  await boss.start();
  for (const { queue, merge, more } of allQueues) {
    await boss.createQueue(queue, { ...patience, ...more, policy: merge ? 'short' : 'standard' });
    await boss.updateQueue(queue, { ...patience, ...more });
    // Any question makes pg-boss remember the queue. It must: asked for the first time inside a transaction of the embedded
    // database, it would wait for that transaction, and the transaction for it.
    await boss.findJobs(queue, { id: nobody });
  }

  let stopping = false;
  const done = async (handle: (job: Job) => Promise<void>, { id, data }: Waiting): Promise<JobResult> => {
    try {
      await handle(jobShape.parse(data));
      return { id, status: 'completed' };
    } catch (error) {
      log.error({ job: data, message: messageOf(error) }, 'A job failed and will be tried again');
      return { id, status: 'failed', output: { message: messageOf(error) } };
    }
  };
  const workOn =
    (handle: (job: Job) => Promise<void>, sideBySide: boolean) =>
    async (jobs: readonly Waiting[]): Promise<JobResult[]> => {
      if (sideBySide) return await Promise.all(jobs.map((job) => done(handle, job)));
      const results: JobResult[] = [];
      for (const job of jobs) {
        // What is left out here is tried again later.
        if (stopping) break;
        results.push(await done(handle, job));
      }
      return results;
    };

  return {
    enqueue: async (trx, wanted, { after, onceWithinSeconds } = {}) => {
      // The compiler refuses a job that could be put in here, and not be read when it comes out.
      const job: ReadJob = wanted;
      const { queue, merge } = queues[job.name];
      const inTransaction = { db: fromKysely(trx) };
      const start = after ?? onceWithinSeconds;
      const startAfter = start === undefined ? {} : { startAfter: start };
      if (!merge) {
        await boss.send(queue, job, { ...inTransaction, ...startAfter });
        return;
      }
      const key = { singletonKey: keyOf(job), ...inTransaction };
      // Takes the lock of the waiting job: it does not start before what this transaction did is there to be seen, so the last
      // request is never lost. Within the window it keeps its time; asked for without one, it comes forward.
      const join = async (): Promise<boolean> =>
        (await boss.update(queue, job, { ...key, ...(onceWithinSeconds === undefined ? { startAfter: start ?? 0 } : {}) }))
          .updated > 0;
      if (await join()) return;
      if ((await boss.send(queue, job, { ...key, ...startAfter })) !== null) return;
      // Somebody else put one there in between, or the one we waited for has begun: then this is the next.
      if (!(await join())) await boss.send(queue, job, { ...key, ...startAfter });
    },
    start: async (handle) => {
      for (const { queue, look, workers, take, sideBySide = false } of allQueues) {
        const options = { pollingIntervalSeconds: look, localConcurrency: workers, batchSize: take, burstWhenBatchFull: true };
        await boss.work(queue, { ...options, perJobResults: true }, workOn(handle, sideBySide));
      }
    },
    stop: async () => {
      stopping = true;
      await boss.stop({ graceful: true, timeout: longestStop });
    },
  };
};

/** What is merged: the same kind of job for the same round, the same delivery, or else the same collaboration. */
const keyOf = (job: Job): string => {
  if ('delivery' in job) return `${job.collaboration}/${job.delivery}`;
  if ('round' in job) return `${job.collaboration}/${job.round}`;
  return 'meeting' in job ? `${job.collaboration}/${job.meeting}` : job.collaboration;
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
