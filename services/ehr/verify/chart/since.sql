-- Charts of which an entry was recorded or announced since $1: all of each is looked at.
select patient_id as id from entry where recorded_at >= $1::timestamptz
union
select e.patient_id from outbox o join entry e on e.entry_id = o.key where o.created_at >= $1
union
select e.patient_id from outbox_sent o join entry e on e.entry_id = o.key where o.sent_at >= $1
