-- Visit types of which a free slot has come within the horizon at $1 while somebody waits in their specialty, or whose
-- mark is an hour behind; a new one begins an hour behind. Who waits is looked up in the index of their order: else the
-- table is read to the end where nobody does.
select v.id, v.specialty_id, opens.since as opens_since, opens.until as opens_until
from visit_type v
left join horizon h on h.visit_type_id = v.id
cross join lateral (
  select coalesce(h.opened_until, $1::timestamptz + make_interval(days => v.horizon_days) - interval '61 minutes') as since,
    $1::timestamptz + make_interval(days => v.horizon_days) as until) as opens
where opens.since < opens.until - interval '1 hour'
  or (opens.since < opens.until
    and exists (
      select from slot s
      where s.state = 'free' and s.specialty_id = v.specialty_id and s.visit_type_id = v.id
        and s.start_at > opens.since and s.start_at <= opens.until
      offset 0)
    and (
      select true from waitlist_entry e
      where e.specialty_id = v.specialty_id and e.state = 'waiting'
      order by e.urgency, e.enrolled_at
      limit 1))
order by v.id
limit 100
