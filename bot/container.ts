import pino from 'pino';
import { calendar } from './adapters/calendar.ts';
import { recurrence } from './adapters/recurrence.ts';
import { entraTokens } from './adapters/entra-tokens.ts';
import { rememberingStore } from './adapters/remembering-store.ts';
import { instruments } from './adapters/instruments.ts';
import { openStore } from './adapters/store/open.ts';
import { lineTo } from './adapters/teams/connector.ts';
import { teamsDirectory } from './adapters/teams/directory.ts';
import { teamsMessenger } from './adapters/teams/messenger.ts';
import { keepRegister } from './adapters/teams/register.ts';
import { TeamsAdapter, teamsAuthentication } from './adapters/teams/teams-adapter.ts';
import { linksToTab, readLinkToTab } from './contracts/deep-link.ts';
import { workOnJobs } from './handlers/clock.ts';
import { httpServer } from './handlers/http.ts';
import { takeTurn } from './handlers/take-turn.ts';
import type { Clock, Log } from './ports/clock.ts';
import type { Settings } from './settings.ts';
import { useCases } from './usecases/all.ts';

/** Requests at work may end; after this many milliseconds they are cut off. */
const longestGoodbye = 5_000;

export type Server = {
  /** Listens, then starts to work on jobs; resolves with the port. */
  start(): Promise<number>;
  /** Takes no more requests, lets the jobs at work finish, closes the store. */
  stop(): Promise<void>;
};

/** The only place that decides what stands behind which port. `clock` and `logTo` are for tests; the log goes to standard output. */
export const build = async (
  settings: Settings,
  clock: Clock = () => new Date(),
  logTo: pino.DestinationStream = process.stdout,
): Promise<Server> => {
  const log: Log = pino({ level: settings.logLevel, base: null }, logTo);
  if (settings.loginUrl.startsWith('http:') || settings.botFrameworkUrl.startsWith('http:')) {
    log.warn(
      { loginUrl: settings.loginUrl, botFrameworkUrl: settings.botFrameworkUrl },
      'identities are checked by a service on this machine',
    );
  }
  const opened = await openStore({
    ...(settings.databaseUrl === undefined ? {} : { databaseUrl: settings.databaseUrl }),
    folder: settings.dataFolder,
    masterKey: settings.masterKey,
    log,
  });
  const { jobs, pseudonyms, installations } = opened;
  const store = rememberingStore(opened.store, clock);
  const authentication = teamsAuthentication(settings, clock);
  const line = lineTo({ authentication, installations, botId: settings.botId });
  const linkToTab = linksToTab(settings);
  const directory = teamsDirectory({ lineTo: line, clock, log });
  const use = useCases({
    store,
    pseudonyms,
    directory,
    messenger: teamsMessenger(line, linkToTab),
    clock,
    calendar,
    recurrence,
    instruments,
    log,
    retentionMonths: settings.retentionMonths,
  });
  const adapter = new TeamsAdapter(authentication);
  keepRegister(adapter, settings.botId, installations);
  const http = httpServer({
    clock,
    receive: (authorization, activity, turn) => adapter.receive(authorization, activity, turn),
    turn: takeTurn({
      ...{ use, directory, tenants: settings.tenants, linkToTab, log },
      readLink: (link) => readLinkToTab(link, settings.teamsAppId),
    }),
    use,
    linkToTab,
    readToken: entraTokens({ ...settings, clock }),
    ping: () => store.ping(),
    proxies: settings.proxies,
    log,
  });
  return {
    start: async () => {
      await new Promise<void>((resolve, reject) => {
        http.once('error', reject);
        http.listen(settings.port, settings.host, resolve);
      });
      await jobs.start(workOnJobs(use));
      const port = http.address().port;
      log.info({ port }, 'listening');
      return port;
    },
    stop: async () => {
      const insist = setTimeout(() => {
        http.server.closeAllConnections();
      }, longestGoodbye);
      await new Promise<void>((resolve) => {
        http.close(() => {
          resolve();
        });
        http.server.closeIdleConnections();
      });
      clearTimeout(insist);
      await opened.close();
    },
  };
};
