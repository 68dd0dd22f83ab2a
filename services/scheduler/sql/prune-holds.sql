delete from hold
where id in (select id from hold where state <> 'open' and expires_at < $1 order by expires_at limit 5000)
returning id
