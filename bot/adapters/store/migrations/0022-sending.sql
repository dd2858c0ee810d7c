-- What waits says why, and until when; a row keeps the time it came up: of rows from before, when they last changed.
alter table deliveries
  add column held text,
  add column held_until timestamptz,
  add column claimed timestamptz,
  add check (held is null or state = 'queued');
alter table deliveries no force row level security;
update deliveries set claimed = touched;
alter table deliveries force row level security;
alter table deliveries alter column claimed set not null;

-- What an integration manager may read one by one, newest first, and what a stop held back.
create index deliveries_listed on deliveries (collaboration_id, id) where kind in ('survey', 'nudge', 'digest');
create index deliveries_stopped on deliveries (collaboration_id, id) where held = 'stopped';

-- What becomes due for a person goes into the message that waits for them: their digest, too.
drop index nudges_waiting;
create index nudges_waiting on deliveries (collaboration_id, member_id, id) where kind in ('nudge', 'digest') and state = 'queued';

-- Here while all messages of a collaboration are stopped.
create table stops (
  collaboration_id uuid primary key references collaborations,
  since timestamptz not null,
  member_id bigint not null,
  foreign key (collaboration_id, member_id) references members (collaboration_id, id)
);
alter table stops enable row level security;
alter table stops force row level security;
create policy own_collaboration on stops
  using (collaboration_id = (select current_setting('app.collaboration_id')::uuid))
  with check (collaboration_id = (select current_setting('app.collaboration_id')::uuid));
grant select, insert, delete on stops to app_tenant;

-- A nudge that waited goes out with the digest.
grant update (delivery_id) on nudges to app_tenant;
