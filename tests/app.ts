import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { build } from '../bot/container.ts';
import { readSettings } from '../bot/settings.ts';
import { homeTenant, sampleAppId, sampleTenants } from '../local/sample.ts';
import { startTeams } from '../local/server.ts';
import type { TeamsOptions } from '../local/server.ts';
import { logOfRun } from './log-of-run.ts';
import { copiedFolder } from './store-engines.ts';

/** The whole app against Teams on this machine, in this process, on free ports and a new embedded database. */
export const startApp = async (options: { clock?: () => Date; databaseUrl?: string } & Partial<TeamsOptions> = {}) => {
  const { clock, databaseUrl, ...teamsOptions } = options;
  // botframework-connector keeps tokens for the whole process, by the bot's id.
  const botId = randomUUID();
  const folder = await copiedFolder();
  const teams = await startTeams({ botId, botTenantId: homeTenant, botSecret: 'a secret for tests', ...teamsOptions });
  const server = await build(
    readSettings({
      PORT: '0',
      HOST: '127.0.0.1',
      BOT_ID: botId,
      BOT_TENANT_ID: homeTenant,
      BOT_SECRET: 'a secret for tests',
      TEAMS_APP_ID: sampleAppId,
      TENANTS: sampleTenants.join(','),
      PUBLIC_URL: teams.url,
      PSEUDONYM_MASTER_KEY: randomBytes(32).toString('base64'),
      DATA_FOLDER: folder,
      DATABASE_URL: databaseUrl,
      LOGIN_URL: teams.url,
      BOT_FRAMEWORK_URL: teams.url,
      LOG_LEVEL: 'debug',
    }),
    clock,
    logOfRun.readingFor(teams.state.people),
  );
  const port = await server.start();
  const url = `http://127.0.0.1:${port}`;
  teams.connectBot(url);
  return {
    botId,
    teams,
    url,
    stop: async () => {
      await server.stop();
      await teams.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
