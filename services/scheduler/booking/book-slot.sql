-- Only from the states that the caller saw when it locked the slot.
update slot set state = 'booked' where id = $1 and state = $2 returning id
