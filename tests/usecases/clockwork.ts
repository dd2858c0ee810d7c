import { randomUUID } from 'node:crypto';
import assert from 'node:assert/strict';
import { instruments } from '../../bot/adapters/instruments.ts';
import { calendar } from '../../bot/adapters/calendar.ts';
import { recurrence } from '../../bot/adapters/recurrence.ts';
import type { OpenStore } from '../../bot/adapters/store/open.ts';
import type { CollaborationId, Person, Role } from '../../bot/domain/collaboration.ts';
import type { Message } from '../../bot/domain/message.ts';
import { workOnJobs } from '../../bot/handlers/clock.ts';
import type { Job } from '../../bot/ports/jobs.ts';
import type { Store } from '../../bot/ports/store.ts';
import type { Unit } from '../../bot/ports/unit.ts';
import type { Address, Directory, Messenger, Sent } from '../../bot/ports/teams.ts';
import { useCases } from '../../bot/usecases/all.ts';
import type { Caller } from '../../bot/usecases/gate.ts';
import { silentLog } from '../store-engines.ts';

export const tenant = '11111111-1111-4111-8111-111111111111';
export type Post = { readonly at: Date; readonly address: Address; readonly message: Message };

/** The real store under a clock that only the test moves: jobs wait here, and are worked on when their time comes. */
export const clockwork = (opened: OpenStore, start: Date, settings: { retentionMonths?: number } = {}) => {
  let now = start;
  const channel = `19:${randomUUID()}@thread.tacv2`;
  const waiting: { job: Job; due: Date }[] = [];
  const posts: Post[] = [];
  const updates: (Post & { readonly place: Parameters<Messenger['update']>[0] })[] = [];
  const notes: { what: string; by: string | undefined; facts: object }[] = [];
  const outside: Set<string> = new Set();
  let answers: Sent[] = [];

  const watched = (unit: Unit, asked: { job: Job; due: Date }[]): Unit => ({
    ...unit,
    enqueue: (job, { after, onceWithinSeconds = 0 } = {}) => {
      // One waits for each collaboration, as in the queue.
      const same = waiting.findIndex(
        (one) => one.job.name === 'digest' && job.name === 'digest' && one.job.collaboration === job.collaboration,
      );
      if (same >= 0) waiting.splice(same, 1);
      asked.push({ job, due: after ?? new Date(now.getTime() + onceWithinSeconds * 1_000) });
      return Promise.resolve();
    },
    note: (what, person, facts, ...when) => {
      notes.push({ what, by: person?.objectId, facts });
      return unit.note(what, person, facts, ...when);
    },
  });
  const store: Store = {
    ...opened.store,
    createCollaboration: async (wish, founder, begin) => {
      const asked: { job: Job; due: Date }[] = [];
      const created = await opened.store.createCollaboration(wish, founder, begin && ((unit) => begin(watched(unit, asked))));
      waiting.push(...asked);
      return created;
    },
    within: async (collaboration, work) => {
      const asked: { job: Job; due: Date }[] = [];
      const result = await opened.store.within(collaboration, (unit) => work(watched(unit, asked)));
      waiting.push(...asked);
      return result;
    },
  };
  const sent = (): Sent => answers.shift() ?? { outcome: 'sent', conversation: channel, activity: String(posts.length) };
  const messenger: Messenger = {
    ready: () => Promise.resolve(),
    post: (address, message) => {
      posts.push({ at: now, address, message });
      return Promise.resolve(sent());
    },
    update: (place, message) => {
      updates.push({ at: now, place, address: { to: 'channel', tenantId: tenant, channel }, message });
      return Promise.resolve(sent());
    },
  };
  const directory: Directory = {
    tenantOf: () => Promise.resolve({ tenant }),
    isInChannel: (_tenant, where, { objectId }) =>
      Promise.resolve(!outside.has(objectId) && !outside.has(`${where} ${objectId}`)),
  };
  const use = useCases({
    store,
    pseudonyms: opened.pseudonyms,
    directory,
    messenger,
    clock: () => now,
    calendar,
    recurrence,
    instruments,
    log: silentLog,
    retentionMonths: 24,
    ...settings,
  });
  const work = workOnJobs(use);

  const caller = (person: Person, name: string, from: string | undefined = channel): Caller => ({
    person,
    name,
    teamsUserId: `29:${person.objectId}`,
    channel: from,
    tenantId: tenant,
    language: undefined,
  });
  const somebody = (name: string): Caller => caller({ tenantId: tenant, objectId: randomUUID() }, name);

  return {
    use,
    store,
    posts,
    updates,
    /** What was written into the audit log, or asked to be. */
    notes,
    waiting,
    outside,
    /** Teams says that this person is not in that channel. */
    notIn: (where: string, { objectId }: Person) => {
      outside.add(`${where} ${objectId}`);
    },
    channel,
    caller,
    somebody,
    now: () => now,
    /** The next sends end so. */
    sends: (...outcomes: Sent[]) => {
      answers = outcomes;
    },
    work,
    /** Moves the clock to `until`, doing each job when its time has come; bounded. */
    runUntil: async (until: Date): Promise<void> => {
      for (let jobs = 0; jobs < 2_000; jobs += 1) {
        waiting.sort((one, other) => one.due.getTime() - other.due.getTime());
        const next = waiting[0];
        if (next === undefined || next.due > until) break;
        waiting.shift();
        if (next.due > now) now = next.due;
        await work(next.job);
      }
      now = until;
    },
    moveTo: (at: Date) => {
      now = at;
    },
  };
};
export type Clockwork = ReturnType<typeof clockwork>;

export type Sample = { readonly id: CollaborationId; readonly founder: Caller; readonly leaders: readonly Caller[] };

/** A collaboration of organisations named "Sample 1", "Sample 2" ..., each with so many leaders; the first leader set it up. */
export const sampleOf = async (
  clock: Clockwork,
  counts: readonly number[],
  wish: { zone?: string; nextMeeting: string },
): Promise<Sample> => {
  const founder = clock.somebody('Sample 1 leader 1');
  const organisations = counts.map((_, index) => `Sample ${index + 1}`).join('\n');
  const { zone = 'Europe/Oslo', nextMeeting } = wish;
  const { id } = await clock.use.setUpCollaboration(founder, {
    purpose: 'A sample',
    organisations,
    nextMeeting,
    language: 'en',
    zone,
  });
  const leaders: Caller[] = [];
  for (const [index, count] of counts.entries()) {
    for (let number = 1; number <= count; number += 1) {
      const leader = index === 0 && number === 1 ? founder : clock.somebody(`Sample ${index + 1} leader ${number}`);
      leaders.push(leader);
      await join(clock, id, leader, index + 1, 'leader');
    }
  }
  return { id, founder, leaders };
};

/** The meeting of set-up goes without the survey that it is planned with: nobody is asked, and reminded, meanwhile. */
export const leaveSurveyOut = (clock: Clockwork, { id, founder }: Pick<Sample, 'id' | 'founder'>): Promise<void> =>
  clock.use.setSurvey({ ...founder, collaboration: id }, 1, 1, undefined);

export const join = (clock: Clockwork, id: CollaborationId, who: Caller, organisation: number, role: Role) =>
  clock.use.chooseOrganisation({ ...who, collaboration: id }, { organisation, role });

/** Answers every question with `value`. */
export const answerAll = async (clock: Clockwork, id: CollaborationId, who: Caller, round = 1, value = 3): Promise<void> => {
  let view = await clock.use.survey.open({ ...who, collaboration: id }, round);
  for (let page = 0; view.is === 'page' && page < 30; page += 1) {
    const given = Object.fromEntries(view.questions.map(({ id: question }) => [question, value]));
    view = await clock.use.survey.record({ ...who, collaboration: id }, round, {
      target: view.partner.id,
      notWorkingTogether: false,
      given,
    });
  }
  assert.equal(view.is, 'thanks');
};
