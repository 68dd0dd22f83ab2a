/** `npm run aged [-- --scale s] [--seed n]`: fills the aged hospital where it is not there yet and keeps its PostgreSQL running. */
import { performance } from 'node:perf_hooks';
import { readArguments } from './arguments.ts';
import { openHospital } from './hospital.ts';

const began = performance.now();
const hospital = await openHospital(readArguments(process.argv.slice(2)), (line) => console.error(line));
const { databases, asOf, adminUrl } = hospital;
console.log(
  `The aged hospital as of ${asOf.toISOString()}, after ${((performance.now() - began) / 1000).toFixed(0)} s:`,
);
for (const [service, { ownerUrl }] of Object.entries(databases)) console.log(`${service} ${ownerUrl}`);
console.log(`postgres ${adminUrl}`);
console.log('Ctrl-C stops it; the data stays.');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => hospital.close().then(() => process.exit(0)));
}
