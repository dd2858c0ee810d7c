-- A collaboration can be closed, for good. What it published stays; nothing is added any more, by the database itself: whatever a server
-- still remembers, and whichever use case asks.

alter table collaborations add column closed timestamptz;

-- Taken shared by whoever adds something, until their transaction ends, and alone by whoever closes (`closing.ts`).
create function refuse_when_closed() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  -- What is tidied up after a close (forget_order and the like) runs with its owner's rights, and an administrator is nobody's server.
  if current_user = 'app_tenant' then
    perform pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.collaboration_id'), 2));
    if exists (
      select from collaborations c
      where c.collaboration_id = (select current_setting('app.collaboration_id')::uuid) and c.closed is not null
    ) then
      raise exception 'the collaboration is closed' using errcode = 'CG001';
    end if;
  end if;
  return null;
end $$;

-- Once for each statement. Not here: the log, what takes something away (erasing, forgetting, names taken out of actions), what becomes
-- of messages, the language of a person, and whose place on the roster ends.
create function guard_when_closed(name text, deeds text) returns void language plpgsql as $$
begin
  execute format('create trigger refuse_when_closed before %s on %I for each statement execute function refuse_when_closed()', deeds, name);
end $$;

select guard_when_closed(name, deeds) from (values
  ('answers', 'insert or update'), ('draws', 'insert'), ('published_answers', 'insert'),
  ('check_out_answers', 'insert or update'), ('silent_texts', 'insert or update')
) as listed (name, deeds);

select guard_when_closed(name, deeds) from (values
  ('participation', 'insert'), ('rounds', 'insert or update of state, closes'), ('snapshots', 'insert'),
  ('local_questions', 'insert or update'), ('collaborations', 'update of purpose, language, zone, version'),
  ('organisations', 'insert or update'), ('outcomes', 'insert or update or delete'), ('channels', 'insert'),
  ('link_codes', 'insert or update'), ('link_asks', 'insert'),
  ('who_we_are', 'insert or update'), ('members', 'insert'),
  ('deliveries', 'insert'), ('nudges', 'insert'), ('stops', 'insert or delete'),
  ('actions', 'insert or update of state'), ('action_owners', 'insert'), ('action_events', 'insert'),
  ('meetings', 'insert or update'), ('rhythms', 'insert or update or delete'), ('attendance', 'insert'),
  ('decisions', 'insert or update or delete'), ('agendas', 'insert or update'),
  ('check_outs', 'insert or update'), ('silent_writings', 'insert or update')
) as listed (name, deeds);

select guard_when_closed('pseudonym_keys', 'insert');

drop function guard_when_closed;

-- Closes it and destroys the key of its pseudonyms: from here on nobody can tell whose the answers are that remain. False: it was closed
-- before. With its owner's rights, because nobody else may delete a key, or open a collaboration again.
create function close_collaboration(collaboration uuid, moment timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform only_this_collaboration(collaboration);
  if exists (select from rounds r where r.collaboration_id = collaboration and r.state = 'open') then
    raise exception 'a collaboration with an open round is not closed';
  end if;
  update collaborations c set closed = moment where c.collaboration_id = collaboration and c.closed is null;
  if not found then
    return false;
  end if;
  delete from pseudonym_keys k where k.collaboration_id = collaboration;
  return true;
end $$;
revoke all on function close_collaboration from public;
grant execute on function close_collaboration to app_tenant;

-- A page of the log, newest first.
create index audit_listed on audit (collaboration_id, id desc);
create index audit_of_kind on audit (collaboration_id, what, id desc);
