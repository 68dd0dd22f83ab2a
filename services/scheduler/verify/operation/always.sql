-- What a repeat is answered with: these rows must not exist, at any time. $1 is now, $2 the patients whose turn it is.
with asked as (select o.*, $1::timestamptz as at from operation o where o.patient_id = any($2::uuid[]))
select 'an operation answers with a version that is not there' as broken, o.appointment_id::text as id
from asked o
left join reservation r on r.appointment_id = o.appointment_id
left join waitlist_entry e on e.appointment_id = o.appointment_id
-- Of a waiting entry it outlives the entry.
where o.version > coalesce(r.version, e.version, case when o.outcome is null then o.version else 0 end) or o.patient_id <> coalesce(r.patient_id, e.patient_id)
