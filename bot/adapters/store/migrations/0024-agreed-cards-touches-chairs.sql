-- The message that tells the home channel of an agreed action; null: it was agreed where its card was posted at once, or before 0024.
alter table actions add column told_with bigint;
alter table actions no force row level security;
alter table deliveries no force row level security;
alter table actions add foreign key (collaboration_id, told_with) references deliveries (collaboration_id, id);
alter table actions force row level security;
alter table deliveries force row level security;
create index actions_told on actions (collaboration_id, told_with, id) where told_with is not null;
grant update (told_with) on actions to app_tenant;

-- The one that still waits, for more to be put into it; and what may be read one by one, newest first.
create index agreed_waiting on deliveries (collaboration_id, id) where kind = 'agreed' and state = 'queued';
drop index deliveries_listed;
create index deliveries_listed on deliveries (collaboration_id, id) where kind in ('survey', 'nudge', 'digest', 'agreed');

-- When the app last wrote to a person, whichever collaboration it was about: the 48 hours hold over all of them. `person` is an HMAC of
-- tenant and object id with the master key, which is never in the database. A row is gone when its 48 hours are over.
create table last_touches (
  person bytea primary key check (length(person) = 32),
  touched timestamptz not null
);
create index last_touches_over on last_touches (touched);
grant select, insert, update, delete on last_touches to app_tenant;

-- A role beside integration manager; one person may have both.
alter table members add column chair boolean not null default false;
