-- A closed round forgets its order slice by slice, each in a transaction of its own: in one, a million answers kept everybody waiting.
-- Answers and participation apart, so that no function touches both.
drop function forget_order(uuid, smallint);

-- Writes the next answers of a closed round anew, in the order of pseudonyms: rows lie in the order of writing, and that order told who
-- answered when. `after`: the last pseudonym of the slice before, at first an empty one; `most`: about so many rows. Returns the last
-- pseudonym of this slice; null: that was all. With its owner's rights, because nobody else may delete an answer; row-level security
-- holds for the owner too. The shared lock makes whoever would open the round again wait for the slice.
create function forget_order_of_answers(collaboration uuid, round_number smallint, after bytea, most int) returns bytea
language plpgsql security definer set search_path = public, pg_temp as $$
declare last bytea;
begin
  if collaboration <> current_setting('app.collaboration_id')::uuid then
    raise exception 'not the collaboration of this transaction';
  end if;
  perform 1 from rounds r where r.collaboration_id = collaboration and r.number = round_number and r.state = 'closed' for share;
  if not found then
    raise exception 'only a closed round forgets its order';
  end if;
  select a.respondent into last from answers a
    where a.collaboration_id = collaboration and a.round = round_number and a.respondent > after
    order by a.respondent, a.target offset most - 1 limit 1;
  with gone as (
    delete from answers a
    where a.collaboration_id = collaboration and a.round = round_number and a.respondent > after and (last is null or a.respondent <= last)
    returning a.collaboration_id, a.round, a.respondent, a.target, a.organisation, a.role, a.not_working_together, a.ratings
  )
  insert into answers (collaboration_id, round, respondent, target, organisation, role, not_working_together, ratings)
  select g.collaboration_id, g.round, g.respondent, g.target, g.organisation, g.role, g.not_working_together, g.ratings
  from gone g order by g.respondent, g.target;
  return last;
end $$;

-- The same for participation, in the order of joining.
create function forget_order_of_participation(collaboration uuid, round_number smallint, after bigint, most int) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare last bigint;
begin
  if collaboration <> current_setting('app.collaboration_id')::uuid then
    raise exception 'not the collaboration of this transaction';
  end if;
  perform 1 from rounds r where r.collaboration_id = collaboration and r.number = round_number and r.state = 'closed' for share;
  if not found then
    raise exception 'only a closed round forgets its order';
  end if;
  select p.member_id into last from participation p
    where p.collaboration_id = collaboration and p.round = round_number and p.member_id > after
    order by p.member_id offset most - 1 limit 1;
  with gone as (
    delete from participation p
    where p.collaboration_id = collaboration and p.round = round_number and p.member_id > after and (last is null or p.member_id <= last)
    returning p.collaboration_id, p.round, p.member_id, p.organisation, p.role, p.state
  )
  insert into participation (collaboration_id, round, member_id, organisation, role, state)
  select g.collaboration_id, g.round, g.member_id, g.organisation, g.role, g.state from gone g order by g.member_id;
  return last;
end $$;

revoke all on function forget_order_of_answers, forget_order_of_participation from public;
grant execute on function forget_order_of_answers, forget_order_of_participation to app_tenant;
