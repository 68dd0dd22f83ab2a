-- Every visit of disruption $1, or (null) all visits that staff have to settle; $4: only this visit. After the last one
-- of the page before ($2, $3). Visit by visit: `offset 0`.
with listed as (
  select leave_id, appointment_id from leave_visit where leave_id = $1
  union all
  select leave_id, appointment_id from leave_visit
  where $1::uuid is null and state in ('proposed', 'unplaced', 'refused'))
select lv.leave_id, lv.appointment_id, lv.version, lv.patient_id, lv.state, lv.status, lv.changed_at, lv.urgency,
  lv.booked_at, lv.due_date, lv.is_unreached,
  lv.from_slot || jsonb_build_object('provider_name', fp.name, 'time_zone', fl.time_zone) as from_slot,
  lv.to_slot || jsonb_build_object('provider_name', tp.name, 'time_zone', tl.time_zone) as to_slot,
  f.start_at, fl.time_zone, d.kind
from listed
cross join lateral (
  select * from leave_visit_view v
  where v.leave_id = listed.leave_id and v.appointment_id = listed.appointment_id offset 0) lv
join disruption d on d.id = listed.leave_id
join provider fp on fp.id = (lv.from_slot ->> 'provider_id')::uuid
join location fl on fl.id = lv.from_slot ->> 'location_id'
left join provider tp on tp.id = (lv.to_slot ->> 'provider_id')::uuid
left join location tl on tl.id = lv.to_slot ->> 'location_id'
cross join lateral (select (lv.from_slot ->> 'start_at')::timestamptz as start_at) f
where ($1::uuid is not null or lv.state in ('unplaced', 'refused') or (lv.state = 'proposed' and lv.is_unreached))
  and ($2::timestamptz is null or (f.start_at, lv.appointment_id) > ($2, $3::uuid))
  and ($4::uuid is null or lv.appointment_id = $4)
order by f.start_at, lv.appointment_id
limit $5
