-- The language of a person's Teams, where it is one of ours: what the app writes to them by itself comes in it. Null: not known.
alter table members add column language text check (language in ('en', 'nb'));

-- As before, with that: an answer page learns in the same trip whether another is kept.
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
      select jsonb_build_object('id', m.id, 'organisation', m.organisation, 'role', m.role,
        'integrationManager', m.integration_manager, 'language', m.language)
      from members m where m.collaboration_id = collaboration and m.tenant_id = person_tenant and m.object_id = person_object),
    'participation', (
      select jsonb_build_object('member', p.member_id, 'organisation', p.organisation, 'role', p.role, 'state', p.state)
      from members m
      join participation p on p.collaboration_id = m.collaboration_id and p.member_id = m.id and p.round = round_number
      where m.collaboration_id = collaboration and m.tenant_id = person_tenant and m.object_id = person_object)
  ) into found_all;
  return found_all;
end $$;

-- In one trip, and written only where another is kept. Whoever sends to many people holds their rows for a while: nobody who presses a
-- button waits for that. False: it was so just now, and nothing is written.
create function keep_language(collaboration uuid, person_tenant text, person_object text, said text) returns boolean
language plpgsql as $$
declare
  member bigint;
  kept text;
begin
  perform set_config('app.collaboration_id', collaboration::text, true);
  select m.id, m.language into member, kept
  from members m where m.collaboration_id = collaboration and m.tenant_id = person_tenant and m.object_id = person_object;
  if not found or kept = said then return true; end if;
  update members set language = said
  where collaboration_id = collaboration and id in (
    select m.id from members m where m.collaboration_id = collaboration and m.id = member for no key update skip locked);
  return found;
end $$;
grant execute on function keep_language to app_tenant;
