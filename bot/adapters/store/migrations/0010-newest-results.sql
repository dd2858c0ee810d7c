-- The results shown first are those of the round that closed last, wherever it was held: found by looking once, not by sorting all.
create index rounds_in_order_of_closing on rounds (collaboration_id, (coalesce(closed, closes)), number);
