-- Without the versions of the waiting entry that the visit was before.
select version, outcome ->> 'status' as status, outcome ->> 'startAt' as start_at, outcome ->> 'change' as change,
  decided_at, outcome #>> '{reservation,slot,providerName}' as provider_name,
  outcome #>> '{reservation,locationName}' as location_name
from decision_view
where appointment_id = $1 and outcome ? 'startAt'
order by version
limit 200
