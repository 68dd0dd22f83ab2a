-- Which slots that nobody has suit the wishes of an entry, with what `waitlist_fit` looks at besides. The instants with
-- 15 hours on each side only say where in the index to look. An entry with a referral that a visit uses, or that was
-- withdrawn, could not become a visit: nothing suits it.
create or replace view waitlist_wish as
select e.appointment_id, e.patient_id, e.state as entry_state, e.urgency, e.enrolled_at, e.tie_break, e.auto_accept,
  e.is_longer, e.specialty_id, s.id as slot_id, s.state as slot_state, s.session_id, s.seat, s.visit_id, s.provider_id,
  s.location_id, s.visit_type_id, s.start_at, s.end_at, s.own_end_at, s.blocks, s.local_start, s.mode, s.reserved_for,
  s.release_at
from waitlist_entry e
join slot s on s.specialty_id = e.specialty_id and s.visit_type_id = e.visit_type_id
join location l on l.id = s.location_id
left join patient_reach k on k.patient_id = e.patient_id
where s.state in ('settling', 'free') and not s.is_retired
  and s.start_at >= coalesce(e.earliest_date::timestamp at time zone 'UTC' - interval '15 hours', '-infinity')
  and s.start_at < coalesce((e.latest_date + 1)::timestamp at time zone 'UTC' + interval '15 hours', 'infinity')
  and suits_wishes(e, s)
  and (cardinality(e.region_ids) = 0 or l.region_id = any (e.region_ids))
  and (l.step_free_route <> '' or s.mode <> 'in-person' or not coalesce(k.needs_step_free, false))
  and (e.referral_id is null or exists (
    select
    from referral f
    where f.id = e.referral_id and f.withdrawn_at is null and not exists (
      select from reservation r where r.referral_id = f.id and r.status <> 'cancelled')
    offset 0));
