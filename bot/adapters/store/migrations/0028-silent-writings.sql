-- Each writes before anybody sees. The texts stand here by pseudonym while people write; when they are shown they are one shuffled list
-- without a writer, and the rows are gone.

create table silent_writings (
  collaboration_id uuid not null,
  meeting smallint not null,
  -- The id of the focus area within its meeting; never given to another.
  area smallint not null check (area > 0),
  question text not null check (question in ('harder', 'most help', 'start or stop', 'help here')),
  k smallint not null check (k >= 3),
  opened timestamptz not null,
  -- Of the order of speaking. The one that shuffles the texts is kept nowhere.
  seed int not null,
  -- A list of texts; empty: too few wrote. Null while people are writing.
  shown jsonb,
  primary key (collaboration_id, meeting, area),
  foreign key (collaboration_id, meeting) references agendas (collaboration_id, meeting)
);

-- By pseudonym, with no time and no organisation.
create table silent_texts (
  collaboration_id uuid not null,
  meeting smallint not null,
  area smallint not null,
  respondent bytea not null check (length(respondent) = 32),
  text text not null check (char_length(text) between 1 and 280),
  primary key (collaboration_id, meeting, area, respondent),
  foreign key (collaboration_id, meeting, area) references silent_writings (collaboration_id, meeting, area)
);
create index silent_texts_of_respondent on silent_texts (collaboration_id, respondent);

do $$
declare name text;
begin
  foreach name in array array['silent_writings', 'silent_texts'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_collaboration on %I
         using (collaboration_id = (select current_setting(''app.collaboration_id'')::uuid))
         with check (collaboration_id = (select current_setting(''app.collaboration_id'')::uuid))', name);
  end loop;
end $$;

-- A writing goes with its focus area, and after the time of retention; texts go when they are shown.
grant select, insert, delete on silent_writings, silent_texts to app_tenant;
grant update (shown) on silent_writings to app_tenant;
grant update (text) on silent_texts to app_tenant;
