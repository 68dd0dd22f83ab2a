select specialty_id, count(*) as slots from slot where state = 'settling' group by specialty_id
