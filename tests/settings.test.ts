import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { readSettings, settingNames, WrongSettings } from '../bot/settings.ts';

const id = '11111111-2222-4333-8444-555555555555';
const complete = {
  BOT_ID: id,
  BOT_TENANT_ID: id,
  BOT_SECRET: 'a sample secret',
  TEAMS_APP_ID: id,
  TENANTS: id,
  PUBLIC_URL: 'https://common-ground.example.org',
  PSEUDONYM_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
};
const required = Object.keys(complete);

/** One line for each setting that is wrong; none where all are right. */
const faults = (environment: Readonly<Record<string, string | undefined>>): readonly string[] => {
  try {
    readSettings(environment);
    return [];
  } catch (fault) {
    assert.ok(fault instanceof WrongSettings, `not a list of faults: ${String(fault)}`);
    return fault.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  }
};
const namesOf = (lines: readonly string[]): readonly string[] => [...new Set(lines.map((line) => line.split(' ')[0] ?? ''))];

describe('the settings', () => {
  it('need the registration, the tenants, the address and the key; the rest has defaults', () => {
    const read = readSettings(complete);
    assert.deepEqual(
      [read.port, read.host, read.dataFolder, read.databaseUrl, read.logLevel],
      [3978, '0.0.0.0', 'data/db', undefined, 'info'],
    );
    assert.deepEqual(
      [read.loginUrl, read.botFrameworkUrl],
      ['https://login.microsoftonline.com', 'https://login.botframework.com'],
    );
    assert.equal(read.masterKey.length, 32);
    assert.equal(read.retentionMonths, 24);
  });

  it('take ids in any letter case, as tokens carry them in lower case', () => {
    const upper = 'ABCDEF01-2345-4678-89AB-CDEF01234567';
    const read = readSettings({ ...complete, BOT_ID: upper, BOT_TENANT_ID: upper, TENANTS: `${upper}, ${id}` });
    assert.deepEqual([read.botId, read.botTenant, ...read.tenants], [...Array<string>(3).fill(upper.toLowerCase()), id]);
  });

  it('that are missing are named all at once, and an empty one is missing', () => {
    const missing = required.map((name) => `${name} is missing`);
    assert.deepEqual(faults({}), missing);
    assert.deepEqual(faults(Object.fromEntries(required.map((name) => [name, '']))), missing);
  });

  for (const name of required) {
    it(`stop the start without ${name}`, () => {
      assert.deepEqual(faults({ ...complete, [name]: '' }), [`${name} is missing`]);
    });
  }

  const wrong: Readonly<Record<string, readonly string[]>> = {
    PORT: ['teams', '-1', '65536', '39.78'],
    BOT_ID: ['common-ground', `${id}0`, ` ${id}`],
    BOT_TENANT_ID: ['common', 'organizations'],
    TEAMS_APP_ID: ['common-ground', `${id},${id}`],
    TENANTS: [',', 'common', `${id};${id}`, `${id},`],
    PUBLIC_URL: [
      'common-ground.example.org',
      'common-ground.example.org:443',
      '/tab',
      'http://common-ground.example.org',
      'mailto:a@example.org',
    ],
    PSEUDONYM_MASTER_KEY: ['short', Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64'), 'f'.repeat(64)],
    DATABASE_URL: ['mysql://localhost/x', 'localhost:5432'],
    RETENTION_MONTHS: ['0', '121', '1.5', 'two', '-1'],
    LOGIN_URL: ['nonsense', 'https://'],
    BOT_FRAMEWORK_URL: ['nonsense', '127.0.0.1:3978'],
    LOG_LEVEL: ['loud', 'INFO'],
  };
  for (const [name, values] of Object.entries(wrong)) {
    it(`name ${name} where it is wrong, beside everything else that is`, () => {
      for (const value of values) {
        assert.deepEqual(namesOf(faults({ ...complete, [name]: value })), [name], value);
        assert.deepEqual([...namesOf(faults({ [name]: value }))].sort(), [...new Set([...required, name])].sort(), value);
      }
    });
  }

  it('never show a value in what they complain about: it may be a secret', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9+/:@=._-]{6,60}$/).map((text) => `~${text}~`);
    const environment = fc.record(Object.fromEntries(settingNames.map((name) => [name, secret])), { requiredKeys: [] });
    fc.assert(
      fc.property(environment, (given) => {
        const said = faults(given).join('\n');
        for (const value of Object.values(given)) assert.equal(value !== undefined && said.includes(value), false, said);
      }),
    );
    const url = 'mysql://common:a-password@db.example.org/x';
    assert.deepEqual(faults({ ...complete, DATABASE_URL: url }), ['DATABASE_URL must start with postgres://']);
  });

  for (const name of ['LOGIN_URL', 'BOT_FRAMEWORK_URL'] as const) {
    it(`believe in ${name} only Microsoft, or this very machine`, () => {
      const ours =
        name === 'LOGIN_URL'
          ? ['login.microsoftonline.com', 'login.microsoftonline.us']
          : ['login.botframework.com', 'login.botframework.azure.us'];
      const host = ours[0] ?? '';
      for (const good of [...ours.map((one) => `https://${one}`), 'http://127.0.0.1:3979', `https://${host}/`])
        assert.deepEqual(faults({ ...complete, [name]: good }), [], good);
      const bad = [
        ...[
          `http://${host}`,
          `https://${host}.example.org`,
          `https://${host}@example.org`,
          `https://example.org/#${host}`,
          `https://x.${host}`,
        ],
        ...[
          'https://example.org',
          'http://localhost:3979',
          'http://127.0.0.1.example.org',
          'http://127.0.0.2',
          'http://[::1]',
          'https://127.0.0.1',
          'ftp://127.0.0.1',
        ],
        ...['javascript:alert(1)', `file://${host}/keys`],
      ];
      for (const one of bad) assert.deepEqual(namesOf(faults({ ...complete, [name]: one })), [name], one);
    });
  }

  it('are the lines of env/.env.example, each once, with the defaults', () => {
    const lines = readFileSync(new URL('../env/.env.example', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => /^[A-Z]/.test(line));
    const example = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
    assert.deepEqual(
      lines.map((line) => line.split('=')[0]),
      settingNames,
    );
    assert.deepEqual(
      faults(example),
      required.map((name) => `${name} is missing`),
    );
    assert.deepEqual(readSettings({ ...example, ...complete }), readSettings(complete));
  });
});

describe('a start without settings', function () {
  this.timeout(60_000);

  it('says what is missing and ends with 1, without a stack', () => {
    const { PATH, HOME } = process.env;
    const cwd = fileURLToPath(new URL('..', import.meta.url));
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'bot/index.ts'], {
      cwd,
      env: { PATH, HOME },
      encoding: 'utf8',
      timeout: 50_000,
    });
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.deepEqual(stderr.trimEnd().split('\n'), [
      'These settings are missing or wrong (see env/.env.example):',
      ...required.map((name) => `  ${name} is missing`),
    ]);
  });
});
