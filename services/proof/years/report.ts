import { type Lives, type Month, trendsOf } from './judge.ts';
import type { Measured } from './measure.ts';

const number = (value: number): string => value.toLocaleString('en');
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** A line of what a month ended with. */
export function lineOf({ day, visits, replayed, tables, broken }: Month, took_s: number): string {
  const rows = (table: string) => number(tables.find((each) => each.table === table)?.rows ?? 0);
  const bytes = tables.reduce((sum, each) => sum + each.bytes, 0);
  return [
    `${day}: ${number(visits)} visits`,
    `slot ${rows('scheduler.slot')}`,
    `hold ${rows('scheduler.hold')}`,
    `decision ${rows('scheduler.decision')}`,
    `sent ${rows('scheduler.outbox_sent')}`,
    `message ${rows('notification.message')}`,
    `${megabytes(bytes)} MB`,
    `${number(replayed)} replayed`,
    `${broken.length} broken`,
    `${Math.round(took_s)} s`,
  ].join(', ');
}

/** The tables whose rows come and go with time, month by month, in Markdown. */
export function tableOf(months: readonly Month[], lives: Lives): string {
  const trends = trendsOf(months, lives);
  const names = months.at(-1)?.tables.map(({ table }) => table) ?? [];
  const shown = names.filter((table) => months.some((month) => (find(month, table)?.rows ?? 0) > 0));
  const lines = shown.map((table) => {
    const cells = months.map((month) => cellOf(find(month, table)));
    const trend = trends.find((each) => each.table === table);
    const share = (value: number) => `${Math.round(value * 100)} %`;
    const judged =
      trend === undefined ? '' : `${share(trend.rows)}, ${share(trend.bytes)} of ${trend.months} months`;
    return `| ${[table, ...cells, judged].join(' | ')} |`;
  });
  const heads = ['rows (MB, oldest in days, dead)', ...months.map(({ day }) => day.slice(0, 7)), 'leak'];
  return [`| ${heads.join(' | ')} |`, `|${heads.map(() => '---').join('|')}|`, ...lines].join('\n');
}

const find = ({ tables }: Month, name: string) => tables.find(({ table }) => table === name);

function cellOf(measured: Measured | undefined): string {
  if (measured === undefined) return '';
  const { rows, bytes, oldest_days, deadRows, partitions } = measured;
  const more = [
    megabytes(bytes),
    ...(oldest_days === undefined ? [] : [`${Math.round(oldest_days)} d`]),
    ...(deadRows === 0 ? [] : [`${number(deadRows)} dead`]),
    ...(partitions.length === 0 ? [] : [`${partitions.length} parts`]),
  ];
  return `${number(rows)} (${more.join(', ')})`;
}
