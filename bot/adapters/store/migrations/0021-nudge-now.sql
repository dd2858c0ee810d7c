-- A nudge that an integration manager asks for: when they did. It may come again with another message; the steps of a due date stay
-- claimed once for each person.
alter table nudges add column asked timestamptz;
alter table nudges add check ((step = 'now') = (asked is not null));
alter table nudges drop constraint nudges_pkey;
alter table nudges add primary key (collaboration_id, action_id, member_id, due, step, delivery_id);
create unique index nudges_once on nudges (collaboration_id, action_id, member_id, due, step) where step <> 'now';
