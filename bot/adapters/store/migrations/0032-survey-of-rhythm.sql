-- The survey that goes with the meetings of a rhythm; null: none does. A rhythm that is there already goes on as it was set.

alter table rhythms add column survey jsonb;
