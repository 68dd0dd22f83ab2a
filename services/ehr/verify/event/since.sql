select id from outbox where created_at >= $1::timestamptz
union
select id from outbox_sent where sent_at >= $1
