-- Whatever has versions, of which a row was written since $1; and every entry that has an offer.
select appointment_id as id from reservation where changed_at >= $1::timestamptz
union
select appointment_id from waitlist_entry where changed_at >= $1
union
select appointment_id from decision_view where decided_at >= $1
union
select entry_id from hold where state = 'open' and entry_id is not null
union
select entry_id from hold where state <> 'open' and expires_at >= $1 and entry_id is not null
