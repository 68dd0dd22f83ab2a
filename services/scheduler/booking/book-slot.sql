-- Only from the state that was seen under the lock.
update slot set state = 'booked' where id = $1 and state = $2 returning id
