-- Ordinals follow the time of queueing but for how long a transaction takes; an hour is longer than any. What was queued
-- a day before and sent since counts as well.
select ordinal as id
from message_view
where (queued_at >= $1::timestamptz or sent_at >= $1)
  and ordinal > coalesce(
    (select ordinal from message_view where queued_at < $1 - interval '25 hours' order by ordinal desc limit 1), 0)
