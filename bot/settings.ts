import { z } from 'zod';

/** The only place that names environment variables. Secrets have no default; everything wrong is named at once. */

/** Tokens carry ids in lower case, and are compared with these. */
const guid = z
  .string()
  .toLowerCase()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be an id such as 00000000-0000-0000-0000-000000000000');

const masterKeyBytes = 32;

/** An address on the web, by https but on this very machine; without the slash at its end. */
const address = (isTrusted: (host: string) => boolean, message: string) =>
  z
    .string()
    .refine((text) => {
      if (!URL.canParse(text)) return false;
      const { protocol, hostname } = new URL(text);
      return (protocol === 'https:' && isTrusted(hostname)) || (protocol === 'http:' && hostname === '127.0.0.1');
    }, message)
    .transform((text) => text.replace(/\/+$/, ''));

/** Trust starts at these addresses: Microsoft's clouds, or this very machine for trying things out and tests. */
const trusted = (hosts: readonly string[]) =>
  address((host) => hosts.includes(host), `must be https and one of ${hosts.join(', ')}; or http://127.0.0.1:PORT`);

const schema = z.object({
  /** Port to listen on; HOST: address to listen on. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  HOST: z.string().min(1).default('0.0.0.0'),
  /** How many proxies of ours stand in front, each adding the caller's address to X-Forwarded-For: App Service is one. */
  PROXIES: z.coerce.number().int().min(0).max(5).default(1),
  /** Application (client) id of the bot's registration; also the audience of the tab's tokens. */
  BOT_ID: guid,
  BOT_TENANT_ID: guid,
  BOT_SECRET: z.string().min(1, 'must not be empty'),
  /** Id of the app in Teams, the `id` of its manifest; links to places in the tab carry it. */
  TEAMS_APP_ID: guid,
  /** Tenants whose people may use the app, comma separated; activities and tokens of any other are refused. */
  TENANTS: z
    .string()
    .transform((list) => list.split(',').map((tenant) => tenant.trim().toLowerCase()))
    .pipe(z.array(guid).min(1)),
  /** Where Teams loads the tab from, such as https://common-ground.example.org. */
  PUBLIC_URL: address(() => true, 'must be an address such as https://common-ground.example.org'),
  /** 32 random bytes in base64: wraps the keys that pseudonyms are made with. Losing it loses the link from people to their answers. */
  PSEUDONYM_MASTER_KEY: z
    .string()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((key) => key.length === masterKeyBytes, 'must be 32 bytes in base64'),
  /** A PostgreSQL server; without it, the embedded database in DATA_FOLDER. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  DATA_FOLDER: z.string().min(1).default('data/db'),
  /** How many months the answers of a closed round are kept; what was published stays. */
  RETENTION_MONTHS: z.coerce.number().int().min(1).max(120).default(24),
  LOGIN_URL: trusted(['login.microsoftonline.com', 'login.microsoftonline.us']).default('https://login.microsoftonline.com'),
  BOT_FRAMEWORK_URL: trusted(['login.botframework.com', 'login.botframework.azure.us']).default('https://login.botframework.com'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Settings = {
  readonly port: number;
  readonly host: string;
  readonly proxies: number;
  readonly botId: string;
  readonly botTenant: string;
  readonly botSecret: string;
  readonly teamsAppId: string;
  readonly tenants: ReadonlySet<string>;
  readonly publicUrl: string;
  readonly masterKey: Buffer;
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  readonly retentionMonths: number;
  readonly loginUrl: string;
  readonly botFrameworkUrl: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
};

/** Names of all settings, for the test that compares them with env/.env.example. */
export const settingNames: readonly string[] = Object.keys(schema.shape);

export class WrongSettings extends Error {
  constructor(faults: readonly string[]) {
    super(['These settings are missing or wrong (see env/.env.example):', ...faults.map((fault) => `  ${fault}`)].join('\n'));
    this.name = 'WrongSettings';
  }
}

/** Throws `WrongSettings` with the full list of what is missing or wrong. An empty variable counts as missing. */
export const readSettings = (environment: Readonly<Record<string, string | undefined>>): Settings => {
  const given = Object.fromEntries(settingNames.map((name) => [name, environment[name] === '' ? undefined : environment[name]]));
  const read = schema.safeParse(given);
  if (!read.success) {
    throw new WrongSettings(
      read.error.issues.map(({ path, message }) => {
        const name = String(path[0]);
        return given[name] === undefined ? `${name} is missing` : `${name} ${message}`;
      }),
    );
  }
  const { data } = read;
  return {
    port: data.PORT,
    host: data.HOST,
    proxies: data.PROXIES,
    botId: data.BOT_ID,
    botTenant: data.BOT_TENANT_ID,
    botSecret: data.BOT_SECRET,
    teamsAppId: data.TEAMS_APP_ID,
    tenants: new Set(data.TENANTS),
    publicUrl: data.PUBLIC_URL,
    masterKey: data.PSEUDONYM_MASTER_KEY,
    databaseUrl: data.DATABASE_URL,
    dataFolder: data.DATA_FOLDER,
    retentionMonths: data.RETENTION_MONTHS,
    loginUrl: data.LOGIN_URL,
    botFrameworkUrl: data.BOT_FRAMEWORK_URL,
    logLevel: data.LOG_LEVEL,
  };
};
