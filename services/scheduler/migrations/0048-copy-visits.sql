-- In steps: visits of before get what their slots say, 1,000 at a time from the id $1 on, which others wait for as long as for one
-- of their own. A cancelled visit keeps the time that is shown of it: that of its slot, which may have become shorter since.
with page as (
  select appointment_id from reservation where appointment_id > $1::uuid order by appointment_id limit 1000),
copied as (
  update reservation r
  set provider_id = s.provider_id, specialty_id = s.specialty_id, visit_type_id = s.visit_type_id,
    location_id = s.location_id, mode = s.mode, local_start = s.local_start,
    during = case when r.status = 'cancelled' then s.during else r.during end
  from slot s
  where r.appointment_id in (
      select appointment_id from reservation
      where appointment_id in (select appointment_id from page) and provider_id is null
      order by appointment_id
      for no key update)
    and s.id = r.slot_id)
select max(appointment_id::text) as last from page
