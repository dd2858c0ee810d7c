-- What a person may have erased, what is forgotten in time, and opening a closed round once more (method.md, P6, P11, P12).

-- When it was opened again; once at most.
alter table rounds add column reopened timestamptz;

-- A round that was opened again may have a second edition. The first stays, and nothing is ever changed: readers see the latest.
alter table snapshots add column edition smallint not null default 1 check (edition > 0);
alter table snapshots drop constraint snapshots_pkey;
alter table snapshots add primary key (collaboration_id, round, edition);

-- The answers a published snapshot was made of, while its round is open again; deleted when that closes.
create table published_answers (
  collaboration_id uuid not null,
  round smallint not null,
  respondent bytea not null,
  target smallint not null,
  organisation smallint not null,
  role text not null,
  not_working_together boolean not null,
  ratings smallint[] not null,
  primary key (collaboration_id, round, respondent, target),
  foreign key (collaboration_id, round) references rounds (collaboration_id, number)
);

-- How many respondents of a published cell have had their answers erased since; nothing of who or what.
create table erased_respondents (
  collaboration_id uuid not null,
  round smallint not null,
  organisation smallint not null,
  role text not null,
  target smallint not null,
  respondents int not null check (respondents > 0),
  primary key (collaboration_id, round, organisation, role, target),
  foreign key (collaboration_id, round) references rounds (collaboration_id, number)
);

do $$
declare name text;
begin
  foreach name in array array['published_answers', 'erased_respondents'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_collaboration on %I
         using (collaboration_id = (select current_setting(''app.collaboration_id'')::uuid))
         with check (collaboration_id = (select current_setting(''app.collaboration_id'')::uuid))', name);
  end loop;
end $$;

grant select, insert on published_answers to app_tenant;
grant select on erased_respondents to app_tenant;

-- The functions below delete what app_tenant may not. They run with their owner's rights, for the collaboration of the transaction and
-- for nothing more than their names say.
create function only_this_collaboration(collaboration uuid) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  if collaboration <> current_setting('app.collaboration_id')::uuid then
    raise exception 'not the collaboration of this transaction';
  end if;
end $$;

create function only_a_closed_round(collaboration uuid, round_number smallint) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  perform 1 from rounds r where r.collaboration_id = collaboration and r.number = round_number and r.state = 'closed' for share;
  if not found then
    raise exception 'only for a closed round';
  end if;
end $$;

-- Erases everything one pseudonym has answered. It knows nothing of people. Where answers had been published and the round may still
-- be opened again, it is counted how many are gone of each cell.
create function erase_answers(collaboration uuid, who bytea) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform only_this_collaboration(collaboration);
  -- A round does not close or open while this is at work: its answers are either erased before, or counted as erased.
  perform 1 from rounds r where r.collaboration_id = collaboration order by r.number for share;
  -- Rows that somebody else is writing anew at this moment (forget_order) are missed by the first look and found by the next.
  loop
    with gone as (
      delete from answers a where a.collaboration_id = collaboration and a.respondent = who
      returning a.round, a.organisation, a.role, a.target
    )
    insert into erased_respondents as e (collaboration_id, round, organisation, role, target, respondents)
    select collaboration, g.round, g.organisation, g.role, g.target, 1
    from gone g join rounds r on r.collaboration_id = collaboration and r.number = g.round
    where r.state = 'closed' and r.reopened is null
    on conflict (collaboration_id, round, organisation, role, target) do update set respondents = e.respondents + 1;
    exit when not exists (select 1 from answers a where a.collaboration_id = collaboration and a.respondent = who);
  end loop;
  -- While a round is open again, what was published is in the copy, whatever has been answered since.
  with gone as (
    delete from published_answers a where a.collaboration_id = collaboration and a.respondent = who
    returning a.round, a.organisation, a.role, a.target
  )
  insert into erased_respondents as e (collaboration_id, round, organisation, role, target, respondents)
  select collaboration, g.round, g.organisation, g.role, g.target, 1 from gone g
  on conflict (collaboration_id, round, organisation, role, target) do update set respondents = e.respondents + 1;
end $$;

-- After the second close: the copy and the counts are not needed any more.
create function forget_published(collaboration uuid, round_number smallint) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform only_this_collaboration(collaboration);
  perform only_a_closed_round(collaboration, round_number);
  delete from published_answers a where a.collaboration_id = collaboration and a.round = round_number;
  delete from erased_respondents e where e.collaboration_id = collaboration and e.round = round_number;
end $$;

-- At the end of its retention: answers and who took part. False: there was nothing (left).
create function forget_round(collaboration uuid, round_number smallint) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  deleted bigint;
  forgotten bigint := 0;
begin
  perform only_this_collaboration(collaboration);
  perform only_a_closed_round(collaboration, round_number);
  delete from answers a where a.collaboration_id = collaboration and a.round = round_number;
  get diagnostics deleted = row_count;
  forgotten := forgotten + deleted;
  delete from participation p where p.collaboration_id = collaboration and p.round = round_number;
  get diagnostics deleted = row_count;
  forgotten := forgotten + deleted;
  delete from published_answers a where a.collaboration_id = collaboration and a.round = round_number;
  delete from erased_respondents e where e.collaboration_id = collaboration and e.round = round_number;
  return forgotten > 0;
end $$;

-- From here on nobody can tell whose the answers are that remain.
create function destroy_key(collaboration uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform only_this_collaboration(collaboration);
  delete from pseudonym_keys k where k.collaboration_id = collaboration;
end $$;

revoke all on function only_this_collaboration, only_a_closed_round, erase_answers, forget_published, forget_round, destroy_key from public;
grant execute on function erase_answers, forget_published, forget_round, destroy_key to app_tenant;
