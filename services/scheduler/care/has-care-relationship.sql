-- Whether the team of clinician $1 has a visit of patient $2: not cancelled, from 12 months before $3 on. A clinician
-- cannot give themselves the right to a chart: a visit that they asked for or changed on the patient's side, booked at
-- the desk, or moved to their team counts for their team, but not for them.
select exists (
  select
  from reservation r
  join provider theirs on theirs.id = r.provider_id
  join provider own on own.team_id = theirs.team_id
  where r.patient_id = $2 and r.status <> 'cancelled' and upper(r.during) > $3::timestamptz - interval '12 months'
    and own.id = $1 and own.is_active
    and not exists (
      select
      from decision_view d
      where d.appointment_id = r.appointment_id and d.inputs ->> 'actor' = $1::text
        and (d.version = 1 or d.inputs ->> 'askedBy' = 'patient' or (
          d.outcome ->> 'change' = 'moved' and not exists (
            select
            from decision_view before
            where before.appointment_id = d.appointment_id and before.version = d.version - 1
              and before.outcome -> 'reservation' ->> 'teamId' = own.team_id))))
) as related,
  coalesce((select name from provider where id = $1), '') as caller_name
