-- Around a meeting: one line is asked for before it, and who joined since the one before is told what was decided.
-- Asked for at a moment, as by an integration manager, and once more before each meeting.
alter table nudges drop constraint nudges_check;
alter table nudges add constraint nudges_asked check ((step in ('now', 'before meeting')) = (asked is not null));
drop index nudges_once;
create unique index nudges_once on nudges (collaboration_id, action_id, member_id, due, step) where step not in ('now', 'before meeting');
-- Everything that takes what is to be said to one person along with it.
drop index nudges_waiting;
create index nudges_waiting on deliveries (collaboration_id, member_id, id)
  where kind in ('nudge', 'digest', 'brief', 'update request') and state = 'queued';

-- When somebody first answered for an organisation; null: before this was kept, or never.
alter table members add column joined timestamptz;
