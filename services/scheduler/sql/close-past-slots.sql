update slot set state = 'closed'
where id in (select id from slot where state = 'free' and start_at < $1 order by id limit 5000 for no key update skip locked)
returning id
