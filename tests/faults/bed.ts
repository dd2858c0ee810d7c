import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { calendar } from '../../bot/adapters/calendar.ts';
import { instruments } from '../../bot/adapters/instruments.ts';
import { recurrence } from '../../bot/adapters/recurrence.ts';
import { openStore } from '../../bot/adapters/store/open.ts';
import { agreed } from '../../bot/domain/actions/agreeing.ts';
import type { CollaborationId } from '../../bot/domain/collaboration.ts';
import { sendDueNudges } from '../../bot/usecases/actions/send-due-nudges.ts';
import { wakeForNudges } from '../../bot/usecases/actions/people.ts';
import { useCases } from '../../bot/usecases/all.ts';
import { homeTenant, sampleAppId } from '../../local/sample.ts';
import { startTeams } from '../../local/server.ts';
import type { Person } from '../../local/state.ts';
import { scratchDatabase } from '../bench/scratch-database.ts';
import { copiedFolder, masterKey, silentLog } from '../store-engines.ts';
import { isOwner, peopleFor } from './people.ts';
import { serverProcess } from './process.ts';

export type Engine = 'embedded' | 'server';
export const administrator = process.env['TEST_DATABASE_URL'];
export const zone = 'Europe/Oslo';
const botSecret = 'a secret for faults';

/**
 * The day on which actions are due. The queue goes by the clock of its database: a server's is this machine's, so the app's must not be
 * ahead of it; the embedded one's goes with the app's.
 */
const dayFor = (engine: Engine): string => {
  const today = calendar.dateOf(new Date(), zone);
  const away = engine === 'server' ? [-1, -2, -3, -4, -5, -6, -7] : [1, 2, 3, 4, 5, 6, 7];
  return away.map((days) => calendar.plusDays(today, days)).find((date) => calendar.isWorkingDay(date, zone)) ?? today;
};

export type Wish = {
  readonly engine: Engine;
  /** As many people have one action each that is due. */
  readonly owners: number;
  /** Channels that somebody sets the app up in while faults happen. */
  readonly channels: number;
  /** The app's clock when servers begin, on the day on which actions are due; `10:00`, when they are, unless told otherwise. */
  readonly begins?: string;
  /** Where the embedded database lies, in place of a folder of its own. */
  readonly folder?: string;
  /** The file of server.ts. */
  readonly file: string;
};

const founderKey = 'hospital-trust-leader-1';

/** One collaboration with an open survey whose card and copies wait to be sent, and nudges that are due; nobody has begun to work on it. */
const fill = async (
  teams: Awaited<ReturnType<typeof startTeams>>,
  { databaseUrl, folder }: { readonly databaseUrl?: string; readonly folder: string },
  { now, day, claimed }: { readonly now: Date; readonly day: string; readonly claimed: boolean },
): Promise<CollaborationId> => {
  const place = databaseUrl === undefined ? { folder } : { folder, databaseUrl };
  const opened = await openStore({ ...place, log: silentLog, masterKey });
  const { store, pseudonyms, installations } = opened;
  const { organisations, people, team } = teams.state;
  const home = team.channels.find(({ name }) => name === 'Partner leaders')?.id ?? '';
  const personOf = ({ tenant, aadObjectId }: Person) => ({ tenantId: tenant, objectId: aadObjectId });
  const asMember = (person: Person) => ({
    ...{ ...personOf(person), name: person.name, teamsUserId: person.botSpecificId },
    organisation: organisations.findIndex(({ key }) => key === person.organisation) + 1,
    role: isOwner(person) ? ('employee' as const) : ('leader' as const),
  });
  const founder = teams.person(founderKey);
  const reference = { serviceUrl: teams.serviceUrl, bot: { id: `28:${teams.world.botId}`, name: 'Common Ground' } };
  await installations.add(`_${homeTenant}_${home}`, { ...reference, conversation: { id: home, tenantId: homeTenant } }, true);
  const id = await store.createCollaboration(
    {
      ...{ purpose: 'A sample', organisations: organisations.map(({ name }) => name), language: 'en', zone },
      ...{ nextMeeting: '2099-01-12', homeTenant, homeChannel: home },
    },
    asMember(founder),
  );
  if (id === 'channel taken') throw new Error('the database is not empty');
  const agreedOn = calendar.plusDays(day, -60);
  const long = calendar.instantOf(agreedOn, '10:00', zone);
  const next = calendar.instantOf(day, '09:00', zone);
  await store.within(id, async (unit) => {
    for (const person of people) {
      const member = await unit.members.put(asMember(person));
      if (!isOwner(person)) continue;
      const wish = { text: 'A sample', kind: 'quick win', due: day, source: { from: 'by hand' } } as const;
      const owners = [{ organisation: member.organisation ?? 1, member: member.id }];
      const action = agreed(calendar, { ...wish, owners }, { now: long, today: agreedOn, by: member.id });
      if (typeof action === 'string') throw new Error(action);
      await unit.actions.agree(action, person.key, { what: 'agreed', at: long, was: {}, is: {} }, next);
    }
    if (!claimed) await wakeForNudges(unit, id);
  });
  const clock = () => now;
  const nothing = () => Promise.resolve({ outcome: 'unknown' } as const);
  const use = useCases({
    ...{ store, pseudonyms, clock, calendar, recurrence, instruments, log: silentLog, retentionMonths: 24 },
    messenger: { ready: () => Promise.resolve(), post: nothing, update: nothing },
    directory: { tenantOf: () => Promise.resolve('unknown'), isInChannel: () => Promise.resolve('unknown') },
  });
  const caller = {
    ...{ person: personOf(founder), name: founder.name, teamsUserId: founder.botSpecificId, channel: home },
    ...{ tenantId: homeTenant, language: undefined, collaboration: id },
  };
  const wish = { instrument: 'relational', questions: [], audience: ['leader'], k: 3 } as const;
  await use.launchRound(caller, { ...wish, closingDate: calendar.plusDays(day, 14) });
  // Claimed beforehand: that is one transaction for each hundred, longer than many of these servers live.
  if (claimed)
    for (let hundred = 0; hundred * 100 < people.length; hundred += 1) await sendDueNudges({ store, calendar, clock })(id);
  await opened.close();
  return id;
};

/** Teams on this machine, a database with everything that waits to be done, and servers as processes that are started as they are wanted. */
export const layBed = async ({ engine, owners, channels, begins = '10:00', file, folder: wished }: Wish) => {
  const botId = randomUUID();
  const teams = await startTeams({ botId, botTenantId: homeTenant, botSecret, people: peopleFor(owners, channels) });
  const scratch = engine === 'server' && administrator !== undefined ? await scratchDatabase(administrator) : undefined;
  const folder = wished ?? (scratch === undefined ? await copiedFolder() : 'not used');
  if (wished !== undefined) mkdirSync(wished, { recursive: true });
  const day = dayFor(engine);
  const now = calendar.instantOf(day, begins, zone);
  const ahead = now.getTime() - Date.now();
  const place = scratch === undefined ? { folder } : { folder, databaseUrl: scratch.url };
  const collaboration = await fill(teams, place, { now, day, claimed: begins === '10:00' });
  const token = await teams.connectorToken({ claims: { iat: 1, nbf: 1, exp: 9_999_999_999 } });
  const settings = (more: Readonly<Record<string, string>>): Record<string, string> => ({
    ...{ PORT: '0', HOST: '127.0.0.1', BOT_ID: botId, BOT_TENANT_ID: homeTenant, BOT_SECRET: botSecret },
    ...{ TEAMS_APP_ID: sampleAppId, TENANTS: homeTenant, PUBLIC_URL: teams.url, LOGIN_URL: teams.url },
    ...{ BOT_FRAMEWORK_URL: teams.url, PSEUDONYM_MASTER_KEY: masterKey.toString('base64') },
    ...{ LOG_LEVEL: process.env['FAULTS_VERBOSE'] ?? 'silent', DATA_FOLDER: folder },
    ...(scratch === undefined ? {} : { DATABASE_URL: scratch.url }),
    ...more,
  });
  const started = new Set<ReturnType<typeof serverProcess>>();
  return {
    ...{ teams, place, collaboration, token, folder, channels },
    /** A server that has loaded, or is loading, and waits to begin. */
    standBy: () => {
      const server = serverProcess(file, ahead);
      started.add(server);
      void server.gone.then(() => started.delete(server));
      return {
        ...server,
        begin: (more: Readonly<Record<string, string>> = {}) => {
          server.begin(settings(more));
        },
        moveClock: (by: number) => {
          server.moveClock(ahead + by);
        },
      };
    },
    remove: async (): Promise<void> => {
      for (const server of started) await server.kill();
      await teams.stop();
      await scratch?.drop();
      if (scratch === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
};
export type Bed = Awaited<ReturnType<typeof layBed>>;
export type Server = ReturnType<Bed['standBy']>;

/** A server that listens. */
export const startServer = async (bed: Bed, more: Readonly<Record<string, string>> = {}): Promise<Server> => {
  const server = bed.standBy();
  await server.loaded;
  server.begin(more);
  if (!(await server.listens())) throw new Error('the server did not start');
  return server;
};
