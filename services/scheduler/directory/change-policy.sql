-- Replaces the numbers by those of $2, if the policy still has version $1.
update policy p
set proxy_child_until_age_years = n.proxy_child_until_age_years,
  proxy_confirm_within_hours = n.proxy_confirm_within_hours,
  proxy_by_staff_for_days = n.proxy_by_staff_for_days,
  open_visits_per_specialty = n.open_visits_per_specialty,
  open_series_per_specialty = n.open_series_per_specialty,
  new_visits_per_day = n.new_visits_per_day,
  moves_per_day = n.moves_per_day,
  waiting_places = n.waiting_places,
  late_cancellation_hours = n.late_cancellation_hours,
  version = p.version + 1
from jsonb_to_record($2::jsonb) as n(
  proxy_child_until_age_years int, proxy_confirm_within_hours int, proxy_by_staff_for_days int,
  open_visits_per_specialty int, open_series_per_specialty int, new_visits_per_day int, moves_per_day int,
  waiting_places int, late_cancellation_hours int)
where p.version = $1
returning p.version
