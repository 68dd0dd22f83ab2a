insert into proxy_notice(secret_sha256, link_id, made_at) values ($1, $2, $3)
