-- How far a meeting has come: it can be left and taken up again, and two people can have it open.

create table agendas (
  collaboration_id uuid not null,
  meeting smallint not null,
  version int not null check (version > 0),
  -- Null: it is prepared, and has not begun.
  started timestamptz,
  step text not null check (step in ('recap', 'actions', 'focus areas', 'agreed', 'check-out', 'next date')),
  -- Chosen focus areas, without any result: what is published is read from its snapshot. Groups only until the meeting ends.
  areas jsonb not null,
  last_area smallint not null check (last_area >= 0),
  primary key (collaboration_id, meeting),
  foreign key (collaboration_id, meeting) references meetings (collaboration_id, number)
);

alter table agendas enable row level security;
alter table agendas force row level security;
create policy own_collaboration on agendas
  using (collaboration_id = (select current_setting('app.collaboration_id')::uuid))
  with check (collaboration_id = (select current_setting('app.collaboration_id')::uuid));

grant select, insert on agendas to app_tenant;
grant update (version, started, step, areas, last_area) on agendas to app_tenant;

-- What was agreed in one meeting.
create index actions_of_meeting on actions (collaboration_id, ((source ->> 'number')::int))
  where source ->> 'from' = 'meeting' and source ? 'number';
