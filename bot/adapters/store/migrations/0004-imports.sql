-- A round collected elsewhere: it never was open here and has no members, so its counts of invited stand with it.

alter table rounds
  -- Per organisation and role, as `invited` of a round file; null: this round was held here.
  add column invited jsonb,
  -- SHA-256 of what its rows say, whatever their order and the kind of file: the same answers are imported once.
  add column content_sha256 bytea check (length(content_sha256) = 32),
  add constraint imported_is_closed check (
    (invited is null) = (content_sha256 is null) and (invited is null or (state = 'closed' and closed is not null)));

create unique index one_import_of_a_content on rounds (collaboration_id, content_sha256);
