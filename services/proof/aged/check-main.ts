/**
 * `npm run aged:check [-- --scale s] [--seed n] [--json FILE]`: runs every statement and every job of every service on the
 * aged hospital. Exits with 1 when one reads more than it should, or does not end.
 */
import { writeFileSync } from 'node:fs';
import { readArguments } from './arguments.ts';
import { makeBad } from './check/bad.ts';
import { checkStatements } from './check/check.ts';
import { print } from './check/print.ts';
import { type Found, findStatements } from './check/statements.ts';
import { type AgedHospital, openHospital } from './hospital.ts';
import { loopsLeftOut, runJobs } from './jobs/jobs.ts';

const { json, ...wanted } = readArguments(process.argv.slice(2));
const hospital = await openHospital(wanted, (line) => console.error(line));
try {
  const found = await findStatements();
  const outcome = await checkStatements(hospital, found.statements);
  const jobs = await runJobs(hospital);
  const faults = [
    ...found.faults,
    ...outcome.faults,
    ...loopsLeftOut(),
    ...jobs.flatMap(({ name, fault }) => (fault === undefined ? [] : [`the job "${name}": ${fault}`])),
    ...(await badUnnoticed(hospital, found.statements)),
  ];
  if (json !== undefined) {
    writeFileSync(
      json,
      `${JSON.stringify({ ...wanted, asOf: hospital.asOf, ...outcome, jobs, faults }, null, 1)}\n`,
    );
  }
  process.exitCode = print(outcome.checked, jobs, faults) ? 0 : 1;
} finally {
  await hospital.close();
}

/** Statements made bad on purpose in which nothing wrong was found: a check that passes them would pass anything. */
async function badUnnoticed(hospital: AgedHospital, statements: readonly Found[]): Promise<string[]> {
  const { made, faults } = makeBad(statements);
  const { checked } = await checkStatements(hospital, made);
  const noticed = new Set(checked.filter((each) => each.faults.length > 0).map(({ statement }) => statement));
  return [
    ...faults,
    ...made
      .filter(({ plainName }) => !noticed.has(plainName))
      .map(({ plainName, what }) => `${plainName} was made bad and nothing was noticed: ${what}`),
  ];
}
