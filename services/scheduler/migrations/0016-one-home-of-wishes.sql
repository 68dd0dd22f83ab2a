-- Whether a slot suits the wishes of an entry, apart from what else is in the way. Dates are on the calendar of the place.
create function suits_wishes(e waitlist_entry, s slot) returns boolean
language sql immutable parallel safe as $$
  select s.visit_type_id = e.visit_type_id
    and (e.provider_id is null or s.provider_id = e.provider_id)
    and (e.location_id is null or s.location_id = e.location_id)
    and (e.mode is null or s.mode = e.mode)
    and (e.earliest_date is null or s.local_start >= e.earliest_date)
    and (e.latest_date is null or s.local_start < e.latest_date + 1)
    and (cardinality(e.days_of_week) = 0 or extract(isodow from s.local_start) = any (e.days_of_week))
    and (cardinality(e.times_of_day) = 0
      or case
        when extract(hour from s.local_start) < 12 then 'morning'
        when extract(hour from s.local_start) < 17 then 'afternoon'
        else 'evening'
      end = any (e.times_of_day))
$$;

-- Which slots that nobody has suit the wishes of an entry, with what `waitlist_fit` looks at besides. The instants with
-- 15 hours on each side only say where in the index to look.
create or replace view waitlist_wish as
select e.appointment_id, e.patient_id, e.state as entry_state, e.urgency, e.enrolled_at, e.tie_break, e.auto_accept,
  e.is_longer, e.specialty_id, s.id as slot_id, s.state as slot_state, s.session_id, s.seat, s.visit_id, s.provider_id,
  s.location_id, s.visit_type_id, s.start_at, s.end_at, s.own_end_at, s.blocks, s.local_start, s.mode, s.reserved_for,
  s.release_at
from waitlist_entry e
join slot s on s.specialty_id = e.specialty_id and s.visit_type_id = e.visit_type_id
where s.state in ('settling', 'free') and not s.is_retired
  and s.start_at >= coalesce(e.earliest_date::timestamp at time zone 'UTC' - interval '15 hours', '-infinity')
  and s.start_at < coalesce((e.latest_date + 1)::timestamp at time zone 'UTC' + interval '15 hours', 'infinity')
  and suits_wishes(e, s);
