import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import sinon from 'sinon';
import { homeTenant, sampleGuid } from '../../local/sample.ts';
import { openSampleRound, sampleFounder, seedSample } from '../../local/seed.ts';
import { startApp } from '../app.ts';
import { dataOf, messageWith, untilCard } from '../walk.ts';
import type { Known } from './grammar.ts';

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Tokens that nobody signed whom we believe, with these claims. */
const forged = (claims: object): readonly string[] => {
  const unsigned = `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claims)}`;
  const shared = `${encoded({ alg: 'HS256', typ: 'JWT', kid: 'x' })}.${encoded(claims)}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const own = `${encoded({ alg: 'RS256', typ: 'JWT', kid: '../../x' })}.${encoded(claims)}`;
  return [
    `${unsigned}.`,
    `${unsigned}.x`,
    `${shared}.${createHmac('sha256', 'public key').update(shared).digest('base64url')}`,
    `${own}.${sign('sha256', Buffer.from(own), privateKey).toString('base64url')}`,
  ];
};

/**
 * The whole app with the sample and an open survey, in this process, with an embedded database whose rows can be counted from outside:
 * `rows` sees every table, as its owner.
 */
export const startTarget = async () => {
  const create = PGlite.create.bind(PGlite);
  const opened: PGlite[] = [];
  const stub = sinon.stub(PGlite, 'create').callsFake((async (...place: Parameters<typeof create>) => {
    const made = await create(...place);
    opened.push(made);
    return made;
  }) as typeof PGlite.create);
  // botframework-connector prints every token it refuses.
  const quiet = sinon.stub(globalThis.console, 'error');
  const app = await startApp();
  const { teams } = app;
  await seedSample(teams, Date.now());
  await openSampleRound(teams);
  await untilCard(app, sampleFounder);
  const card = await messageWith(app, sampleFounder, 'survey.answer');
  const collaboration = dataOf(card.cards[0], 'survey.answer')['collaboration'];
  const channel = teams.state.team.channels.find(({ name }) => name === 'Partner leaders')?.id ?? '';
  const founder = teams.person(sampleFounder);
  const stranger = {
    ...{ ...founder, key: 'stranger', name: 'Stranger', botSpecificId: '29:stranger', chat: 'a:stranger' },
    aadObjectId: sampleGuid('stranger'),
  };
  const insiders = [founder, teams.person('municipality-a-leader-1'), teams.person('municipality-b-employee-1')];
  const bearer = (token: string): string => `Bearer ${token}`;
  const connector = async (wrong?: Parameters<typeof teams.connectorToken>[0]) => bearer(await teams.connectorToken(wrong));
  const past = Math.floor(Date.now() / 1_000) - 90_000;
  const connectorClaims = {
    iss: 'https://api.botframework.com',
    aud: app.botId,
    serviceurl: teams.serviceUrl,
    exp: 9_999_999_999,
  };
  const tabClaims = { tid: homeTenant, oid: founder.aadObjectId, aud: app.botId, scp: 'access_as_user', exp: 9_999_999_999 };
  const nonsense = [
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearer a.b.c',
    'Basic eDp4',
    'bearer x',
    `Bearer ${'x'.repeat(6_000)}`,
    'Bearer ..',
  ];
  const tab = async (who: string, claims?: Record<string, unknown>) =>
    bearer(await teams.token(who, claims === undefined ? undefined : { claims }));
  // Hours are enough for any siege.
  const long = { exp: Math.floor(Date.now() / 1_000) + 86_400 };
  return {
    app,
    teams,
    channel,
    tenant: homeTenant,
    insiders,
    /** Signed by Teams, but of nobody on any roster. */
    outsiders: [stranger],
    known: { collaboration, round: 1, meeting: 1, version: 1, thenCheckOut: 1 } satisfies Known,
    connectorTokens: {
      good: await connector({ claims: long }),
      bad: [
        ...nonsense,
        await connector({ key: 'stranger' }),
        await connector({ claims: { aud: sampleGuid('another bot') } }),
        await connector({ claims: { iss: `https://sts.windows.net/${homeTenant}/` } }),
        await connector({ claims: { exp: past, nbf: past - 60 } }),
        await connector({ claims: { serviceurl: 'http://127.0.0.1:9/' } }),
        ...forged(connectorClaims).map(bearer),
      ],
    },
    tabTokens: {
      inside: await Promise.all(insiders.map(({ key }) => tab(key, long))),
      outside: [
        ...nonsense,
        bearer(await teams.token(sampleFounder, { key: 'stranger' })),
        await tab(sampleFounder, { ...long, aud: sampleGuid('another app') }),
        await tab(sampleFounder, { ...long, tid: sampleGuid('another tenant') }),
        await tab(sampleFounder, { ...long, scp: 'other' }),
        await tab(sampleFounder, { ...long, oid: stranger.aadObjectId }),
        await tab(sampleFounder, { exp: past, nbf: past - 60 }),
        ...forged(tabClaims).map(bearer),
      ],
    },
    /** Rows of every table of ours, by its name; the queue's are not ours. */
    rows: async (): Promise<Readonly<Record<string, number>>> => {
      const lite = opened.at(-1);
      if (lite === undefined) throw new Error('no embedded database was opened');
      return await lite.transaction(async (trx) => {
        await trx.exec('set local role none');
        const { rows: tables } = await trx.query<{ name: string }>(
          `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
        );
        const counts: Record<string, number> = {};
        for (const { name } of tables) {
          const { rows } = await trx.query<{ count: number }>(`select count(*)::int as count from "${name}"`);
          counts[name] = rows[0]?.count ?? 0;
        }
        return counts;
      });
    },
    stop: async (): Promise<void> => {
      await app.stop();
      stub.restore();
      quiet.restore();
    },
  };
};
export type Target = Awaited<ReturnType<typeof startTarget>>;
