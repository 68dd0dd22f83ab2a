-- For how long, at $1, somebody has had to care for the visit that has waited longest; 0 where nobody has to.
select coalesce(extract(epoch from $1::timestamptz - min(changed_at)), 0)::float8 as oldest_s
from leave_visit_view
where state in ('unplaced', 'refused') or (state = 'proposed' and is_unreached)
