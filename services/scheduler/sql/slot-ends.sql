-- Of these slots, the ends of those that are free.
select id, end_at from slot where id = any ($1::uuid[]) and state = 'free'
