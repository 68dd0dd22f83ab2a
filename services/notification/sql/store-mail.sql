-- The words, once; only while the claim ($2, its number of tries) still stands.
update message
set recipient = $3, mail_subject = $4, mail_text = $5, mail_html = $6, mail_calendar = $7
where id = $1 and tries = $2 and state = 'queued' and recipient is null
returning id
