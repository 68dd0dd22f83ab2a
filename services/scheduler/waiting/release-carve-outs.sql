-- Slots that were kept for more urgent needs until now ($1): where somebody waits they are settled, else everybody may
-- book them.
update slot
set state = case when exists (select from waitlist_entry w where w.specialty_id = slot.specialty_id and w.state = 'waiting')
    then 'settling' else 'free' end,
  reserved_for = null, release_at = null
where id in (
  select id from slot where state = 'free' and release_at <= $1 order by release_at limit 1000
  for no key update skip locked)
  and state = 'free'
returning id
