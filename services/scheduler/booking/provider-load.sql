-- How many visits each provider has in a week, for fairness: pairs of a provider ($1) and a week counted from 1970
-- ($2). Each pair is looked up by itself, among the taken slots.
select pair.provider_id, pair.week, (
    select count(*)
    from slot s
    where s.provider_id = pair.provider_id and s.state = 'booked'
      and s.blocks && tstzrange(to_timestamp(pair.week * 604800.0), to_timestamp((pair.week + 1) * 604800.0))
      and s.start_at >= to_timestamp(pair.week * 604800.0) and s.start_at < to_timestamp((pair.week + 1) * 604800.0)
  ) as visits
from unnest($1::uuid[], $2::int[]) as pair(provider_id, week)
