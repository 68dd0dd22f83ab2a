-- Clinical facts and the record of who looked: these rows must not exist, at any time.
select 'a version of an entry is missing' as broken, entry_id::text as id
from entry group by entry_id having count(*) <> max(version)
union all
select 'an entry moved to another patient', entry_id::text
from entry group by entry_id having count(distinct patient_id) > 1
union all
select 'chart version differs from its entries', chart.patient_id::text
from chart left join entry using (patient_id)
group by chart.patient_id, chart.version having chart.version <> count(entry.entry_id)
union all
select 'an entry was not announced', e.entry_id::text
from entry e left join event_view o on o.key = e.entry_id and o.version = e.version
where o.id is null and e.recorded_at > $1::timestamptz - interval '7 days'
union all
-- The unique key holds in the outbox only.
select 'an event stands twice', key::text from event_view group by key, version having count(*) > 1
union all
select 'a correction is asked for of nothing', request.entry_id::text
from entry request
left join entry about on about.entry_id = (request.body ->> 'entryId')::uuid
  and about.version = (request.body ->> 'entryVersion')::int
  and about.patient_id = request.patient_id
where request.kind = 'correction-request' and about.entry_id is null
union all
select 'written past a warning without a reason', entry_id::text
from entry
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
  from entry cross join unnest(array['patient', 'provider']) as audience
  where audience = 'provider' or release <> 'after-review'
) meant
full join shown_entry shown using (entry_id, audience, version)
where meant.is_shown is distinct from (shown.entry_id is not null)
  or (meant.patient_id, meant.kind, meant.weight, meant.starts, meant.ends)
    is distinct from (shown.patient_id, shown.kind, shown.weight, shown.starts, shown.ends) and meant.is_shown
union all
select 'could be overwritten', name
from unnest(array['entry_is_append_only', 'access_is_append_only', 'entry_is_shown']) as name
where not exists (select from pg_trigger where tgname = name and tgenabled <> 'D')
