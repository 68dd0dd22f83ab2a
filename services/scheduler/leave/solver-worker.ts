import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type highs from 'highs';

// Its types describe the CommonJS build: there the loader is a property, in the other build it is all there is.
const { default: loadHighs } = createRequire(import.meta.url)('highs') as typeof highs;

/** Solves one problem in LP format and posts the names of the variables that are 1, in a thread of its own. */
const { lp, timeLimit_s } = workerData as { lp: string; timeLimit_s: number };
const solver = await loadHighs();
// Where nothing is declared binary there is nothing to simplify either, and looking for it takes twice as long as solving.
const presolve = lp.includes('\nBinary\n') ? 'choose' : 'off';
const { Status, Columns } = solver.solve(lp, { output_flag: false, time_limit: timeLimit_s, presolve });
const ones = Object.entries(Columns).flatMap(([name, column]) =>
  'Primal' in column && (column.Primal ?? 0) > 0.5 ? [name] : [],
);
parentPort?.postMessage({ status: Status, ones });
