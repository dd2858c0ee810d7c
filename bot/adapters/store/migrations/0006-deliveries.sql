-- How often the sending of a delivery was begun: the pause before the next time grows with it.
alter table deliveries add column attempts integer not null default 0;

-- The few of the channel, found without reading everybody's own.
create index deliveries_of_channel on deliveries (collaboration_id, round, id) where member_id is null;
