-- Set-up can be changed after the start. `version` counts the changes: who changes something says which version they saw.
alter table collaborations add column version int not null default 1 check (version > 0);

-- An organisation is never deleted. It takes part in the rounds from `joined_with` (null: the first) to `left_after` (null: it is here;
-- 0: it left before any).
alter table organisations
  add column joined_with smallint check (joined_with > 0),
  add column left_after smallint check (left_after >= 0);

-- At most six, agreed at the start and checked back against. One keeps its id while its text is mended.
create table outcomes (
  collaboration_id uuid not null references collaborations,
  id bigint generated always as identity,
  position smallint not null check (position between 1 and 6),
  text text not null check (length(text) between 1 and 200),
  primary key (collaboration_id, id)
);
alter table outcomes enable row level security;
alter table outcomes force row level security;
create policy own_collaboration on outcomes
  using (collaboration_id = (select current_setting('app.collaboration_id')::uuid))
  with check (collaboration_id = (select current_setting('app.collaboration_id')::uuid));

grant select, insert, update, delete on outcomes to app_tenant;
grant update (purpose, language, zone, next_meeting, version) on collaborations to app_tenant;
grant update (name, joined_with, left_after) on organisations to app_tenant;

-- As everywhere: an organisation with the rounds it takes part in, where those are not all.
create function organisations_of(collaboration uuid) returns json
language sql stable as $$
  select json_strip_nulls(json_agg(
    json_build_object('id', o.id, 'name', o.name, 'joinedWith', o.joined_with, 'leftAfter', o.left_after) order by o.id))
  from organisations o where o.collaboration_id = collaboration
$$;
grant execute on function organisations_of to app_tenant;

-- As before, with that.
create or replace function standing(collaboration uuid, person_tenant text, person_object text, round_number smallint) returns jsonb
language plpgsql as $$
declare found_all jsonb;
begin
  perform set_config('app.collaboration_id', collaboration::text, true);
  select jsonb_build_object(
    'collaboration', (
      select jsonb_build_object('purpose', c.purpose, 'language', c.language, 'zone', c.zone, 'nextMeeting', c.next_meeting,
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
