import {
  type Calls,
  type Cost,
  costs,
  type Interval,
  idleCosts,
  pooled,
  type Repeat,
  withSum,
} from './accounts.ts';
import { type Arrival, arrivalName } from './load.ts';
import type { OperationName } from './operations.ts';

/** The repeats of one operation at one arrival. */
export type Cell = { operation: OperationName; arrival: Arrival; repeats: readonly Repeat[] };
export type Measured = { cells: readonly Cell[]; idle: readonly Interval[]; services: readonly string[] };

/** One line of the results: what one operation costs one process. CPU of idle is per second, and n its seconds. */
export type Row = {
  operation: OperationName | 'idle';
  process: string;
  cpu_ms: number;
  rate: string;
  n: number;
  spread: readonly [least: number, most: number];
  calls: Calls;
  /** cpu_ms ÷ that of the directory at the same rate; of sums of processes, where the directory's stands out of the noise. */
  to_directory?: number;
};

/** The processes that the goals are about, all that the local stack has instead of AWS, and everything together. */
export const sums = { ours: 'services and postgres', standIns: 'stand-ins', all: 'all' } as const;
const edges = 'edges';

/** Every cost of every process, and of sums of them. */
export function rowsOf({ cells, idle, services }: Measured): Row[] {
  const names = [...(idle[0]?.processes.keys() ?? [])];
  const ours = names.filter((name) => services.includes(name) || name === 'postgres');
  const standIns = names.filter((name) => !ours.includes(name) && name !== 'ingress');
  const summed = <Taken extends Interval>(taken: Taken): Taken =>
    withSum(
      withSum(
        withSum(
          withSum(taken, sums.all, names),
          edges,
          ours.filter((name) => name.endsWith('-edge')),
        ),
        sums.standIns,
        standIns,
      ),
      sums.ours,
      ours,
    );
  const idling = idle.map(summed);
  const seconds = pooled(idle).seconds;
  const idleRows = costRows('idle', 'idle', Math.round(seconds), idleCosts(idling));
  const measured = cells.flatMap(({ operation, arrival, repeats }) => {
    const n = repeats.reduce((sum, { operations }) => sum + operations, 0);
    return costRows(operation, arrivalName(arrival), n, costs(repeats.map(summed), pooled(idling)));
  });
  return [...idleRows, ...measured.map((row) => ({ ...row, ...ratio(row, measured) }))];
}

function costRows(
  operation: Row['operation'],
  rate: string,
  n: number,
  byProcess: ReadonlyMap<string, Cost>,
): Row[] {
  return [...byProcess].map(([process, { cpu_ms, spread, calls }]) => ({
    operation,
    process,
    cpu_ms: rounded(cpu_ms),
    rate,
    n,
    spread: [rounded(spread[0]), rounded(spread[1])],
    calls: Object.fromEntries(Object.entries(calls).map(([system, count]) => [system, rounded(count)])),
  }));
}

function ratio(row: Row, all: readonly Row[]): { to_directory?: number } {
  if (row.process !== sums.ours && row.process !== sums.all) return {};
  const directory = all.find(
    ({ operation, process, rate }) =>
      operation === 'directory' && process === row.process && rate === row.rate,
  );
  return directory === undefined || directory.spread[0] <= 0
    ? {}
    : { to_directory: rounded(row.cpu_ms / directory.cpu_ms) };
}

const columns: readonly (readonly [title: string, process: string])[] = [
  ['edges', edges],
  ['appointment', 'appointment'],
  ['scheduler', 'scheduler'],
  ['ehr', 'ehr'],
  ['notification', 'notification'],
  ['PostgreSQL', 'postgres'],
  ['stand-ins', sums.standIns],
  ['ingress', 'ingress'],
];

const systems = ['grpc', 'sql', 'dynamodb', 'redis', 'sns', 'sqs'] as const;

/** The results as a table in Markdown: a line for each operation and arrival, CPU-ms. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [...new Set(rows.map(({ operation, rate }) => `${operation}\n${rate}`))].map((key) => {
    const of = (process: string) =>
      rows.find((row) => `${row.operation}\n${row.rate}` === key && row.process === process);
    const ours = of(sums.ours);
    if (ours === undefined) throw new Error(`${key} has no sum`);
    const { operation, rate, spread } = ours;
    return [
      operation === 'idle' ? 'idle, per second' : operation,
      operation === 'idle' ? '' : rate,
      `**${shown(ours.cpu_ms)}** (${shown(spread[0])} – ${shown(spread[1])})`,
      ours.to_directory === undefined ? '' : ours.to_directory.toFixed(1),
      ...columns.map(([, process]) => shown(of(process)?.cpu_ms ?? 0)),
      callsShown(of(sums.all)?.calls ?? {}),
    ];
  });
  const titles = [
    'operation',
    'at',
    'services and PostgreSQL',
    '÷ directory',
    ...columns.map(([title]) => title),
    'calls',
  ];
  return [titles, titles.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

/** Below zero it is noise, and says how much of that there is. */
function shown(cpu_ms: number): string {
  if (Math.abs(cpu_ms) < 0.005) return '0';
  return Math.abs(cpu_ms) < 10 ? cpu_ms.toFixed(2) : cpu_ms.toFixed(1);
}

function callsShown(calls: Calls): string {
  return systems
    .map((system) => [system, calls[system] ?? 0] as const)
    .filter(([, count]) => count >= 0.05)
    .map(([system, count]) => `${count.toFixed(1).replace(/\.0$/, '')} ${system}`)
    .join(', ');
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
