-- The decision about a version ($1, $2) of a visit of patient $9, and the operation it answers.
with operated as (
  insert into operation(${operationColumns})
  values ($9, $3, $1, $2, $4, $7::jsonb -> 'reservation'))
insert into decision(${newDecisionColumns})
values ($1, $2, $3, $4, $5, $6, $7, $8)
