-- $13 regions, none for all, $14 whether a place without steps is needed for visits in person. From $2 (after visit $3,
-- on a later page) to before $4. $8: urgency, $9: whether staff asks, $10: now. One row for each start, by its lowest
-- free seat: the seats of a class stand beside each other in the index. The index of free slots, of those of a kind, or
-- of a provider's slots is read in its order and only as far as needed. For that the start is compared as a pair, and the wishes stand in one `case`: else the
-- planner expects few slots and sorts them all. For patients the search begins after the shortest notice of the
-- specialty, so that it does not read a morning of slots that are too soon.
select ${toldSlotColumns}, s.visit_id,
  case when s.places_left > 1 or (select e.seats from session e where e.id = s.session_id) > 1 then s.places_left
    else 0 end as places_left
from (
  select distinct on (start_at, visit_id) id, provider_id, specialty_id, visit_type_id, location_id, start_at, end_at,
    mode, visit_id, session_id, (count(*) over start)::int as places_left
  from slot
  where state = 'free' and ${narrowed}
    and (start_at, visit_id) > ($2, coalesce($3::uuid, '00000000-0000-0000-0000-000000000000'))
    and (start_at, visit_id) >= (
      case when $9 then $2 else $10::timestamptz + make_interval(
        mins => (select min(notice_min) from visit_type where specialty_id = $1)) end,
      '00000000-0000-0000-0000-000000000000'::uuid)
    and (start_at, visit_id) < ($4, '00000000-0000-0000-0000-000000000000'::uuid)
    and case when specialty_id = $1
        and ($5::text is null or visit_type_id = $5)
        and ($6::uuid is null or provider_id = $6)
        and ($7::text is null or location_id = $7)
        and ($12::text is null or mode = $12)
        and (cardinality($13::text[]) = 0
          or location_id = any (array(select id from location where region_id = any ($13))))
        and (not $14::bool or mode <> 'in-person'
          or location_id = any (array(select id from location where step_free_route <> '')))
        and is_open_to($8, reserved_for, release_at, $10)
        and ($9 or exists (
          select from visit_type v
          where v.id = slot.visit_type_id
            and start_at between $10::timestamptz + make_interval(mins => v.notice_min)
              and $10::timestamptz + make_interval(days => v.horizon_days)))
      then true else false end
  -- Ordered by seat, as the index is, so that nothing is sorted.
  window start as (partition by start_at, visit_id order by seat
    rows between unbounded preceding and unbounded following)
  order by start_at, visit_id, seat
  limit $11) s
join provider p on p.id = s.provider_id
join location l on l.id = s.location_id
order by s.start_at, s.visit_id
