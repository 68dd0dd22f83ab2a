-- Free slots whose rule has changed, or that a rule gives again: they get the new shape and are settled.
update slot s
set start_at = to_timestamp(p.start_min * 60::float8),
  end_at = to_timestamp((p.start_min + v.length_min) * 60::float8),
  blocks = tstzrange(to_timestamp((p.start_min - v.buffer_before_min) * 60::float8),
    to_timestamp((p.start_min + v.length_min + v.buffer_after_min) * 60::float8)),
  specialty_id = v.specialty_id, visit_type_id = n.visit_type_id, location_id = n.location_id, mode = n.mode,
  reserved_for = case when p.is_kept then n.reserved_for end,
  release_at = case when p.is_kept then to_timestamp((p.start_min - n.release_before_min) * 60::float8) end,
  is_retired = false, state = 'settling'
from unnest($1::uuid[], $2::int[], $3::boolean[]) as p(id, start_min, is_kept)
join slot o on o.id = p.id
join session n on n.id = o.session_id
join visit_type v on v.id = n.visit_type_id
where s.id = p.id and s.state in ('free', 'settling', 'closed') and s.merged_into is null
returning s.id
