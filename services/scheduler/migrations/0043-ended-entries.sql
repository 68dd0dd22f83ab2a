-- Removes at most `at_once` waiting entries that ended more than `kept_months` before `at`, and before the database's own clock:
-- the earlier of the two counts, so that no single wrong clock removes anything. Those that others have locked are skipped; one
-- that a hold still names stays until the hold is gone. Its operations stay, so that a repeat makes no second entry of the same
-- id; decisions, events and accesses stay by their own rules. How many went.
create function remove_ended_entries(at timestamptz, kept_months int, at_once int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before constant timestamptz := least(at, public.database_clock()) - make_interval(months => kept_months);
  gone int;
begin
  if before is null or kept_months < 12 then
    raise exception 'waiting entries are kept for 12 months at least after their end, and not for %', kept_months
      using errcode = 'invalid_parameter_value';
  end if;
  with ended as (
    delete from public.waitlist_entry where appointment_id = any (array(
      select e.appointment_id from public.waitlist_entry e
      where e.changed_at < before and e.state not in ('waiting', 'offered')
        and not exists (select from public.hold h where h.entry_id = e.appointment_id)
      order by e.changed_at limit at_once for update of e skip locked))
    returning appointment_id)
  select count(*) into gone from ended;
  return gone;
end $$;
revoke execute on function remove_ended_entries(timestamptz, int, int) from public;
grant execute on function remove_ended_entries(timestamptz, int, int) to scheduler;
