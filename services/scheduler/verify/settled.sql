-- What a few seconds without load must have put in order.
select 'a freed slot was not settled' as broken, id::text as id from slot where state = 'settling'
union all
select 'a hold outlived its time', id::text from hold
where state = 'open' and expires_at < now() - interval '5 seconds'
union all
select 'an event was not published', key from outbox where published_at is null
