update provider_leave set ended_at = $2, version = version + 1 where id = $1
