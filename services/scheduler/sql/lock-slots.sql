-- Slots in the order of their ids, so that two who want the same two do not wait for each other.
select id, state from slot where id = any ($1::uuid[]) order by id for no key update
