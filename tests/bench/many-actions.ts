import pg from 'pg';
import type { CollaborationId } from '../../bot/domain/collaboration.ts';
import type { OpenStore } from '../../bot/adapters/store/open.ts';

export const tenant = '11111111-1111-4111-8111-111111111111';
export const person = { tenantId: tenant, objectId: '22222222-2222-4222-8222-222222222222' };
const founder = {
  ...{ ...person, teamsUserId: '29:0', name: 'Sample 0' },
  ...{ organisation: 1, role: 'leader' as const },
};

/** A collaboration with so many open actions of as many people (20,000 at most); of the first `due` somebody is to be nudged now. */
export const manyActions = async (
  { store }: Pick<OpenStore, 'store'>,
  databaseUrl: string,
  facts: { readonly open: number; readonly due: number; readonly day: string; readonly now: Date; readonly later: string },
): Promise<CollaborationId> => {
  const id = await store.createCollaboration(
    {
      ...{ purpose: 'A sample', organisations: ['Sample 1', 'Sample 2'], language: 'en', zone: 'Europe/Oslo' },
      ...{ nextMeeting: facts.later, homeTenant: tenant, homeChannel: `19:${facts.open}-${facts.due}@thread.tacv2` },
    },
    founder,
  );
  if (id === 'channel taken') throw new Error('the bench begins with an empty database');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const people = Math.min(facts.open, 20_000);
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  await client.query(
    `insert into members (collaboration_id, tenant_id, object_id, name, teams_user_id, organisation, role, integration_manager)
     select $1, $2, gen_random_uuid(), 'Sample ' || n, '29:' || n, 1, 'leader', false from generate_series(1, $3::int) n`,
    [id, tenant, people],
  );
  await client.query(
    `insert into actions (collaboration_id, request, text, kind, due, source, state, moved, agreed, heard, nudged_from, next_nudge)
     select $1, 'sample ' || n, 'A sample', 'quick win', case when n <= $3::int then $4::date else $5::date end, '{"from":"by hand"}',
       'open', 0, $6, $6, $6, case when n <= $3::int then $7::timestamptz else $5::timestamptz end
     from generate_series(1, $2::int) n`,
    [id, facts.open, facts.due, facts.day, facts.later, new Date(facts.now.getTime() - 90 * 86_400_000), facts.now],
  );
  await client.query(
    `insert into action_owners (collaboration_id, action_id, position, organisation, member_id)
     select $1, a.id, 1, 1, m.id
     from (select id, row_number() over (order by id) as n from actions where collaboration_id = $1) a
     join (select id, row_number() over (order by id) as n from members where collaboration_id = $1 and teams_user_id <> '29:0') m
       on m.n = (a.n - 1) % $2::int + 1`,
    [id, people],
  );
  await client.query('commit');
  await client.query('analyze');
  await client.end();
  return id;
};
