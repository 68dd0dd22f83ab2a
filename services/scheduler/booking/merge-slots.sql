-- Each slot ($1) takes in the one that follows it ($2), which closes as part of it. Both are locked.
with taken as (
  update slot n
  set state = 'closed', merged_into = pair.id
  from unnest($1::uuid[], $2::uuid[]) as pair(id, next_id)
  where n.id = pair.next_id and n.state in ('free', 'settling') and n.own_end_at is null
  returning n.merged_into as id, n.end_at, n.blocks)
update slot s
set own_end_at = s.end_at, end_at = taken.end_at, blocks = tstzrange(lower(s.blocks), upper(taken.blocks))
from taken
where s.id = taken.id and s.own_end_at is null
returning s.id, s.end_at
