-- The second question asked before a collaboration is known: on which rosters does this person stand? Asked with tenant and object id of
-- a signed request; it shows the person's own rows and nobody else's. Where nobody is named, it shows nothing.
create policy asked_person on members for select
  using (tenant_id = (select current_setting('app.person_tenant', true))
    and object_id = (select current_setting('app.person_object', true)));

create index members_of_person on members (tenant_id, object_id);
