-- A slot that this transaction gave back and gives to another visit of the same patient.
update slot set state = 'free' where id = $1 and state = 'settling' and not is_retired returning id
