-- Free slots that suit the wishes, earliest first, at most $10. Dates and times of day are those of the location. One
-- row for each start. For a class it is the lowest seat that urgency $18 may take, else the lowest seat; `seat_ids` are
-- all seats that it may take, null for a visit of one. $1 specialty, $2 from, $3 to, $4 visit type, $5 provider, $6
-- location, $7 and $8 dates, $9 days of the week, $11 to $13: morning, afternoon, evening, $14 mode, $15 whether to
-- leave out what comes before the notice, $16 regions, none for all, $17 whether a place without steps is needed for
-- visits in person. The index of free slots is read in its order and only as far as needed. For that the start is
-- compared as a pair, and the wishes stand in one `case`: else the planner expects few slots and sorts them all.
select ${foundColumns}, s.visit_id, s.seat_ids
from (
  select distinct on (start_at, visit_id) slot.*,
    case when count(*) over start > 1
      then array_agg(id) filter (where is_open_to($18, reserved_for, release_at, $2)) over start end as seat_ids
  from slot
  where state = 'free' and specialty_id = $1
    and (start_at, visit_id) > (
      $2::timestamptz + make_interval(
        mins => case when $15::bool then (select notice_min from visit_type where id = $4) else 0 end),
      'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
    and (start_at, visit_id) < ($3, '00000000-0000-0000-0000-000000000000'::uuid)
    and case when visit_type_id = $4
        and start_at <= $2::timestamptz
          + make_interval(days => (select horizon_days from visit_type where id = $4))
        and ($5::uuid is null or provider_id = $5)
        and ($6::text is null or location_id = $6)
        and ($7::date is null or local_start >= $7::date)
        and ($8::date is null or local_start < $8::date + 1)
        and (cardinality($9::int[]) = 0 or extract(isodow from local_start) = any ($9))
        and (($11 and extract(hour from local_start) < 12)
          or ($12 and extract(hour from local_start) between 12 and 16)
          or ($13 and extract(hour from local_start) >= 17))
        and ($14::text is null or mode = $14)
        and (cardinality($16::text[]) = 0
          or location_id = any (array(select id from location where region_id = any ($16))))
        and (not $17::bool or mode <> 'in-person'
          or location_id = any (array(select id from location where step_free_route <> '')))
      then true else false end
  window start as (partition by start_at, visit_id order by not is_open_to($18, reserved_for, release_at, $2), seat
    rows between unbounded preceding and unbounded following)
  order by start_at, visit_id, not is_open_to($18, reserved_for, release_at, $2), seat
  limit $10) s
join visit_type v on v.id = s.visit_type_id
join location l on l.id = s.location_id
order by s.start_at, s.visit_id
