-- What each organisation says about itself. Absent: nothing has been written yet. `version` counts the changes: who changes something
-- says which version they saw. Who wrote what, and what was there before, is in the audit log.
create table who_we_are (
  collaboration_id uuid not null,
  organisation smallint not null,
  does text not null check (length(does) <= 400),
  does_not text not null check (length(does_not) <= 400),
  reach text not null check (length(reach) <= 400),
  version int not null check (version > 0),
  primary key (collaboration_id, organisation),
  foreign key (collaboration_id, organisation) references organisations (collaboration_id, id)
);
alter table who_we_are enable row level security;
alter table who_we_are force row level security;
create policy own_collaboration on who_we_are
  using (collaboration_id = (select current_setting('app.collaboration_id')::uuid))
  with check (collaboration_id = (select current_setting('app.collaboration_id')::uuid));

grant select, insert on who_we_are to app_tenant;
grant update (does, does_not, reach, version) on who_we_are to app_tenant;
