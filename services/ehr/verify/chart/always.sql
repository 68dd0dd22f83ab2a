-- Clinical facts: these rows must not exist, at any time. $1 is now, $2 the patients whose turn it is.
with asked as (select unnest($2::uuid[]) as patient_id),
own as materialized (select entry.* from entry join asked using (patient_id))
select 'a version of an entry is missing' as broken, entry_id::text as id
from entry where entry_id in (select entry_id from own) group by entry_id having count(*) <> max(version)
union all
select 'an entry moved to another patient', entry_id::text
from entry where entry_id in (select entry_id from own) group by entry_id having count(distinct patient_id) > 1
union all
select 'chart version differs from its entries', chart.patient_id::text
from asked join chart using (patient_id) left join own using (patient_id)
group by chart.patient_id, chart.version having chart.version <> count(own.entry_id)
union all
select 'an entry was not announced', e.entry_id::text
from own e left join event_view o on o.key = e.entry_id and o.version = e.version
where o.id is null and e.recorded_at > $1::timestamptz - interval '7 days'
union all
select 'a correction is asked for of nothing', request.entry_id::text
from own request
left join entry about on about.entry_id = (request.body ->> 'entryId')::uuid
  and about.version = (request.body ->> 'entryVersion')::int
  and about.patient_id = request.patient_id
where request.kind = 'correction-request' and about.entry_id is null
union all
select 'written past a warning without a reason', entry_id::text
from own
where checks @? '$.findings[*] ? (@.kind != "duplicate")' and coalesce(checks ->> 'overrideReason', '') = ''
union all
-- Seen by clinicians: every version until the next; by patients: each that was released, until the next that was or until
-- it was withdrawn.
select 'a chart does not show what its entries say', coalesce(meant.entry_id, shown.entry_id)::text
from (
  select entry_id, audience, version, patient_id, kind, weight_of(kind, body) as weight, chart_version as starts,
    coalesce(
      lead(chart_version) over (partition by entry_id, audience order by version), 2147483647) as ends,
    audience = 'provider' or release = 'now' as is_shown
  from own cross join unnest(array['patient', 'provider']) as audience
  where audience = 'provider' or release <> 'after-review'
) meant
full join (select shown_entry.* from shown_entry join asked using (patient_id)) shown using (entry_id, audience, version)
where meant.is_shown is distinct from (shown.entry_id is not null)
  or (meant.patient_id, meant.kind, meant.weight, meant.starts, meant.ends)
    is distinct from (shown.patient_id, shown.kind, shown.weight, shown.starts, shown.ends) and meant.is_shown
