-- Times that this change opens, for the visits it hits ($1), before those who wait are offered the rest.
update slot set state = 'free' where id = any ($1::uuid[]) and state = 'settling' and not is_retired returning id
