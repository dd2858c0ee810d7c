-- Meetings: when, who was there, what was decided. The next meeting is the first that is still planned.

create table meetings (
  collaboration_id uuid not null references collaborations,
  number smallint not null check (number > 0),
  date date not null,
  -- On the clocks of the collaboration's zone.
  starts text not null check (starts ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  state text not null check (state in ('planned', 'held', 'called off')),
  ended timestamptz,
  by_rhythm boolean not null,
  -- When somebody said who was there; null: nobody has.
  attendance_taken timestamptz,
  version int not null default 1 check (version > 0),
  primary key (collaboration_id, number),
  check ((state = 'held') = (ended is not null))
);
create unique index one_meeting_a_day on meetings (collaboration_id, date) where state <> 'called off';
create index meetings_planned on meetings (collaboration_id, date) where state = 'planned';

-- Absent: meetings are planned one by one.
create table rhythms (
  collaboration_id uuid primary key references collaborations,
  rule jsonb not null,
  starts_from date not null,
  starts text not null
);

-- With the organisation they answered for then.
create table attendance (
  collaboration_id uuid not null,
  meeting smallint not null,
  member_id bigint not null,
  organisation smallint not null,
  primary key (collaboration_id, meeting, member_id),
  foreign key (collaboration_id, meeting) references meetings (collaboration_id, number),
  foreign key (collaboration_id, member_id) references members (collaboration_id, id),
  foreign key (collaboration_id, organisation) references organisations (collaboration_id, id)
);
create index attendance_of_member on attendance (collaboration_id, member_id, meeting);

create table decisions (
  collaboration_id uuid not null,
  id bigint generated always as identity,
  meeting smallint not null,
  -- Names the request that made it: the same request again decides nothing more.
  request text not null check (length(request) between 1 and 200),
  text text not null check (length(text) between 1 and 400),
  at timestamptz not null,
  primary key (collaboration_id, id),
  unique (collaboration_id, request),
  foreign key (collaboration_id, meeting) references meetings (collaboration_id, number)
);
create index decisions_of_meeting on decisions (collaboration_id, meeting, id);

alter table collaborations no force row level security;
insert into meetings (collaboration_id, number, date, starts, state, by_rhythm)
  select collaboration_id, 1, next_meeting, '09:00', 'planned', false from collaborations;
alter table collaborations force row level security;

do $$
declare name text;
begin
  foreach name in array array['meetings', 'rhythms', 'attendance', 'decisions'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_collaboration on %I
         using (collaboration_id = (select current_setting(''app.collaboration_id'')::uuid))
         with check (collaboration_id = (select current_setting(''app.collaboration_id'')::uuid))', name);
  end loop;
end $$;

grant select, insert on meetings, rhythms, attendance, decisions to app_tenant;
grant update (date, starts, state, ended, by_rhythm, attendance_taken, version) on meetings to app_tenant;
grant update on rhythms to app_tenant;
grant update (text) on decisions to app_tenant;
grant delete on rhythms, attendance, decisions to app_tenant;

-- The first that is planned; where none is, the last there was.
create function next_meeting_of(collaboration uuid) returns date
language sql stable as $$
  select coalesce(
    (select min(m.date) from meetings m where m.collaboration_id = collaboration and m.state = 'planned'),
    (select max(m.date) from meetings m where m.collaboration_id = collaboration))
$$;
grant execute on function next_meeting_of to app_tenant;

-- As before, with that.
create or replace function standing(collaboration uuid, person_tenant text, person_object text, round_number smallint) returns jsonb
language plpgsql as $$
declare found_all jsonb;
begin
  perform set_config('app.collaboration_id', collaboration::text, true);
  select jsonb_build_object(
    'collaboration', (
      select jsonb_build_object('purpose', c.purpose, 'language', c.language, 'zone', c.zone,
        'nextMeeting', next_meeting_of(collaboration),
        'homeTenant', h.tenant_id, 'homeChannel', h.channel_id, 'organisations', organisations_of(collaboration))
      from collaborations c join channels h on h.collaboration_id = c.collaboration_id and h.home
      where c.collaboration_id = collaboration),
    'round', (
      select jsonb_build_object('number', r.number, 'state', r.state, 'mode', r.mode, 'k', r.k, 'audience', r.audience,
        'opens', r.opens, 'closes', r.closes, 'instrument', r.instrument)
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

alter table collaborations drop column next_meeting;
