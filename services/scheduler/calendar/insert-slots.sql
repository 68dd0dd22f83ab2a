-- Times come as minutes since 1970. Where somebody waits in the specialty, new slots are settled before anybody else
-- sees them. Slots that exist are left out.
with inserted as (
  insert into slot(id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id, visit_type_id,
    mode, start_at, end_at, blocks, reserved_for, release_at, state)
  select p.id, s.id, p.local_start, p.seat, p.visit_id, s.provider_id, v.specialty_id, s.location_id, s.visit_type_id,
    s.mode, to_timestamp(p.start_min * 60::float8), to_timestamp((p.start_min + v.length_min) * 60::float8),
    tstzrange(to_timestamp((p.start_min - v.buffer_before_min) * 60::float8),
      to_timestamp((p.start_min + v.length_min + v.buffer_after_min) * 60::float8)),
    case when p.is_kept then s.reserved_for end,
    case when p.is_kept then to_timestamp((p.start_min - s.release_before_min) * 60::float8) end,
    case when w.specialty_id is null then 'free' else 'settling' end
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamp[], $5::int[], $6::int[], $7::boolean[])
    as p(id, visit_id, session_id, local_start, seat, start_min, is_kept)
  join session s on s.id = p.session_id
  join visit_type v on v.id = s.visit_type_id
  left join (
    -- One entry tells: all that wait are not counted.
    select id as specialty_id from specialty c
    where exists (select from waitlist_entry e where e.specialty_id = c.id and e.state = 'waiting' offset 0)) w
    on w.specialty_id = v.specialty_id
  on conflict do nothing
  returning 1)
select count(*)::int as added from inserted
