import type { Measured } from './plan.ts';

/** How many rows a statement may look at for each that it returns. */
export const MOST_READ_PER_ROW = 50;
/** At the full size, on a machine at rest. */
export const MOST_MS = 200;

/** Why a statement looks at more rows than it returns, and how many it may. */
export type Exception = { reads: number; because: string };

export type Limits = {
  /** Tables that grow with visits, charts, messages and events. */
  growing: ReadonlySet<string>;
  isFullSize: boolean;
  exception?: Exception | undefined;
};

/** What is wrong with a run of a statement; empty when nothing is. */
export function judge(measured: Measured, { growing, isFullSize, exception }: Limits): string[] {
  const faults: string[] = [];
  for (const { table, rows } of measured.scanned) {
    if (growing.has(table)) faults.push(`reads ${table} from end to end (${rows} rows)`);
  }
  for (const { table, index, pages, rows } of measured.walked) {
    if (growing.has(table)) faults.push(`goes through ${index} (${pages} pages for ${rows} rows)`);
  }
  const { returned } = measured;
  const read = readOf(measured, growing);
  const most = Math.max(MOST_READ_PER_ROW * returned, exception?.reads ?? 0);
  if (read > most) faults.push(`looks at ${read} rows for ${returned}, more than ${most}`);
  if (isFullSize && measured.ms > MOST_MS) faults.push(`takes ${measured.ms.toFixed(0)} ms`);
  return faults;
}

/** The rows that a run looked at in tables that grow. */
export function readOf({ looked }: Measured, growing: ReadonlySet<string>): number {
  return Object.entries(looked).reduce((sum, [table, rows]) => sum + (growing.has(table) ? rows : 0), 0);
}
