update slot set state = 'settling' where id = any ($1::uuid[]) and state in ('booked', 'held') returning id, specialty_id
