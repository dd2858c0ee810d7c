-- A round keeps its own copy of the questions it asks. Null: the first version of the relational instrument, from before rounds did.
alter table rounds add column instrument jsonb;

-- Target 0 is the network as a whole; every other target is an organisation. Ratings stand in the order of domain/instrument.ts,
-- questionIds, and end with the last question there is a rating of.
alter table answers drop constraint answers_collaboration_id_target_fkey;
alter table answers drop constraint answers_ratings_check;
alter table answers add check (cardinality(ratings) <= 64 and 1 <= all (ratings) and 5 >= all (ratings));
alter table answers add check (target >= 0);
-- For a moment the owner sees all rows, so that the new key is checked against them.
alter table answers no force row level security;
alter table organisations no force row level security;
alter table answers add column target_organisation smallint generated always as (nullif(target, 0)) stored;
alter table answers add foreign key (collaboration_id, target_organisation) references organisations (collaboration_id, id);
alter table answers force row level security;
alter table organisations force row level security;

-- Whom a respondent of the short form is asked about: drawn once, kept by pseudonym, apart from people like their answers.
create table draws (
  collaboration_id uuid not null,
  round smallint not null,
  respondent bytea not null check (length(respondent) = 32),
  organisation smallint not null,
  partners smallint[] not null,
  primary key (collaboration_id, round, respondent),
  foreign key (collaboration_id, round) references rounds (collaboration_id, number),
  foreign key (collaboration_id, organisation) references organisations (collaboration_id, id)
);

-- Questions the partners wrote themselves. A text never changes; the integration manager takes it up or declines it.
create table local_questions (
  collaboration_id uuid not null references collaborations,
  id bigint generated always as identity,
  text text not null check (length(text) between 1 and 200),
  state text not null check (state in ('proposed', 'approved', 'declined')),
  proposed_by bigint not null,
  primary key (collaboration_id, id),
  foreign key (collaboration_id, proposed_by) references members (collaboration_id, id)
);

do $$
declare name text;
begin
  foreach name in array array['draws', 'local_questions'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_collaboration on %I
         using (collaboration_id = (select current_setting(''app.collaboration_id'')::uuid))
         with check (collaboration_id = (select current_setting(''app.collaboration_id'')::uuid))', name);
  end loop;
end $$;
grant select, insert on draws to app_tenant;
grant select, insert, update on local_questions to app_tenant;

-- As before, with the round's instrument.
create or replace function standing(collaboration uuid, person_tenant text, person_object text, round_number smallint) returns jsonb
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

-- What a respondent drew goes with their answers, is forgotten with the round, and loses its order with them. With the owner's rights,
-- because nobody else may delete a draw; row-level security holds for the owner too.
create function erase_draws(collaboration uuid, who bytea) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform only_this_collaboration(collaboration);
  delete from draws d where d.collaboration_id = collaboration and d.respondent = who;
end $$;

create function forget_draws(collaboration uuid, round_number smallint) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform only_this_collaboration(collaboration);
  perform only_a_closed_round(collaboration, round_number);
  delete from draws d where d.collaboration_id = collaboration and d.round = round_number;
end $$;

create function forget_order_of_draws(collaboration uuid, round_number smallint) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform only_this_collaboration(collaboration);
  perform only_a_closed_round(collaboration, round_number);
  with gone as (
    delete from draws d where d.collaboration_id = collaboration and d.round = round_number
    returning d.collaboration_id, d.round, d.respondent, d.organisation, d.partners
  )
  insert into draws (collaboration_id, round, respondent, organisation, partners)
  select g.collaboration_id, g.round, g.respondent, g.organisation, g.partners from gone g order by g.respondent;
end $$;

revoke all on function erase_draws, forget_draws, forget_order_of_draws from public;
grant execute on function erase_draws, forget_draws, forget_order_of_draws to app_tenant;
