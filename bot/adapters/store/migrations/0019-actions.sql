-- What was agreed, by whom it is owned, what was said about it, and what each person was nudged about.

create table actions (
  collaboration_id uuid not null references collaborations,
  id bigint generated always as identity,
  -- Names the request that agreed it: the same request again agrees nothing more.
  request text not null check (length(request) between 1 and 200),
  text text not null check (length(text) between 1 and 400),
  kind text not null check (kind in ('quick win', 'test of change', 'adaptive')),
  due date not null,
  next_step text,
  test jsonb,
  source jsonb not null,
  state text not null check (state in ('open', 'stuck', 'done', 'dropped')),
  stuck jsonb,
  snoozed jsonb,
  verdict text check (verdict in ('keep', 'change', 'drop')),
  kept_by smallint,
  moved int not null,
  agreed timestamptz not null,
  agreed_by bigint,
  heard timestamptz not null,
  nudged_from timestamptz not null,
  closed timestamptz,
  -- From when on somebody is to be nudged about it; null: nobody is, as it stands. The clock asks for nothing else.
  next_nudge timestamptz,
  primary key (collaboration_id, id),
  unique (collaboration_id, request),
  check ((state in ('done', 'dropped')) = (closed is not null)),
  check ((state = 'stuck') = (stuck is not null)),
  check ((verdict is not distinct from 'keep') = (kept_by is not null)),
  check (closed is null or next_nudge is null),
  check (kind <> 'test of change' or (test is not null and (state <> 'done' or verdict is not null) and state <> 'dropped')),
  foreign key (collaboration_id, agreed_by) references members (collaboration_id, id),
  foreign key (collaboration_id, kept_by) references organisations (collaboration_id, id)
);
-- The clock's question costs what is due, and not what exists.
create index actions_due on actions (collaboration_id, next_nudge, id) where next_nudge is not null;
create index actions_open on actions (collaboration_id, due, id) where closed is null;
create index actions_closed on actions (collaboration_id, closed, id) where closed is not null;

-- In their order. Without a member: that person has left, and the organisation still owns it.
create table action_owners (
  collaboration_id uuid not null,
  action_id bigint not null,
  position smallint not null check (position > 0),
  organisation smallint not null,
  member_id bigint,
  primary key (collaboration_id, action_id, position),
  unique (collaboration_id, action_id, member_id),
  foreign key (collaboration_id, action_id) references actions (collaboration_id, id),
  foreign key (collaboration_id, organisation) references organisations (collaboration_id, id),
  foreign key (collaboration_id, member_id) references members (collaboration_id, id)
);
create index action_owners_of_member on action_owners (collaboration_id, member_id, action_id) where member_id is not null;

-- Without a member: not known any more, or nobody said so.
create table action_events (
  collaboration_id uuid not null,
  id bigint generated always as identity,
  action_id bigint not null,
  what text not null,
  member_id bigint,
  at timestamptz not null,
  was jsonb not null,
  becomes jsonb not null,
  primary key (collaboration_id, id),
  foreign key (collaboration_id, action_id) references actions (collaboration_id, id),
  foreign key (collaboration_id, member_id) references members (collaboration_id, id)
);
create index action_events_of_action on action_events (collaboration_id, action_id, id);
create index action_events_of_member on action_events (collaboration_id, member_id, id) where member_id is not null;

-- Each step of a due date is claimed once for each person, and goes out with one delivery.
create table nudges (
  collaboration_id uuid not null,
  action_id bigint not null,
  member_id bigint not null,
  due date not null,
  step text not null,
  delivery_id bigint not null,
  primary key (collaboration_id, action_id, member_id, due, step),
  foreign key (collaboration_id, action_id) references actions (collaboration_id, id),
  foreign key (collaboration_id, member_id) references members (collaboration_id, id),
  foreign key (collaboration_id, delivery_id) references deliveries (collaboration_id, id)
);
create index nudges_of_delivery on nudges (collaboration_id, delivery_id);

-- A nudge is about no round.
alter table deliveries alter column round drop not null;
-- The one that still waits for a person, for more to be put into it.
create index nudges_waiting on deliveries (collaboration_id, member_id, id) where kind = 'nudge' and state = 'queued';

-- Where somebody's device says they are, where that is one of the zones set-up offers; null: where the collaboration is.
alter table members add column zone text;

do $$
declare name text;
begin
  foreach name in array array['actions', 'action_owners', 'action_events', 'nudges'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_collaboration on %I
         using (collaboration_id = (select current_setting(''app.collaboration_id'')::uuid))
         with check (collaboration_id = (select current_setting(''app.collaboration_id'')::uuid))', name);
  end loop;
end $$;

grant select, insert on actions, action_owners, action_events, nudges to app_tenant;
grant update (due, next_step, state, stuck, snoozed, verdict, kept_by, moved, agreed_by, heard, nudged_from, closed, next_nudge)
  on actions to app_tenant;
grant update (member_id) on action_owners to app_tenant;
grant delete on action_owners, nudges to app_tenant;
-- So that somebody's name is taken out of what is closed.
grant update (member_id, was, becomes) on action_events to app_tenant;
