-- What a referral looks like to those who ask, and which news of a provider's delay is the newest.

alter table provider_delay add column version int not null default 1 check (version >= 1);

create view referral_view as
select f.id, f.patient_id, f.kind, f.specialty_id, s.name as specialty_name, f.visit_type_id,
  coalesce(v.name, '') as visit_type_name, f.provider_id, coalesce(p.name, '') as provider_name,
  f.urgency, f.earliest_date, f.due_date, f.ordered_by, o.name as ordered_by_name, o.team_id, f.ordered_at, f.op_key,
  case when f.withdrawn_at is not null then 'withdrawn' when r.appointment_id is not null then 'booked' else 'open' end
    as state,
  r.appointment_id
from referral f
join specialty s on s.id = f.specialty_id
left join visit_type v on v.id = f.visit_type_id
left join provider p on p.id = f.provider_id
join provider o on o.id = f.ordered_by
left join reservation r on r.referral_id = f.id and r.status <> 'cancelled';
