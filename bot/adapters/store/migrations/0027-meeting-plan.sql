-- A survey that goes with a meeting, and the round it became.

-- A new reference looks at every row there is, and here no collaboration is named.
alter table meetings no force row level security;
alter table rounds no force row level security;
alter table deliveries no force row level security;

alter table meetings
  add column survey jsonb,
  add column round smallint,
  -- Why the clock could not open it; null: it could, or its day has not come.
  add column survey_refused text,
  add foreign key (collaboration_id, round) references rounds (collaboration_id, number);
create unique index round_of_one_meeting on meetings (collaboration_id, round) where round is not null;
grant update (survey, round, survey_refused) on meetings to app_tenant;

-- A message about a meeting.
alter table deliveries
  add column meeting smallint,
  add foreign key (collaboration_id, meeting) references meetings (collaboration_id, number);
drop index deliveries_listed;
create index deliveries_listed on deliveries (collaboration_id, id) where kind in ('survey', 'nudge', 'digest', 'agreed', 'survey not opened');

alter table meetings force row level security;
alter table rounds force row level security;
alter table deliveries force row level security;
