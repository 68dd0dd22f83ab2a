select version, changed_by, changed_at, differences from policy_change order by version desc limit $1
