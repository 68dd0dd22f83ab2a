-- The oldest month, when it was over more than $2 months before $1 and before the database's own clock and nothing more of it
-- is to be moved there: how far the latest attempt to archive it has come.
select m.month, latest.attempt, coalesce(p.part, 0) as part, p.last_appointment_id, p.last_version,
  a.month is not null as is_whole, a.dropped_at is not null as is_gone
from (
  select min(to_date(right(c.relname, 6), 'YYYYMM')) as month
  from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
  where i.inhparent = to_regclass('public.decision_past') and c.relname ~ '_[0-9]{6}$') m
cross join lateral (
  select greatest(1, (select max(attempt) from decision_archive_part where month = m.month),
    (select max(attempt) from decision_archive where month = m.month)) as attempt) latest
left join decision_archive a on a.month = m.month and a.attempt = latest.attempt
left join lateral (
  select part, last_appointment_id, last_version
  from decision_archive_part
  where month = m.month and attempt = latest.attempt
  order by part desc limit 1) p on true
where m.month < date_trunc('month', least($1, database_clock()) at time zone 'UTC') - make_interval(months => $2)
  and not exists (
    select from decision d
    where d.decided_at >= m.month::timestamp at time zone 'UTC'
      and d.decided_at < (m.month + interval '1 month') at time zone 'UTC')
