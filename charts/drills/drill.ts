import { setTimeout as sleep } from 'node:timers/promises';
import { say } from '../cluster/programs.ts';
import { verify } from '../cluster/verify.ts';
import { type Load, type LoadReport, loadPatients, startLoad } from './load.ts';

/** Where the one address of the system is reached. */
export const url = process.env['CLUSTER_URL'] ?? 'http://localhost:8080';

export type Drill = {
  name: string;
  /** Operations begun each second. */
  perSecond: number;
  /** What happens to the system; it is under load before, during and 15 s after. */
  run(load: Load): Promise<void>;
  /** How many operations may fail: 0 where nobody should notice. */
  failuresAllowed: number;
};

const around_ms = 15_000;

/** Runs one drill under load, prints what its users saw, and ends with `verify`. Throws when it did not hold. */
export async function underLoad({ name, perSecond, run, failuresAllowed }: Drill): Promise<void> {
  const load = await startLoad(url, await loadPatients(url), perSecond);
  let report: LoadReport;
  try {
    await sleep(around_ms);
    say(`${name}: begins`);
    await run(load);
    say(`${name}: over`);
    await sleep(around_ms);
  } finally {
    report = await load.stop();
  }
  printReport(report);
  await verify(report.acknowledged);
  if (report.bad.length > failuresAllowed) {
    throw new Error(`${report.bad.length} operations failed, ${failuresAllowed} may`);
  }
}

function printReport({ scheduled, good, bad, refused, p50, p99, acknowledged }: LoadReport): void {
  say(`${scheduled} operations, ${good} good, ${bad.length} bad; p50 ${p50} ms, p99 ${p99} ms`);
  say(`${acknowledged.length} bookings acknowledged`);
  say(`refused: ${JSON.stringify(refused)}`);
  const [first, last] = [bad[0], bad.at(-1)];
  if (first && last) {
    say(
      `failures from ${clock(first.at)} to ${clock(last.at)}: ${((last.at.getTime() - first.at.getTime()) / 1000).toFixed(1)} s`,
    );
    const tens = Map.groupBy(bad, ({ at }) => Math.floor((at.getTime() - first.at.getTime()) / 10_000));
    const counts = [...tens].map(([ten, list]) => `${ten * 10} s: ${list.length}`);
    say(`  each ten seconds, from the first: ${counts.join(', ')}`);
    const kinds = Map.groupBy(bad, ({ what }) => what);
    for (const [what, list] of kinds) {
      const when = list.map(({ at }) => Math.round((at.getTime() - first.at.getTime()) / 1000));
      say(`  ${list.length} × ${what}, after ${[...new Set(when)].join(', ')} s`);
    }
  }
}

const clock = (at: Date) => at.toISOString().slice(11, 19);
