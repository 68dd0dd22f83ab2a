-- Taken slots that a rule gives again.
update slot set is_retired = false where id = any ($1::uuid[]) and is_retired returning id
