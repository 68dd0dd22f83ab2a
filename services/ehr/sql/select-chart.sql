-- A page of a chart as it was in version $3: what lasts, whatever happened to it, then what happened, newest added first.
-- $4 and $5: the weight and the position behind which it goes on; $6 kinds; $7 rows of what happened; $8 octets, of which
-- $9 of what happened. The first row is always there. `rest_kinds`: of what there is more; `rest_lasts`: some of it lasts.
-- Besides the page it reads what was amended since version $3, and nothing of the rest of the chart.
with candidate as (
  select latest.*
  from unnest($6::text[]) as wanted (kind)
  cross join lateral (
    (select entry_id, version, kind, weight, position, octets + 600 as octets
     from shown_entry
     where patient_id = $1 and audience = $2 and kind = wanted.kind and ends = 2147483647 and starts <= $3
       and weight > 1 and (weight, position) < ($4::int, $5::int)
     order by weight desc, position desc
     -- More than fit into $8, at 600 octets each.
     limit $8::int / 600 + 1)
    union all
    (select entry_id, version, kind, weight, position, octets + 600
     from shown_entry
     where patient_id = $1 and audience = $2 and kind = wanted.kind and ends = 2147483647 and starts <= $3
       and weight = 1 and (weight, position) < ($4::int, $5::int)
     order by weight desc, position desc
     limit $7::int + 1)
  ) latest
  union all
  -- Amended since. What was withdrawn from the patient since is not shown any more.
  select entry_id, version, kind, weight, position, octets + 600
  from shown_entry
  where patient_id = $1 and audience = $2 and ends > $3 and ends < 2147483647 and starts <= $3
    and kind = any ($6::text[]) and (weight, position) < ($4::int, $5::int)
    and ($2 = 'provider' or not exists (
      select from entry later
      where later.entry_id = shown_entry.entry_id and later.version > shown_entry.version
        and later.release = 'never'))
),
measured as (
  select entry_id, version, kind, weight, position,
    sum(octets) over before - octets as octets_before,
    coalesce(sum(octets) filter (where weight = 1) over before, 0) - octets as happened_before,
    count(*) filter (where weight = 1) over before as happened
  from candidate
  window before as (order by weight desc, position desc rows unbounded preceding)
),
placed as (
  select entry_id, version, kind, weight, position,
    octets_before < $8::int and happened <= $7::int and (weight > 1 or happened_before < $9::int) as fits
  from measured
)
select ${entryColumns}, placed.weight, placed.position,
  array(select distinct kind from placed where not fits) as rest_kinds,
  exists (select from placed where not fits and weight > 1) as rest_lasts
from placed
join entry on entry.entry_id = placed.entry_id and entry.version = placed.version
where fits
order by placed.weight desc, placed.position desc
