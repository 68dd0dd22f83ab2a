select 'an event was not published' as broken, key::text as id from outbox where published_at is null
