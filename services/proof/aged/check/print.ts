import type { JobRun } from '../jobs/jobs.ts';
import type { Checked } from './check.ts';

/** Prints a line for each run and what is wrong; returns whether nothing is. */
export function print(
  checked: readonly Checked[],
  jobs: readonly JobRun[],
  faults: readonly string[],
): boolean {
  for (const { database, file, statement, plan, measured, read } of checked) {
    const { ms, buffers, returned } = measured;
    console.log(
      [
        database,
        file,
        statement,
        plan,
        `${ms.toFixed(2)} ms`,
        `${buffers} buffers`,
        `${read} ÷ ${returned} rows`,
      ].join('  '),
    );
  }
  for (const { name, ms } of jobs) console.log(`job  ${name}  ${ms.toFixed(0)} ms`);
  const wrong = checked.filter((each) => each.faults.length > 0);
  console.log(
    `\n${new Set(checked.map(({ service, statement }) => `${service} ${statement}`)).size} statements, ${checked.length} runs`,
  );
  for (const { file, statement, plan, faults: those } of wrong) {
    console.error(`${file}: ${statement} (${plan} plan) ${those.join('; ')}`);
  }
  for (const fault of faults) console.error(fault);
  return wrong.length === 0 && faults.length === 0;
}
