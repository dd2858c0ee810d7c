import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildPage, buildServer, buildTab, pageFolder, serverEntry } from './build.ts';
import { freePort, startBot, untilHealthy } from './bot-process.ts';
import { homeTenant, sampleAppId, sampleTenants } from './sample.ts';
import { openSecrets } from './secrets.ts';
import { openSampleRound, seedPast, seedSample } from './seed.ts';
import { startTeams } from './server.ts';

// `npm start`: the app and a Teams for it, on this machine alone. `--fresh` forgets what was before.

const root = join(import.meta.dirname, '..');
const folder = resolve(root, process.env['LOCAL_FOLDER'] ?? '.local');
const data = join(folder, 'data');
const stateFile = join(folder, 'teams.json');
const pagePort = Number(process.env['PORT'] ?? 56_150);
/** Milliseconds the app may take to start. */
const patience = 60_000;

const began = Date.now();
const say = (text: string) => {
  console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s  ${text}`);
};
const built = (what: string) => (did: boolean) => {
  say(`${what}: ${did ? 'built' : 'up to date'}`);
};

if (process.argv.includes('--fresh')) {
  for (const path of [data, stateFile, join(folder, 'secrets.json')]) rmSync(path, { recursive: true, force: true });
  say('forgot what was before');
}

const { botId, botSecret, pseudonymMasterKey } = openSecrets(join(folder, 'secrets.json'));
const botPort = await freePort();
const botUrl = `http://127.0.0.1:${botPort}`;
let tellBot: (ahead: number) => void = () => undefined;
const clockMoved = (ahead: number) => {
  tellBot(ahead);
};
const options = { clockMoved, port: pagePort, botUrl, botId, botSecret, botTenantId: homeTenant, stateFile, page: pageFolder };
const teams = await startTeams(options).catch((fault: unknown) => {
  if ((fault as { code?: unknown }).code !== 'EADDRINUSE') throw fault;
  say(`port ${pagePort} is in use, perhaps by another \`npm start\`; end that one, or choose another: PORT=56160 npm start`);
  process.exit(1);
});
say(`Teams on this machine listens at ${teams.url}`);

built('the server')(await buildServer());
const settings = {
  PORT: String(botPort),
  BOT_ID: botId,
  BOT_TENANT_ID: homeTenant,
  BOT_SECRET: botSecret,
  TEAMS_APP_ID: sampleAppId,
  TENANTS: sampleTenants.join(','),
  PUBLIC_URL: teams.url,
  PSEUDONYM_MASTER_KEY: pseudonymMasterKey,
  DATA_FOLDER: data,
  LOGIN_URL: teams.url,
  BOT_FRAMEWORK_URL: teams.url,
};
const bot = startBot(root, serverEntry, settings, teams.state.clockAhead);
tellBot = bot.moveClock;

let stopping: Promise<void> | undefined;
const stop = () => (stopping ??= Promise.all([bot.stop(), teams.stop()]).then(() => undefined));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
process.on('exit', () => bot.process.kill());

try {
  // Side by side: building uses one core, opening the database the other.
  const builds = [buildPage().then(built('the page')), buildTab().then(built('the tab'))];
  await untilHealthy(botUrl, bot, patience);
  say(`the app answers at ${botUrl}`);
  if (!teams.state.team.installed) {
    await seedSample(teams, teams.world.now());
    await seedPast(teams, teams.world.now());
    await openSampleRound(teams);
    say('the sample collaboration is set up, with three earlier rounds, and a survey of its leaders is open');
  }
  await Promise.all(builds);
  say(`open ${teams.url}   (Ctrl+C ends it; npm start -- --fresh begins anew)`);
  bot.process.once('exit', () => {
    if (stopping) return;
    say('the app ended; nothing is left to show');
    process.exitCode = 1;
    void stop();
  });
} catch (error) {
  say(error instanceof Error ? error.message : 'The app did not start.');
  process.exitCode = 1;
  await stop();
}
