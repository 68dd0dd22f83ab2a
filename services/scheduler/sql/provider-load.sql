-- Visits booked per provider and week, for fairness.
select provider_id, floor(extract(epoch from start_at) / 604800)::int as week, count(*) as visits
from slot
where state = 'booked' and provider_id = any ($1::uuid[]) and start_at >= $2 and start_at < $3
group by 1, 2
