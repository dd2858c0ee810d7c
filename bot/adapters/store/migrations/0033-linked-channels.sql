-- Channels linked to a collaboration, by a one-time code that the home channel gives out and an integration manager confirms.

-- Of a linked one: what it is called, as Teams said when it asked, and who asked. Null: not known, or the home channel.
alter table channels
  add column id bigint generated always as identity,
  add column team_name text,
  add column channel_name text,
  add column asked_tenant text,
  add column asked_object text,
  add column linked timestamptz;
grant delete on channels to app_tenant;
create policy home_stays on channels as restrictive for delete using (not home);

-- The linked channel somebody takes part through; null: the home channel.
alter table members add column through text;

-- The linked channel a message is for; null: the home channel, or a person.
alter table deliveries add column channel text;

-- At most one for a collaboration. `code`: an HMAC with the master key, which is never in the database. A used one is gone.
create table link_codes (
  collaboration_id uuid primary key references collaborations,
  code bytea not null unique check (length(code) = 32),
  expires timestamptz not null,
  made_by bigint not null,
  foreign key (collaboration_id, made_by) references members (collaboration_id, id)
);

-- A channel that has shown a code, and waits for an integration manager.
create table link_asks (
  collaboration_id uuid not null references collaborations,
  id bigint generated always as identity,
  channel_id text not null,
  tenant_id text not null,
  team_name text,
  channel_name text,
  asked_tenant text not null,
  asked_object text not null,
  asked_name text not null,
  at timestamptz not null,
  primary key (collaboration_id, id),
  unique (collaboration_id, channel_id)
);

do $$
declare name text;
begin
  foreach name in array array['link_codes', 'link_asks'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_collaboration on %I
         using (collaboration_id = (select current_setting(''app.collaboration_id'')::uuid))
         with check (collaboration_id = (select current_setting(''app.collaboration_id'')::uuid))', name);
    execute format('grant select, insert, delete on %I to app_tenant', name);
  end loop;
end $$;
grant update on link_codes to app_tenant;

-- Whose code it is that somebody knows: nothing but the row of that very code.
create policy known_code on link_codes for select
  using (code = (select decode(current_setting('app.link_code', true), 'hex')));

-- Wrong tries of the last hour, by a keyed hash of a channel and of a person. Of no collaboration: nobody knows which one was meant.
create table link_tries (
  whose text not null,
  at timestamptz not null
);
create index link_tries_of on link_tries (whose, at);
create index link_tries_over on link_tries (at);
alter table link_tries enable row level security;
alter table link_tries force row level security;
create policy own_tries on link_tries
  using (
    whose = any ((select string_to_array(current_setting('app.link_tries', true), ','))::text[])
    or at < (select nullif(current_setting('app.link_over', true), '')::timestamptz))
  with check (whose = any ((select string_to_array(current_setting('app.link_tries', true), ','))::text[]));
grant select, insert, delete on link_tries to app_tenant;
