update referral set withdrawn_at = $2 where id = $1 and withdrawn_at is null
