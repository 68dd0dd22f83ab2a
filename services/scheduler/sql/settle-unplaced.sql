update leave_visit set state = 'settled', changed_at = $2 where leave_id = $1 and state = 'unplaced'
