-- A closure that was removed may be added again under its id. No row where the id belongs to something else.
insert into disruption(id, kind, provider_id, location_id, dates, note, created_at, request_sha256, slots_added, slots_retired)
values ($1, $2, $3, $4, daterange($5::date, $6::date, '[]'), $7, $8, $9, $10, $11)
on conflict (id) do update
set location_id = excluded.location_id, dates = excluded.dates, note = excluded.note, created_at = excluded.created_at,
  slots_added = excluded.slots_added, slots_retired = excluded.slots_retired
where disruption.kind = 'closure' and excluded.kind = 'closure'
returning id
