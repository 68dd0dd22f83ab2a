-- A provider's slot at a wall-clock time ($3): a free one if there is one, else one of $6. $2: about when that is. In a
-- class the lowest seat, one that is kept for nobody first.
select ${slotColumns}
from slot_view v
where v.provider_id = $1 and v.start_at between $2::timestamptz - interval '1 day' and $2::timestamptz + interval '1 day'
  and v.local_start = $3 and v.visit_type_id = $4 and v.location_id = $5 and v.state <> 'closed'
order by v.state <> 'free', v.id <> all ($6::uuid[]), v.release_at is not null, v.seat, v.id
limit 1
