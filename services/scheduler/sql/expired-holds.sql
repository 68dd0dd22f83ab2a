-- Slots first, as everybody locks them before their holds; one that somebody is booking just now is left to them.
select s.id
from slot s
where s.id in (select h.slot_id from hold h where h.state = 'open' and h.entry_id is null and h.expires_at <= $1 order by h.expires_at limit 200)
order by s.id
for no key update skip locked
