-- Everything that belongs to a collaboration has collaboration_id first in its keys, and row-level security below.

create table collaborations (
  collaboration_id uuid primary key,
  purpose text not null,
  language text not null,
  zone text not null,
  next_meeting date not null
);

create table organisations (
  collaboration_id uuid not null references collaborations,
  id smallint not null check (id > 0),
  name text not null,
  primary key (collaboration_id, id)
);

create table channels (
  collaboration_id uuid not null references collaborations,
  channel_id text not null unique,
  tenant_id text not null,
  home boolean not null,
  primary key (collaboration_id, channel_id)
);
create unique index one_home_channel on channels (collaboration_id) where home;

create table members (
  collaboration_id uuid not null references collaborations,
  id bigint generated always as identity,
  tenant_id text not null check (tenant_id = lower(tenant_id)),
  object_id text not null check (object_id = lower(object_id)),
  name text not null,
  teams_user_id text not null,
  organisation smallint,
  role text check (role in ('leader', 'employee')),
  integration_manager boolean not null,
  primary key (collaboration_id, id),
  unique (collaboration_id, tenant_id, object_id),
  foreign key (collaboration_id, organisation) references organisations (collaboration_id, id)
);

-- Sealed with the master key, which is never in the database (method.md, P11).
create table pseudonym_keys (
  collaboration_id uuid primary key references collaborations,
  sealed bytea not null
);

create table rounds (
  collaboration_id uuid not null references collaborations,
  number smallint not null check (number > 0),
  state text not null check (state in ('open', 'closed')),
  mode text not null check (mode in ('matrix', 'pooled')),
  k smallint not null check (k >= 3),
  audience text[] not null,
  opens timestamptz not null,
  closes timestamptz not null,
  closed timestamptz,
  primary key (collaboration_id, number)
);
create unique index one_open_round on rounds (collaboration_id) where state = 'open';

-- In this order: a state is only ever replaced by a later one.
create type participation_state as enum ('invited', 'started', 'finished');

-- Participation and answers have no times and no common key: neither says which answers are whose (method.md, P11).
create table participation (
  collaboration_id uuid not null,
  round smallint not null,
  member_id bigint not null,
  organisation smallint not null,
  role text not null check (role in ('leader', 'employee')),
  state participation_state not null,
  primary key (collaboration_id, round, member_id),
  foreign key (collaboration_id, round) references rounds (collaboration_id, number),
  foreign key (collaboration_id, member_id) references members (collaboration_id, id),
  foreign key (collaboration_id, organisation) references organisations (collaboration_id, id)
);

create table answers (
  collaboration_id uuid not null,
  round smallint not null,
  respondent bytea not null check (length(respondent) = 32),
  target smallint not null,
  organisation smallint not null,
  role text not null check (role in ('leader', 'employee')),
  not_working_together boolean not null,
  -- R1 to R7, E1, E2; null: not asked or not known.
  ratings smallint[] not null check (cardinality(ratings) = 9 and 1 <= all (ratings) and 5 >= all (ratings)),
  primary key (collaboration_id, round, respondent, target),
  check (target <> organisation),
  foreign key (collaboration_id, round) references rounds (collaboration_id, number),
  foreign key (collaboration_id, organisation) references organisations (collaboration_id, id),
  foreign key (collaboration_id, target) references organisations (collaboration_id, id)
);

-- When somebody last went on to a next page, to about 20 seconds, for the round as a whole: the channel's card is left alone while
-- people are answering on it.
create table last_pages (
  collaboration_id uuid not null,
  round smallint not null,
  at timestamptz not null,
  primary key (collaboration_id, round),
  foreign key (collaboration_id, round) references rounds (collaboration_id, number)
);

create table snapshots (
  collaboration_id uuid not null,
  round smallint not null,
  snapshot jsonb not null,
  primary key (collaboration_id, round),
  foreign key (collaboration_id, round) references rounds (collaboration_id, number)
);

create table deliveries (
  collaboration_id uuid not null,
  id bigint generated always as identity,
  key text not null,
  kind text not null,
  round smallint not null,
  member_id bigint,
  state text not null check (state in ('queued', 'sending', 'sent', 'failed', 'unknown', 'dropped')),
  reason text,
  conversation text,
  activity text,
  touched timestamptz not null,
  primary key (collaboration_id, id),
  unique (collaboration_id, key),
  foreign key (collaboration_id, round) references rounds (collaboration_id, number),
  foreign key (collaboration_id, member_id) references members (collaboration_id, id)
);
create index deliveries_of_member on deliveries (collaboration_id, member_id, touched);
create index deliveries_of_round on deliveries (collaboration_id, round, id);

create table audit (
  collaboration_id uuid not null references collaborations,
  id bigint generated always as identity,
  at timestamptz not null,
  what text not null,
  tenant_id text,
  object_id text,
  facts jsonb not null,
  primary key (collaboration_id, id)
);

create index audit_of_time on audit (collaboration_id, at);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log can only be added to';
end $$;
create trigger audit_is_append_only before update or delete or truncate on audit
  for each statement execute function audit_is_append_only();

-- Shared by all: nothing here belongs to one collaboration.

-- Where the bot is installed, by the SDK's own key.
create table installations (
  key text collate "C" primary key,
  reference jsonb not null
);

create table welcomes (
  conversation text primary key
);

-- One row that only the right master key can have made: a start with another key is refused before anything is sealed with it.
create table master_key_proof (
  only_one boolean primary key default true check (only_one),
  proof bytea not null
);

-- Row-level security. current_setting raises an error where no collaboration has been set, so a query that forgot to say
-- which one fails; the (select ...) makes PostgreSQL ask once per statement and not once per row.
do $$
declare name text;
begin
  foreach name in array array[
    'collaborations', 'organisations', 'channels', 'members', 'pseudonym_keys', 'rounds', 'participation', 'answers', 'last_pages', 'snapshots',
    'deliveries', 'audit'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_collaboration on %I
         using (collaboration_id = (select current_setting(''app.collaboration_id'')::uuid))
         with check (collaboration_id = (select current_setting(''app.collaboration_id'')::uuid))', name);
  end loop;
end $$;

-- The one question asked before the collaboration is known: which one is this channel linked to?
create policy asked_channel on channels for select
  using (channel_id = (select current_setting('app.channel_id', true)));

grant usage on schema public to app_tenant;
grant select, insert on collaborations, organisations, channels, pseudonym_keys, snapshots, audit to app_tenant;
grant select, insert, update on members, rounds, participation, answers, last_pages, deliveries to app_tenant;
grant select, insert, update, delete on installations, welcomes to app_tenant;
grant select, insert on master_key_proof to app_tenant;

-- The queue of jobs (pg-boss) lives in a schema of app_tenant's own, so that a job is put into it in the same transaction as
-- what it is about. Its rows carry ids and nothing of what people say.
create schema pgboss authorization app_tenant;

-- Answering is what everybody does at once, and every trip to the database costs: these say which collaboration they are about and
-- do their work in one trip. They run with the caller's rights, so row-level security holds inside them as anywhere.

-- Where one person stands in one round. It knows nothing of answers (method.md, P11).
create function standing(collaboration uuid, person_tenant text, person_object text, round_number smallint) returns jsonb
language plpgsql as $$
declare found_all jsonb;
begin
  perform set_config('app.collaboration_id', collaboration::text, true);
  select jsonb_build_object(
    'collaboration', (
      select jsonb_build_object('purpose', c.purpose, 'language', c.language, 'zone', c.zone, 'nextMeeting', c.next_meeting,
        'homeTenant', h.tenant_id, 'homeChannel', h.channel_id,
        'organisations', (
          select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.id)
          from organisations o where o.collaboration_id = collaboration))
      from collaborations c join channels h on h.collaboration_id = c.collaboration_id and h.home
      where c.collaboration_id = collaboration),
    'round', (
      select jsonb_build_object('number', r.number, 'state', r.state, 'mode', r.mode, 'k', r.k, 'audience', r.audience,
        'opens', r.opens, 'closes', r.closes)
      from rounds r where r.collaboration_id = collaboration and r.number = round_number),
    'member', (
      select jsonb_build_object('id', m.id, 'organisation', m.organisation, 'role', m.role, 'integrationManager', m.integration_manager)
      from members m where m.collaboration_id = collaboration and m.tenant_id = person_tenant and m.object_id = person_object),
    'participation', (
      select jsonb_build_object('member', p.member_id, 'organisation', p.organisation, 'role', p.role, 'state', p.state)
      from members m
      join participation p on p.collaboration_id = m.collaboration_id and p.member_id = m.id and p.round = round_number
      where m.collaboration_id = collaboration and m.tenant_id = person_tenant and m.object_id = person_object)
  ) into found_all;
  return found_all;
end $$;

-- Everything one pseudonym has answered in one round. It knows nothing of people.
create function answers_of(collaboration uuid, round_number smallint, who bytea) returns jsonb
language plpgsql as $$
begin
  perform set_config('app.collaboration_id', collaboration::text, true);
  return (
    select coalesce(jsonb_agg(jsonb_build_object('target', a.target, 'apart', a.not_working_together, 'ratings', to_jsonb(a.ratings))
      order by a.target), '[]')
    from answers a where a.collaboration_id = collaboration and a.round = round_number and a.respondent = who);
end $$;

-- Stores or replaces one answer, and returns all of this pseudonym's; null: the round is not open, nothing is stored. The shared lock
-- lets others answer and makes a close wait; after a close, the round is not open any more.
create function record_answer(
  collaboration uuid, round_number smallint, who bytea, own smallint, own_role text, about smallint, apart boolean, given smallint[],
  moment timestamptz
) returns jsonb
language plpgsql as $$
begin
  perform set_config('app.collaboration_id', collaboration::text, true);
  perform 1 from rounds r
    where r.collaboration_id = collaboration and r.number = round_number and r.state = 'open' and r.closes > moment for share;
  if not found then
    return null;
  end if;
  insert into answers (collaboration_id, round, respondent, target, organisation, role, not_working_together, ratings)
  values (collaboration, round_number, who, about, own, own_role, apart, given)
  on conflict (collaboration_id, round, respondent, target) do update set
    organisation = excluded.organisation, role = excluded.role,
    not_working_together = excluded.not_working_together, ratings = excluded.ratings;
  return answers_of(collaboration, round_number, who);
end $$;

-- Writes a closed round's answers and participation anew, by pseudonym and by member: rows lie in the order of writing, and that order
-- told who answered when. With its owner's rights, because nobody else may delete an answer; row-level security holds for the owner too.
create function forget_order(collaboration uuid, round_number smallint) returns void
language plpgsql security definer set search_path = public as $$
begin
  if collaboration <> current_setting('app.collaboration_id')::uuid then
    raise exception 'not the collaboration of this transaction';
  end if;
  if not exists (select 1 from rounds r where r.collaboration_id = collaboration and r.number = round_number and r.state = 'closed') then
    raise exception 'only a closed round forgets its order';
  end if;
  with gone as (delete from answers a where a.collaboration_id = collaboration and a.round = round_number returning *)
    insert into answers select * from gone order by respondent, target;
  with gone as (delete from participation p where p.collaboration_id = collaboration and p.round = round_number returning *)
    insert into participation select * from gone order by member_id;
end $$;
revoke all on function forget_order from public;
grant execute on function forget_order to app_tenant;
