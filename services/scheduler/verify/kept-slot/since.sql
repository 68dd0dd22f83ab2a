-- Who waits and changed since $1, and who wishes for a slot that is free and that a visit or a hold since $1 had: they may
-- wait for longer than that.
with freed as materialized (
  select s.id
  from (
    select slot_id as id from reservation where changed_at >= $1::timestamptz
    union
    select slot_id from hold where state <> 'open' and expires_at >= $1
    union
    select (p.outcome #>> '{reservation,slot,id}')::uuid
    from decision_view d
    join decision_view p on p.appointment_id = d.appointment_id and p.version = d.version - 1
    where d.decided_at >= $1) as had
  join slot s using (id)
  where s.state = 'free')
select appointment_id as id from waitlist_entry where state = 'waiting' and changed_at >= $1
union
select w.appointment_id from freed join waitlist_wish w on w.slot_id = freed.id
where w.entry_state = 'waiting' and w.start_at >= $1
