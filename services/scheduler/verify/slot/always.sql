-- Who has which slot: these rows must not exist, at any time. $1 is now, $2 the slots whose turn it is.
with asked as (select s.*, $1::timestamptz as at from slot s where s.id = any($2::uuid[]))
select 'a provider is in two places' as broken, a.id::text as id
from asked a
where a.state in ('held', 'booked') and exists (
  select from slot b
  where b.provider_id = a.provider_id and b.state in ('held', 'booked') and b.blocks && a.blocks
    and (b.session_id, b.local_start) <> (a.session_id, a.local_start))
union all
select 'a slot''s state does not follow from who has it', s.id::text
from asked s
left join reservation r on r.slot_id = s.id and r.status <> 'cancelled'
left join hold h on h.slot_id = s.id and h.state = 'open'
where (s.state = 'booked') <> (r.slot_id is not null)
  or (s.state = 'held') <> (h.id is not null)
  or r.during <> s.during
  or (s.is_retired and s.state = 'free')
union all
select 'a longer visit and the slot it took in do not go together', coalesce(s.id, a.id)::text
from asked a
left join slot s on s.id = case when a.own_end_at is not null then a.id else a.merged_into end and s.own_end_at is not null
left join slot n on n.merged_into = s.id
where (a.own_end_at is not null or a.merged_into is not null)
  and (s.id is null or n.id is null or s.state not in ('held', 'booked') or s.end_at <> n.end_at
    or s.own_end_at > n.start_at or s.session_id <> n.session_id or s.seat <> n.seat)
union all
select 'a slot is among the live and among the past', s.id::text
from asked s join slot_past p on p.id = s.id and p.start_at = s.start_at
union all
select 'a slot names what the directory does not know', s.id::text
from asked s
left join provider p on p.id = s.provider_id
left join specialty c on c.id = s.specialty_id
left join location l on l.id = s.location_id
left join visit_type v on v.id = s.visit_type_id
where p.id is null or c.id is null or l.id is null or v.id is null
