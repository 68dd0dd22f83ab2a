-- Pairs of an entry that waits in a specialty ($1) and one of these slots ($2) that it could be given now ($3), alone
-- or as part of a longer visit that begins at the free slot before it. The first $4 pairs in the order of `byPriority`,
-- without the entries $5. $6 to $9 are the classes of urgency of `urgencyClasses` with the level and the target of each, and
-- the highest level: a target that has passed raises an entry by one. Who waits for a kind of visit is read class by class
-- in the order of their index, entry by entry (`offset 0`), and only as far as needed. Parameters stand in subselects so
-- that the plan does not depend on the length of their lists and is made only once.
with taken_in as (
  select id, true as is_freed from slot where id = any (array(select unnest($2::uuid[])))
  union
  select p.id, false
  from slot n
  join slot p on p.session_id = n.session_id and p.seat = n.seat and p.local_start < n.local_start
    and p.local_start > n.local_start - interval '12 hours'
  where n.id = any (array(select unnest($2::uuid[]))) and p.state = 'free' and p.end_at <= n.start_at
    and p.end_at > n.start_at - interval '4 hours'),
wanted as materialized (
  select s.id, s.start_at, s.visit_type_id, t.is_freed, s as slot from taken_in t join slot s using (id))
select ${fitColumns}
from (select distinct visit_type_id as id from wanted) as kind
cross join unnest($6::text[], $7::int[], $8::int[]) as class(urgency, level, target_days)
cross join lateral (
  select fit.*
  from waitlist_entry e
  cross join lateral (
    select s.id, s.start_at
    from wanted s
    where s.visit_type_id = kind.id and (s.is_freed or e.is_longer) and suits_wishes(e, s.slot)
    offset 0) as wish
  cross join lateral (
    select fit.*
    from waitlist_fit fit
    where fit.appointment_id = e.appointment_id and fit.slot_id = wish.id and fit.specialty_id = $1
      and (fit.slot_id = any (array(select unnest($2::uuid[]))) or fit.next_id = any (array(select unnest($2::uuid[]))))
      and fit.start_at > $3::timestamptz and fit.start_at >= $3::timestamptz + make_interval(mins => fit.notice_min)
      and fit.start_at <= $3::timestamptz + make_interval(days => fit.horizon_days)
      and is_open_to(fit.urgency, fit.reserved_for, fit.release_at, $3)
      and is_open_to(fit.urgency, fit.next_reserved_for, fit.next_release_at, $3)
    offset 0) as fit
  where e.visit_type_id = kind.id and e.state = 'waiting' and e.urgency = class.urgency
    and e.appointment_id <> all (array(select unnest($5::uuid[])))
  order by e.enrolled_at, e.tie_break collate "C", e.appointment_id, wish.start_at, wish.id
  limit (select $4::bigint)) as f
order by least($9::int, class.level + floor(greatest(0, extract(epoch from $3::timestamptz - f.enrolled_at))
    / (class.target_days * 86400))) desc,
  f.enrolled_at, f.tie_break collate "C", f.appointment_id, f.start_at, f.visit_id, f.seat
limit (select $4::bigint)
