-- Locked in the order of their ids: slots that visits are to move to ($1), and those of the visits ($2).
select id from slot
where id = any ($1::uuid[]) or id in (select slot_id from reservation where appointment_id = any ($2::uuid[]))
order by id
for no key update
