-- How people left a meeting. The answers stand here until the check-out closes; what is published of them then stays, and they are gone.

create table check_outs (
  collaboration_id uuid not null,
  meeting smallint not null,
  k smallint not null check (k >= 3),
  opens timestamptz not null,
  closes timestamptz not null check (closes > opens),
  -- What was published when it closed; null while it is open.
  closed timestamptz,
  results jsonb,
  primary key (collaboration_id, meeting),
  check ((closed is null) = (results is null)),
  foreign key (collaboration_id, meeting) references meetings (collaboration_id, number)
);

-- By pseudonym, with no time and no organisation.
create table check_out_answers (
  collaboration_id uuid not null,
  meeting smallint not null,
  respondent bytea not null check (length(respondent) = 32),
  energy smallint check (energy between 1 and 5),
  -- 1 yes, 2 partly, 3 no.
  said smallint check (said between 1 and 3),
  primary key (collaboration_id, meeting, respondent),
  check (energy is not null or said is not null),
  foreign key (collaboration_id, meeting) references check_outs (collaboration_id, meeting)
);
create index check_out_answers_of_respondent on check_out_answers (collaboration_id, respondent);

-- What may be read one by one is everything but what is only counted.
drop index deliveries_listed;
create index deliveries_listed on deliveries (collaboration_id, id) where kind not in ('survey copy', 'reminder');
create index deliveries_of_meeting on deliveries (collaboration_id, meeting, id) where meeting is not null;

do $$
declare name text;
begin
  foreach name in array array['check_outs', 'check_out_answers'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_collaboration on %I
         using (collaboration_id = (select current_setting(''app.collaboration_id'')::uuid))
         with check (collaboration_id = (select current_setting(''app.collaboration_id'')::uuid))', name);
  end loop;
end $$;

grant select, insert on check_outs, check_out_answers to app_tenant;
grant update (closed, results) on check_outs to app_tenant;
grant update (energy, said) on check_out_answers to app_tenant;
-- They are gone when it closes.
grant delete on check_out_answers to app_tenant;
