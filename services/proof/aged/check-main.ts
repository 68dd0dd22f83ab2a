/**
 * `npm run aged:check [-- --scale s] [--seed n] [--json FILE]`: runs every statement and every job of every service on the
 * aged hospital. Exits with 1 when one reads more than it should, or does not end.
 */
import { writeFileSync } from 'node:fs';
import { readArguments } from './arguments.ts';
import { checkStatements } from './check/check.ts';
import { knownSlow } from './check/known-slow.ts';
import { print } from './check/print.ts';
import { findStatements } from './check/statements.ts';
import { openHospital } from './hospital.ts';

const { json, ...wanted } = readArguments(process.argv.slice(2));
const hospital = await openHospital(wanted, (line) => console.error(line));
try {
  const found = await findStatements();
  const outcome = await checkStatements(hospital, found.statements, knownSlow);
  const faults = [...found.faults, ...outcome.faults];
  if (json !== undefined) {
    writeFileSync(
      json,
      `${JSON.stringify({ ...wanted, asOf: hospital.asOf, ...outcome, faults }, null, 1)}\n`,
    );
  }
  process.exitCode = print(outcome.checked, faults) ? 0 : 1;
} finally {
  await hospital.close();
}
