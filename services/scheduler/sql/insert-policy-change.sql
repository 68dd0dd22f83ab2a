insert into policy_change(version, changed_by, changed_at, differences) values ($1, $2, $3, $4)
