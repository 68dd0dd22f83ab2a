-- Free slots within a week of an instant ($4), the same provider's ($5) first, then the nearest. A class appears once,
-- with its lowest free seat, one that is kept for nobody first.
select ${slotColumns}
from (
  select id
  from (
    select distinct on (visit_id) id, provider_id, start_at
    from slot
    where state = 'free' and specialty_id = $1 and visit_type_id = $2 and location_id = $3
      and start_at between $4::timestamptz - interval '7 days' and $4::timestamptz + interval '7 days'
    order by visit_id, release_at is not null, seat) start
  order by provider_id <> $5::uuid, abs(extract(epoch from start_at - $4::timestamptz)), id
  limit 20) s
join slot_view v on v.id = s.id
order by v.provider_id <> $5::uuid, abs(extract(epoch from v.start_at - $4::timestamptz)), v.id
