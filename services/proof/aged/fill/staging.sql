create function aged.id(text) returns uuid language sql immutable strict parallel safe
as $$ select md5('aged :seed ' || $1)::uuid $$;

-- As the scheduler makes the ids of slots.
create function aged.planned_id(text) returns uuid language sql immutable strict parallel safe
as $$
  select (substr(h, 1, 12) || '8' || substr(h, 14, 3) || '8' || substr(h, 18, 15))::uuid
  from encode(sha256(convert_to($1, 'UTF8')), 'hex') as h
$$;

-- A number from 0 to below 1; `salt` tells apart what is drawn for one id.
create function aged.lot(id uuid, salt int) returns float8 language sql immutable strict parallel safe
as $$ select (uuid_hash_extended($1, $2 + 1000 * :seed) & 1048575)::float8 / 1048576 $$;

create function aged.patient(n bigint) returns uuid language sql stable strict parallel safe
as $$ select aged.id('patient ' || $1 % (select patients from aged.size)) $$;

-- The arguments that templates take from these moments: of each its text without zone, its milliseconds, its date.
create function aged.told(moments timestamptz[]) returns text[] language sql immutable strict parallel safe
as $$
  select array_agg(way order by place, nth)
  from unnest($1) with ordinality as moment(at, place)
  cross join lateral (values
    (1, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')),
    (2, (extract(epoch from at) * 1000)::bigint::text),
    (3, to_char(at at time zone 'UTC', 'YYYY-MM-DD'))) as given(nth, way)
$$;

create function aged.moments(start_at timestamptz, asked_at timestamptz, from_asked boolean[], offsets_ms bigint[])
returns timestamptz[] language sql immutable strict parallel safe
as $$
  select array_agg(case when is_from_asked then $2 else $1 end + offset_ms * interval '1 millisecond' order by place)
  from rows from (unnest($3), unnest($4)) with ordinality as moment(is_from_asked, offset_ms, place)
$$;

-- When an event of that age was sent: the age taken within the days that are kept.
create function aged.sent_at(at timestamptz) returns timestamptz language sql stable strict parallel safe
as $$
  select as_of - mod(extract(epoch from as_of - $1), sent_days * 86400) * interval '1 second' from aged.size
$$;
