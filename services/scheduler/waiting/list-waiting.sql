-- Who waits or has an offer in a specialty ($1), in the order of `byPriority`: the ranks of `ranksAt` are $2 to $5 (level,
-- urgency, since when: after, until). The $6 that follow entry $8, which counted as level $7; from the first, where null.
-- Each rank is read in the order of its index, no further than it takes; what is shown is looked up entry by entry
-- (`offset 0`).
with last as (select enrolled_at, tie_break, appointment_id from waitlist_entry where appointment_id = $8),
page as (
  select r.level, e.enrolled_at, e.tie_break, e.appointment_id
  from unnest($2::int[], $3::text[], $4::timestamptz[], $5::timestamptz[]) as r(level, urgency, after_at, until_at)
  left join last on r.level = $7
  cross join lateral (
    select e.enrolled_at, e.tie_break, e.appointment_id
    from waitlist_entry e
    where e.specialty_id = $1 and e.state in ('waiting', 'offered') and e.urgency = r.urgency
      and e.enrolled_at > coalesce(r.after_at, '-infinity') and e.enrolled_at <= coalesce(r.until_at, 'infinity')
      and e.enrolled_at >= coalesce(last.enrolled_at, '-infinity')
      and (last.appointment_id is null or e.enrolled_at > last.enrolled_at
        or (e.tie_break collate "C", e.appointment_id) > (last.tie_break collate "C", last.appointment_id))
    order by e.enrolled_at, e.tie_break collate "C", e.appointment_id
    limit $6) as e
  where r.level <= coalesce($7, r.level)
  order by r.level desc, e.enrolled_at, e.tie_break collate "C", e.appointment_id
  limit $6)
select ${entryColumns}, page.level
from page
cross join lateral (select v.* from waitlist_view v where v.appointment_id = page.appointment_id offset 0) as w
order by page.level desc, page.enrolled_at, page.tie_break collate "C", page.appointment_id
