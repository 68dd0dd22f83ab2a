-- Of these slots, those that are free, with their ends and for whom they are kept.
select id, end_at, reserved_for, release_at from slot where id = any ($1::uuid[]) and state = 'free'
