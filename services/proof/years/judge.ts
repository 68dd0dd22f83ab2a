import type { Measured } from './measure.ts';
import type { Life } from './tables.ts';
import { day_ms } from './time.ts';
import type { Verified } from './verified.ts';

/** The end of a month of the run. */
export type Month = {
  /** YYYY-MM-DD, the last day. */
  day: string;
  /** Visits booked so far. */
  visits: number;
  tables: Measured[];
} & Verified;

/** Days to a month. */
const month_days = 30.44;
/** The trend is one of so many months, and means nothing with fewer than the least. */
const most_months = 12;
const least_months = 3;
/** 0 is flat, 1 grows as what never goes: between the two is half. */
const most_of_a_leak = 0.5;
/** Grows with the visits: not half as fast again as they do. */
const most_per_visit = 1.5;
/** Partitions are made a week ahead. */
const ahead_days = 7;

export type Lives = Readonly<Record<string, Readonly<Record<string, Life>>>>;

/** What is wrong with a month by itself: rows that should have gone, partitions that are not made or not dropped. */
export function judgeMonth({ day, tables, broken }: Month, lives: Lives): string[] {
  const end = new Date(Date.parse(day) + day_ms);
  const faults = tables.flatMap((measured) => {
    const life = lifeOf(measured.table, lives);
    if (life === undefined) return [`nobody says how long the rows of ${measured.table} live: tables.ts`];
    return [...ageFaults(measured, life), ...partitionFaults(measured, life, end)];
  });
  return [...faults, ...broken].map((fault) => `${day}: ${fault}`);
}

function ageFaults({ table, rows, oldest_days }: Measured, life: Life): string[] {
  if (life.kind === 'rests' && rows > life.most_rows)
    return [`${table} has ${rows} rows at the end of a day, and not ${life.most_rows}`];
  if (life.kind !== 'passes' || oldest_days === undefined) return [];
  const most = life.kept_days + life.grace_days;
  if (oldest_days <= most) return [];
  return [`the oldest row of ${table} is ${Math.floor(oldest_days)} days old, and not at most ${most}`];
}

function partitionFaults({ table, partitions }: Measured, life: Life, end: Date): string[] {
  const [first, last] = [partitions[0], partitions.at(-1)];
  if (first === undefined || last === undefined) return [];
  const faults: string[] = [];
  const madeUntil = endOf(last);
  if (madeUntil.getTime() < end.getTime() + ahead_days * day_ms)
    faults.push(`the last partition of ${table} is ${last}, which is not a week ahead`);
  if (life.kind === 'passes') {
    const over_days = (end.getTime() - endOf(first).getTime()) / day_ms;
    const most = life.kept_days + life.grace_days;
    if (over_days > most)
      faults.push(`partition ${first} of ${table} ended ${over_days} days ago, and not at most ${most}`);
  }
  return faults;
}

/** The end of the day or month that a partition is for. */
function endOf(name: string): Date {
  const [year, month, day] = [name.slice(0, 4), name.slice(4, 6), name.slice(6, 8)].map(Number);
  if (year === undefined || month === undefined) throw new Error(`${name} is no day and no month`);
  return new Date(day ? Date.UTC(year, month - 1, day + 1) : Date.UTC(year, month, 1));
}

export type Trend = {
  table: string;
  /** Of the months judged. */
  months: number;
  rows: number;
  bytes: number;
};

/**
 * How much rows and bytes of the tables whose rows go have grown in the last months in which all of their time was full: as
 * a share of what they would have grown by if nothing ever went.
 */
export function trendsOf(months: readonly Month[], lives: Lives): Trend[] {
  const tables = months.at(-1)?.tables ?? [];
  return tables.flatMap(({ table }) => {
    const life = lifeOf(table, lives);
    if (life?.kind !== 'passes') return [];
    const full = Math.ceil((life.kept_days + life.grace_days) / month_days) + 1;
    const points = months
      .map((month, index) => ({ at: index + 1, of: month.tables.find((each) => each.table === table) }))
      .filter(({ at }) => at >= full)
      .slice(-most_months);
    const share = (value: (measured: Measured) => number) =>
      shareOfLeak(points.flatMap(({ at, of }) => (of === undefined ? [] : [{ at, value: value(of) }])));
    return [
      {
        table,
        months: points.length,
        rows: share(({ rows }) => rows),
        bytes: share(({ bytes }) => bytes),
      },
    ];
  });
}

/**
 * The slope of the line that fits best, by the slope of something that grew evenly from nothing to the same mean: 0 when
 * it stays as it is, 1 when it grew all the time.
 */
export function shareOfLeak(points: readonly { at: number; value: number }[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middle, level] = [mean(points.map(({ at }) => at)), mean(points.map(({ value }) => value))];
  const spread = mean(points.map(({ at }) => (at - middle) ** 2));
  if (level === 0 || spread === 0) return 0;
  const slope = mean(points.map(({ at, value }) => (at - middle) * (value - level))) / spread;
  return (slope * middle) / level;
}

/** What is wrong with the months together. */
export function judgeYears(months: readonly Month[], lives: Lives): string[] {
  return [
    ...trendsOf(months, lives)
      .filter(({ months: judged }) => judged >= least_months)
      .flatMap(({ table, months: judged, rows, bytes }) => [
        ...leak(`the rows of ${table}`, rows, judged),
        ...leak(`the bytes of ${table}`, bytes, judged),
      ]),
    ...growthFaults(months, lives),
  ];
}

const leak = (what: string, share: number, months: number): string[] =>
  share <= most_of_a_leak
    ? []
    : [`${what} grew in the last ${months} months by ${Math.round(share * 100)} % of what never goes`];

/** What grows with the visits grew faster in the last year than before; what is the hospital's own grew at all. */
function growthFaults(months: readonly Month[], lives: Lives): string[] {
  const [last, before] = [months.at(-1), months.at(-1 - most_months)];
  if (last === undefined || before === undefined) return [];
  return last.tables.flatMap(({ table, rows }) => {
    const life = lifeOf(table, lives);
    const then = before.tables.find((each) => each.table === table)?.rows ?? 0;
    if (life?.kind === 'given' && rows > then)
      return [`${table} grew from ${then} to ${rows} rows in a year`];
    if (life?.kind !== 'grows' || before.visits === 0 || then === 0) return [];
    const faster = (rows - then) / (last.visits - before.visits) / (then / before.visits);
    if (faster <= most_per_visit) return [];
    return [`${table} grew ${faster.toFixed(1)} times as fast as visits in the last year`];
  });
}

/** Tables of which the run is too short to say whether they are flat. */
export function unjudged(months: readonly Month[], lives: Lives): string[] {
  return trendsOf(months, lives)
    .filter(({ months: judged }) => judged < least_months)
    .map(({ table }) => table);
}

function lifeOf(table: string, lives: Lives): Life | undefined {
  const [database = '', name = ''] = table.split('.');
  return lives[database]?.[name];
}
