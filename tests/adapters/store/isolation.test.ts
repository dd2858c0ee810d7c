import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { CollaborationId } from '../../../bot/domain/collaboration.ts';
import { freshAgenda } from '../../../bot/domain/meetings/agenda.ts';
import { sealNewKey } from '../../../bot/adapters/pseudonyms.ts';
import { collaborationsIn } from '../../../bot/adapters/store/collaborations.ts';
import { openDatabase, type Database, type Place } from '../../../bot/adapters/store/database.ts';
import type { Schema } from '../../../bot/adapters/store/schema.ts';
import { transactionsOf, type Transactions } from '../../../bot/adapters/store/transaction.ts';
import { unitIn } from '../../../bot/adapters/store/unit.ts';
import { actionOf } from '../../domain/actions/builders.ts';
import { masterKey, onEveryEngine } from '../../store-engines.ts';
import { hours, newRound, noon, somebody, tenant, wish } from './samples.ts';

type Two = Database & { transactions: Transactions; own: CollaborationId; other: CollaborationId; otherChannel: string };

/** Two collaborations, each with something in every table. */
const openTwo = async (place: Place): Promise<Two> => {
  const database = await openDatabase(place);
  const transactions = transactionsOf(database.db);
  const { createCollaboration } = collaborationsIn(transactions, (id) => sealNewKey(masterKey, id));
  const make = async (channel: string): Promise<CollaborationId> => {
    const founder = somebody('Sample integration manager', 1, 'leader');
    const id = (await createCollaboration(wish(channel), founder)) as CollaborationId;
    await transactions.within(id, async (trx) => {
      const unit = unitIn(trx, id, { enqueue: () => Promise.resolve(), masterKey });
      const member = await unit.members.of(founder);
      assert(member);
      await unit.rounds.launch(newRound);
      await unit.participation.invite(1, [{ member: member.id, organisation: 1, role: 'leader' }]);
      const answer = { target: 2, notWorkingTogether: false, ratings: { R1: 3 } };
      await unit.answers.record(1, randomBytes(32), { organisation: 1, role: 'leader' }, answer, hours(1));
      await unit.deliveries.claim({ key: 'survey 1', kind: 'survey', round: 1 }, noon);
      await unit.note('collaboration set up', undefined, {}, noon);
      await unit.draws.keep(1, 1, randomBytes(32), [2, 3]);
      await unit.localQuestions.propose('Sample question?', member.id);
      await unit.setUp.setOutcomes([{ text: 'Sample outcome' }]);
      await unit.about.put({ organisation: 1, version: 1, does: 'Sample', doesNot: '', reach: '' });
      await unit.meetings.setRhythm({ rule: { each: 'week', every: 4, weekday: 2 }, from: '2025-04-01', starts: '09:00' });
      await unit.meetings.setAttendance(1, [{ member: member.id, organisation: 1 }], noon);
      await unit.meetings.decide(1, 'Sample decision', 'sample', noon);
      await unit.agendas.put(1, freshAgenda);
      await unit.checkOuts.open({ meeting: 1, k: 5, opens: noon, closes: hours(24) });
      await unit.checkOuts.record(1, randomBytes(32), { energy: 3 }, hours(1));
      await unit.silent.open({ meeting: 1, area: 1, question: 'harder', k: 5, opened: noon });
      await unit.silent.put({ meeting: 1, area: 1 }, randomBytes(32), 'Sample text');
      const event = { what: 'agreed', by: member.id, at: noon, was: {}, is: {} } as const;
      const owners = [{ organisation: 1, member: member.id }];
      const agreed = await unit.actions.agree(actionOf({ owners, agreedBy: member.id }), 'sample', event, noon);
      const nudge = await unit.deliveries.claim({ key: 'nudge 1', kind: 'nudge', member: member.id }, noon);
      assert(agreed && nudge);
      await unit.sending.stop(member.id, noon);
      await unit.actions.claim(member.id, [{ action: agreed.id, due: agreed.due, step: 'due day' }], nudge.id);
      const gone = randomBytes(32);
      await unit.answers.record(1, gone, { organisation: 1, role: 'leader' }, answer, hours(1));
      const columns = sql.raw('collaboration_id, round, respondent, target, organisation, role, not_working_together, ratings');
      await sql`insert into published_answers (${columns}) select ${columns} from answers`.execute(trx);
      await unit.answers.erase(gone);
      await unit.links.newCode(member.id, hours(1));
      const asked = { asked_tenant: tenant, asked_object: 'o', asked_name: 'Sample leader' };
      await trx
        .insertInto('link_asks')
        .values({
          ...{ collaboration_id: id, channel_id: '19:sample', tenant_id: tenant, at: noon },
          ...{ team_name: null, channel_name: null, ...asked },
        })
        .execute();
      await trx.insertInto('snapshots').values({ collaboration_id: id, round: 1, snapshot: '{}' }).execute();
    });
    return id;
  };
  return { ...database, transactions, own: await make('19:own'), other: await make('19:other'), otherChannel: '19:other' };
};

const owned = async (db: Kysely<Schema>): Promise<readonly { name: string; guarded: boolean }[]> =>
  (
    await sql<{ name: string; guarded: boolean }>`
      select relname as name, relrowsecurity and relforcerowsecurity as guarded
      from pg_attribute join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace
      where attname = 'collaboration_id' and not attisdropped and relkind in ('r', 'p') and nspname = 'public'
      order by relname`.execute(db)
  ).rows;

describe('data of one collaboration never appears in another', () => {
  onEveryEngine(openTwo, (opened) => {
    it('every table with a collaboration in it has row-level security that binds its owner too', async () => {
      const tables = await owned(opened().db);
      assert(tables.length >= 11);
      assert.deepEqual(
        tables.filter(({ guarded }) => !guarded),
        [],
      );
    });

    it('every such table lets nobody read or write but in the collaboration of the transaction', async () => {
      const { db } = opened();
      const { rows } = await sql<{ table: string; cmd: string; permissive: string; qual: string; with_check: string | null }>`
        select tablename as table, cmd, permissive, qual, with_check from pg_policies where schemaname = 'public'`.execute(db);
      const own =
        /^\(collaboration_id = \( SELECT \(current_setting\('app\.collaboration_id'::text\)\)::uuid AS current_setting\)\)$/;
      for (const { name } of await owned(db)) {
        const [policy] = rows.filter(({ table, cmd }) => table === name && cmd === 'ALL');
        assert.match(policy?.qual ?? 'no policy', own, name);
        assert.match(policy?.with_check ?? 'no policy', own, name);
      }
      assert.deepEqual(
        rows
          .filter(({ cmd }) => cmd !== 'ALL')
          .map(({ table, cmd, with_check }) => ({ table, cmd, with_check }))
          .sort((one, two) => one.table.localeCompare(two.table) || one.cmd.localeCompare(two.cmd)),
        [
          // A home channel stays: what narrows is no door.
          { table: 'channels', cmd: 'DELETE', with_check: null },
          ...['channels', 'link_codes', 'members'].map((table) => ({ table, cmd: 'SELECT', with_check: null })),
        ],
      );
    });

    it('every such table has the collaboration first in its primary key, and refers to others within it', async () => {
      const { db } = opened();
      const { rows: keys } = await sql<{ table: string; first: string }>`
        select relname as table, attname as first
        from pg_index join pg_class on pg_class.oid = indrelid join pg_attribute on attrelid = indrelid and attnum = indkey[0]
        where indisprimary and relnamespace = 'public'::regnamespace`.execute(db);
      for (const { name } of await owned(db))
        assert.equal(keys.find(({ table }) => table === name)?.first, 'collaboration_id', name);
      const { rows: foreign } = await sql<{ name: string; from: string; to: string }>`
        select conname as name, source.attname as from, target.attname as to
        from pg_constraint
          join pg_attribute source on source.attrelid = conrelid and source.attnum = conkey[1]
          join pg_attribute target on target.attrelid = confrelid and target.attnum = confkey[1]
        where contype = 'f' and connamespace = 'public'::regnamespace`.execute(db);
      assert(foreign.length >= 15);
      assert.deepEqual(
        foreign.filter(({ from, to }) => from !== 'collaboration_id' || to !== 'collaboration_id'),
        [],
      );
    });

    it('a table without a collaboration is one that is shared by all', async () => {
      const { rows } = await sql<{ name: string }>`
        select relname as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
          and not exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'collaboration_id')
        order by relname`.execute(opened().db);
      assert.deepEqual(
        rows.map(({ name }) => name),
        ['installations', 'last_touches', 'link_tries', 'master_key_proof', 'migrations', 'welcomes'],
      );
    });

    it('a query that forgets to filter sees the own collaboration only', async () => {
      const { db, transactions, own } = opened();
      for (const { name } of await owned(db)) {
        const { rows } = await transactions.within(own, (trx) =>
          sql`select distinct collaboration_id from ${sql.table(name)}`.execute(trx),
        );
        assert.deepEqual(rows, [{ collaboration_id: own }], name);
      }
    });

    it('a query that asks for another collaboration sees nothing and changes nothing', async () => {
      const { transactions, own, other } = opened();
      const before = await transactions.within(other, (trx) => trx.selectFrom('members').selectAll().execute());
      await transactions.within(own, async (trx) => {
        assert.deepEqual(await trx.selectFrom('answers').selectAll().where('collaboration_id', '=', other).execute(), []);
        const changed = await trx
          .updateTable('members')
          .set({ name: 'Changed' })
          .where('collaboration_id', '=', other)
          .executeTakeFirst();
        assert.equal(changed.numUpdatedRows, 0n);
        await sql`delete from outcomes where collaboration_id = ${other}`.execute(trx);
        await sql`update collaborations set purpose = 'Changed' where collaboration_id = ${other}`.execute(trx);
        await sql`update organisations set name = 'Changed' where collaboration_id = ${other}`.execute(trx);
        await sql`update who_we_are set does = 'Changed' where collaboration_id = ${other}`.execute(trx);
        await sql`update actions set state = 'done', closed = now(), next_nudge = null where collaboration_id = ${other}`.execute(
          trx,
        );
        await sql`delete from nudges where collaboration_id = ${other}`.execute(trx);
        await sql`delete from action_owners where collaboration_id = ${other}`.execute(trx);
      });
      await transactions.within(other, async (trx) => {
        assert.equal((await trx.selectFrom('outcomes').selectAll().execute()).length, 1);
        assert.equal((await trx.selectFrom('nudges').selectAll().execute()).length, 1);
        assert.equal((await trx.selectFrom('action_owners').selectAll().execute()).length, 1);
        assert.deepEqual(
          (await trx.selectFrom('actions').selectAll().execute()).map(({ state }) => state),
          ['open'],
        );
        const named = await sql`select purpose from collaborations union select name from organisations
          union select does from who_we_are order by 1`.execute(trx);
        assert.ok(!JSON.stringify(named.rows).includes('Changed'));
      });
      assert.deepEqual(await transactions.within(other, (trx) => trx.selectFrom('members').selectAll().execute()), before);
    });

    it('a row for another collaboration is refused, and a row cannot be moved there', async () => {
      const { transactions, own, other } = opened();
      const organisation = { collaboration_id: other, id: 9, name: 'Sample intruder' };
      await assert.rejects(
        transactions.within(own, (trx) => trx.insertInto('organisations').values(organisation).execute()),
        /row-level security/,
      );
      await assert.rejects(
        transactions.within(own, (trx) => trx.updateTable('members').set({ collaboration_id: other }).execute()),
        /row-level security/,
      );
    });

    it('a query that named no collaboration fails instead of showing one', async () => {
      const { db, transactions, own } = opened();
      await transactions.within(own, (trx) => trx.selectFrom('members').selectAll().execute());
      for (const { name } of await owned(db)) await assert.rejects(sql`select * from ${sql.table(name)}`.execute(db), name);
    });

    it('looking up a channel shows that channel and nothing of its collaboration', async () => {
      const { transactions, other, otherChannel } = opened();
      await transactions.outside(otherChannel, async (trx) => {
        const known = ['collaboration_id', 'channel_id', 'tenant_id', 'home'] as const;
        assert.deepEqual(await trx.selectFrom('channels').select(known).execute(), [
          { collaboration_id: other, channel_id: otherChannel, tenant_id: tenant, home: true },
        ]);
        assert.deepEqual(await trx.selectFrom('members').selectAll().execute(), []);
        assert.deepEqual(await trx.selectFrom('pseudonym_keys').selectAll().execute(), []);
      });
    });

    it('asking for the rosters of one person shows their own rows and nothing else of any collaboration', async () => {
      const { db, transactions, own, other } = opened();
      const both = somebody('Sample leader of both', 1, 'leader');
      for (const id of [own, other])
        await transactions.within(id, (trx) =>
          unitIn(trx, id, { enqueue: () => Promise.resolve(), masterKey }).members.put(both),
        );
      const tables = await owned(db);
      await transactions.asPerson(both, async (trx) => {
        const rows = await trx.selectFrom('members').selectAll().execute();
        assert.deepEqual(rows.map((row) => row.collaboration_id).sort(), [own, other].sort());
        assert.deepEqual([...new Set(rows.map((row) => row.object_id))], [both.objectId]);
        for (const { name } of tables)
          if (name !== 'members') assert.deepEqual((await sql`select * from ${sql.table(name)}`.execute(trx)).rows, [], name);
        const changed = await trx.updateTable('members').set({ name: 'Changed' }).executeTakeFirst();
        assert.equal(changed.numUpdatedRows, 0n);
      });
      for (const nobody of [
        { ...both, objectId: '' },
        { ...both, tenantId: '' },
        { ...both, tenantId: both.objectId },
      ])
        assert.deepEqual(await transactions.asPerson(nobody, (trx) => trx.selectFrom('members').selectAll().execute()), []);
    });

    it('who was asked about before is forgotten by the next transaction', async () => {
      const { transactions, own, other } = opened();
      const both = somebody('Sample leader, asked about', 1, 'leader');
      await transactions.within(other, (trx) =>
        unitIn(trx, other, { enqueue: () => Promise.resolve(), masterKey }).members.put(both),
      );
      await transactions.asPerson(both, (trx) => trx.selectFrom('members').selectAll().execute());
      const seen = await transactions.within(own, (trx) => trx.selectFrom('members').selectAll().execute());
      assert.deepEqual([...new Set(seen.map((row) => row.collaboration_id))], [own]);
      assert.deepEqual(await transactions.outside(undefined, (trx) => trx.selectFrom('members').selectAll().execute()), []);
    });

    it('whoever comes through the app is no superuser, owns none of these tables and cannot delete answers', async () => {
      const { db, transactions, own } = opened();
      const { rows } = await sql`select current_user as user, rolsuper or rolbypassrls as unbound
        from pg_roles where rolname = current_user`.execute(db);
      assert.deepEqual(rows, [{ user: 'app_tenant', unbound: false }]);
      await assert.rejects(
        transactions.within(own, (trx) => trx.deleteFrom('answers').execute()),
        /permission denied/,
      );
      for (const table of ['organisations', 'collaborations', 'who_we_are', 'actions', 'action_events'])
        await assert.rejects(
          transactions.within(own, (trx) => sql`delete from ${sql.table(table)}`.execute(trx)),
          /permission denied/,
          table,
        );
      const home = await transactions.within(own, (trx) => trx.deleteFrom('channels').executeTakeFirst());
      assert.equal(home.numDeletedRows, 0n, 'a home channel stays');
      await assert.rejects(sql`alter table answers disable row level security`.execute(db), /must be owner/);
    });

    it('what deletes for the app does so for the collaboration of its transaction alone', async () => {
      const { transactions, own, other } = opened();
      const calls = [
        sql`erase_answers(${other}::uuid, ${randomBytes(32)}::bytea)`,
        sql`forget_published(${other}::uuid, 1::smallint)`,
        sql`forget_round(${other}::uuid, 1::smallint)`,
        sql`destroy_key(${other}::uuid)`,
      ];
      for (const call of calls)
        await assert.rejects(
          transactions.within(own, (trx) => sql`select ${call}`.execute(trx)),
          /not the collaboration of this transaction/,
        );
      for (const table of ['published_answers', 'erased_respondents', 'participation', 'pseudonym_keys', 'snapshots'])
        await assert.rejects(
          transactions.within(own, (trx) => sql`delete from ${sql.table(table)}`.execute(trx)),
          /permission denied/,
          table,
        );
      await assert.rejects(
        transactions.within(own, (trx) => sql`update snapshots set snapshot = '{}'`.execute(trx)),
        /permission denied/,
      );
    });

    it('the audit log can be added to and not be changed', async () => {
      const { transactions, own } = opened();
      await assert.rejects(
        transactions.within(own, (trx) => trx.updateTable('audit').set({ what: 'changed' }).execute()),
        /permission denied/,
      );
      await assert.rejects(
        transactions.within(own, (trx) => trx.deleteFrom('audit').execute()),
        /permission denied/,
      );
      await assert.rejects(
        transactions.within(own, (trx) => sql`truncate audit`.execute(trx)),
        /permission denied/,
      );
    });

    it('answers and participation keep no time and no member beside the answers', async () => {
      const { db } = opened();
      const { rows } = await sql<{ columns: string }>`
        select string_agg(attname || ' ' || format_type(atttypid, null), ', ' order by attnum) as columns from pg_attribute
        where attnum > 0 and attrelid in ('answers'::regclass, 'participation'::regclass) group by attrelid order by 1`.execute(
        db,
      );
      assert.deepEqual(
        rows.map(({ columns }) => columns),
        [
          'collaboration_id uuid, round smallint, member_id bigint, organisation smallint, role text, state participation_state',
          'collaboration_id uuid, round smallint, respondent bytea, target smallint, organisation smallint, role text, ' +
            'not_working_together boolean, ratings smallint[], target_organisation smallint',
        ],
      );
    });
  });
});
