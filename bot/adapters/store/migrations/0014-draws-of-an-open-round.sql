-- What a respondent of the short form drew is kept while the round is open: drawn anew it would be of other partners, and they would
-- count about both. In closed rounds it goes with the answers, as before.
create or replace function erase_draws(collaboration uuid, who bytea) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform only_this_collaboration(collaboration);
  delete from draws d using rounds r
  where d.collaboration_id = collaboration and d.respondent = who
    and r.collaboration_id = collaboration and r.number = d.round and r.state <> 'open';
end $$;
