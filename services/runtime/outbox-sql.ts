/** What a service does with its tables `outbox` and `outbox_sent`, which its migrations make. */
import { partitioned } from './partition-sql.ts';
import { statement } from './postgres.ts';
import { outboxColumns } from './publish-batch.ts';

export const outboxSql = {
  /** The oldest $1 that are not published and nobody else has in hand; without those of $2. */
  claim: statement(
    'outbox-claim',
    `select ${outboxColumns} from outbox
where published_at is null and id <> all ($2::bigint[])
order by id limit $1 for update skip locked`,
  ),
  /** Of what was published. Without a partition for today it stays, marked, until housekeeping has made one. */
  keep: statement(
    'outbox-keep',
    `with today as (
  select to_regclass('public.outbox_sent_' || to_char(database_clock() at time zone 'UTC', 'YYYYMMDD')) is not null as is_made),
gone as (
  delete from outbox where id = any ($1::bigint[]) and (select is_made from today)
  returning ${outboxColumns}),
marked as (
  update outbox set published_at = database_clock() where id = any ($1::bigint[]) and not (select is_made from today))
insert into outbox_sent (${outboxColumns})
select ${outboxColumns} from gone`,
  ),
  /** At $1. */
  measure: statement(
    'outbox-measure',
    `select count(*) as backlog, coalesce(extract(epoch from $1 - min(created_at)), 0)::float8 as age_s
from (select created_at from outbox where published_at is null order by id limit 10000) oldest`,
  ),
  /** $2 rows behind the id $1, published or not: never more than a page is read, whatever lies in the table. */
  page: statement(
    'outbox-page',
    `select id, published_at, (least(published_at, database_clock()) at time zone 'UTC')::date as sent_day
from outbox where id > $1 order by id limit $2`,
  ),
  /** From which day on events are kept for $1 days, at $2 or by the database's clock, whichever is earlier. */
  keptFrom: statement(
    'outbox-kept-from',
    `select day::date as from_day, day at time zone 'UTC' as from_at
from (select date_trunc('day', least($2, database_clock()) at time zone 'UTC') - make_interval(days => $1) as day) first`,
  ),
  /** Those of $1 that are published leave; what was sent before $2 for good. */
  move: statement(
    'outbox-move',
    `with gone as (
  delete from outbox where id = any (array(
    select id from outbox where id = any ($1::bigint[]) and published_at is not null for update skip locked))
  returning ${outboxColumns}, least(published_at, database_clock()) as sent_at),
kept as (
  insert into outbox_sent (${outboxColumns}, sent_at)
  select ${outboxColumns}, sent_at from gone where sent_at >= $2)
select count(*) as gone from gone`,
  ),
  /** Rows that are published and still in the outbox, counted among the first 10000, and the oldest of them. */
  marked: statement(
    'outbox-marked',
    `select count(*) as waiting, min(published_at) as since
from (select published_at from outbox order by id limit 10000) first where published_at is not null`,
  ),
  /** The days of `outbox_sent`. */
  days: partitioned('outbox_sent', 'day'),
};
