import { sql } from 'kysely';
import pg from 'pg';
import { sealNewKey } from '../../bot/adapters/pseudonyms.ts';
import { openQueue } from '../../bot/adapters/jobs.ts';
import { collaborationsIn } from '../../bot/adapters/store/collaborations.ts';
import { openDatabase } from '../../bot/adapters/store/database.ts';
import type { Place } from '../../bot/adapters/store/database.ts';
import { forgetOrderIn } from '../../bot/adapters/store/forget-order.ts';
import { transactionsOf } from '../../bot/adapters/store/transaction.ts';
import type { Transactions } from '../../bot/adapters/store/transaction.ts';
import { masterKey } from '../store-engines.ts';
import { unitIn } from '../../bot/adapters/store/unit.ts';
import { items } from '../../bot/domain/instrument.ts';
import type { CollaborationId } from '../../bot/domain/collaboration.ts';
import type { Store } from '../../bot/ports/store.ts';
import { relational } from '../builders.ts';

const organisations = 30;
const targetsEach = 4;
export const opens = new Date('2026-11-02T08:00:00Z');
export const closes = new Date('2026-11-20T15:00:00Z');
export const founder = { tenantId: '11111111-1111-4111-8111-111111111111', objectId: '22222222-2222-4222-8222-222222222222' };

export type LargeStore = {
  readonly store: Store;
  readonly transactions: Transactions;
  /** Runs statements as the owner of the tables, whom no foreign key and no grant stops. */
  readonly asOwner: (...statements: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The store's own parts, with a way round them for filling it and opening rounds again. */
export const openLargeStore = async (place: Place): Promise<LargeStore> => {
  const database = await openDatabase(place);
  const queue = await openQueue(database.queue, place.log);
  const transactions = transactionsOf(database.db);
  const collaborations = collaborationsIn(transactions, (id) => sealNewKey(Buffer.alloc(32, 'bench'), id));
  const store: Partial<Store> = {
    ...collaborations,
    createCollaboration: (wish, founder) => collaborations.createCollaboration(wish, founder),
    forgetOrder: forgetOrderIn(transactions),
    within: (id, work) => transactions.within(id, (trx) => work(unitIn(trx, id, { ...queue, masterKey }))),
  };
  const { databaseUrl } = place;
  const embedded = (statements: readonly string[]): Promise<void> =>
    database.db.connection().execute(async (session) => {
      for (const statement of ['reset role', ...statements, 'set role app_tenant']) await sql.raw(statement).execute(session);
    });
  const onServer = async (statements: readonly string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  return {
    store: store as Store,
    transactions,
    asOwner: (...statements) =>
      (databaseUrl === undefined ? embedded : onServer)([
        'set session_replication_role = replica',
        ...statements,
        'set session_replication_role = origin',
      ]),
    close: async () => {
      await queue.stop();
      await database.close();
    },
  };
};

/**
 * A collaboration of 30 organisations with round 1 open, and so many answers in it, made in the database: four by each respondent, two
 * fifths of whom are leaders; one in twenty does not work together, one rating in ten is missing.
 */
export const largeRound = async ({ store, asOwner }: LargeStore, answers: number): Promise<CollaborationId> => {
  const id = await store.createCollaboration(
    {
      purpose: 'Bench',
      organisations: Array.from({ length: organisations }, (_, place) => `Organisation ${place + 1}`),
      language: 'en',
      zone: 'Europe/Oslo',
      nextMeeting: '2026-12-01',
      homeTenant: founder.tenantId,
      homeChannel: `19:bench-${answers}`,
    },
    { ...founder, name: 'Bench', teamsUserId: '29:bench' },
  );
  if (id === 'channel taken') throw new Error('this round is there already');
  await store.within(id, (unit) =>
    unit.rounds.launch({ mode: 'matrix', k: 5, audience: ['leader', 'employee'], instrument: relational, opens, closes }),
  );
  const own = `'${id}'::uuid`;
  const place = `person % ${organisations} + 1 as organisation, case when person / ${organisations} % 5 < 2 then 'leader' else 'employee' end as role`;
  const people = `generate_series(1, ${answers / targetsEach}) as person`;
  const rated = items.map(() => 'case when not apart and random() > 0.1 then 1 + floor(random() * 5)::int end').join(', ');
  await asOwner(
    `insert into members (collaboration_id, tenant_id, object_id, name, teams_user_id, organisation, role, integration_manager)
      select ${own}, '${founder.tenantId}', gen_random_uuid()::text, 'Bench', '29:bench', organisation, role, false
      from (select ${place} from ${people}) as made`,
    `insert into participation (collaboration_id, round, member_id, organisation, role, state)
      select ${own}, 1, id, organisation, role, 'finished' from members where collaboration_id = ${own} and organisation is not null`,
    `insert into answers (collaboration_id, round, respondent, target, organisation, role, not_working_together, ratings)
      select ${own}, 1, sha256(('${id}' || person)::bytea), (organisation + (person / ${organisations} + nth * 7) % ${organisations - 1}) % ${organisations} + 1,
        organisation, role, apart, array[${rated}]::smallint[]
      from (
        select person, nth, (person * 7 + nth * 13) % 20 = 0 as apart, ${place}
        from ${people}, generate_series(1, ${targetsEach}) as nth offset 0
      ) as made`,
    'vacuum analyze',
  );
  return id;
};

/** As it was before it closed. */
export const openAgain = ({ asOwner }: LargeStore, id: CollaborationId, round = 1): Promise<void> =>
  asOwner(
    `delete from snapshots where collaboration_id = '${id}' and round = ${round}`,
    `update rounds set state = 'open', closed = null where collaboration_id = '${id}' and number = ${round}`,
  );

/** When round 2 closes. */
export const closesNext = new Date('2026-11-21T15:00:00Z');

/** Round 2, open: the same people, one rating higher in a third of their answers. Round 1 has closed. */
export const nextRound = async ({ store, asOwner }: LargeStore, id: CollaborationId): Promise<void> => {
  await store.within(id, (unit) =>
    unit.rounds.launch({
      mode: 'matrix',
      k: 5,
      audience: ['leader', 'employee'],
      instrument: relational,
      opens: closes,
      closes: closesNext,
    }),
  );
  const first = `collaboration_id = '${id}' and round = 1`;
  const higher = `array(
    select least(5, rating + (get_byte(respondent, 0) % 3 = 0)::int)
    from unnest(ratings) with ordinality as one (rating, place) order by place)`;
  await asOwner(
    `insert into participation (collaboration_id, round, member_id, organisation, role, state)
      select collaboration_id, 2, member_id, organisation, role, state from participation where ${first}`,
    `insert into answers (collaboration_id, round, respondent, target, organisation, role, not_working_together, ratings)
      select collaboration_id, 2, respondent, target, organisation, role, not_working_together, ${higher}::smallint[]
      from answers where ${first}`,
    'vacuum analyze',
  );
};
