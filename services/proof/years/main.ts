/**
 * `npm run years [-- --months 30]`: lets a small hospital live for years, and judges what is left at the end of each month.
 * Exits with 1 when something is wrong, with 3 when it was stopped before its end: the same command goes on.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { removePostgres } from '@healthbooker/local/postgres/postgres';
import { derivedPasswords, ensureServiceDatabase } from '@healthbooker/local/postgres/roles';
import { startTestStack } from '@healthbooker/local/test/stack';
import { testVariable } from '@healthbooker/local/test/variables';
import { migrate } from '@healthbooker/runtime/migrate';
import { table } from '../soak/tally.ts';
import { paces } from './day.ts';
import { judgeMonth, judgeYears, unjudged } from './judge.ts';
import { lives, openLife } from './life.ts';
import { lineOf, tableOf } from './report.ts';
import { type Addresses, type Database, databases } from './running.ts';
import { monthFrom } from './time.ts';

const { values } = parseArgs({
  options: {
    months: { type: 'string', default: '30' },
    folder: {
      type: 'string',
      default: process.env['HB_YEARS'] || join(homedir(), '.cache', 'healthbooker-years'),
    },
    /** A round that is never done: what it leaves behind must be found. */
    without: { type: 'string', multiple: true, default: [] },
    afresh: { type: 'boolean', default: false },
  },
});
const first = new Date('2027-01-01T04:00:00Z');
const end = monthFrom(first, Number(values.months));
if (!(end > first)) throw new Error(`--months is a number of months, and not ${values.months}`);
const { folder } = values;
const stopped_code = 3;

if (values.afresh && existsSync(folder)) {
  removePostgres(folder);
  rmSync(folder, { recursive: true });
}
mkdirSync(folder, { recursive: true });
let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (isStopped = true));

const stack = await startTestStack(folder);
try {
  Object.assign(process.env, stack.env);
  const ground = { databases: await makeDatabases(), name: 'kept' };
  const life = await openLife(ground, first, folder);
  try {
    const began_ms = performance.now();
    const isOver = await life.liveUntil(end, {
      pace: paces.whole,
      without: new Set(values.without),
      isStopped: () => isStopped,
      told(month) {
        console.log(lineOf(month, (performance.now() - began_ms) / 1000));
        for (const fault of judgeMonth(month, lives).slice(0, 20)) console.log(`  ${fault}`);
      },
    });
    if (isOver) await judge(life, (performance.now() - began_ms) / 1000);
    else process.exitCode = stopped_code;
  } finally {
    await life.close();
  }
} finally {
  await stack.stop();
}

async function judge(life: Awaited<ReturnType<typeof openLife>>, took_s: number): Promise<void> {
  const { months, failures, tally } = life;
  const last = await life.lookBack();
  const faults = [
    ...months.flatMap((month) => judgeMonth(month, lives)),
    ...judgeYears(months, lives),
    ...judgeMonth(last, lives).map((fault) => `in the end, ${fault}`),
    ...failures,
  ];
  const short = unjudged(months, lives);
  console.log(`
${tableOf(months, lives)}

${table(tally)}

${months.length} months, the last of them in ${Math.round(took_s)} s; ${last.visits} visits; ${last.replayed} decisions replay
${short.length === 0 ? 'every table was there long enough to be judged' : `too short to say whether they are flat: ${short.join(', ')}`}
${faults.length === 0 ? 'all is well' : `${faults.length} faults`}`);
  for (const fault of faults.slice(0, 100)) console.log(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

async function makeDatabases(): Promise<Record<Database, Addresses>> {
  const server = testVariable('HB_TEST_POSTGRES_URL');
  const made = databases.map(async (service) => {
    const passwords = derivedPasswords(new URL(server).password, service);
    const { url: serviceUrl, ownerUrl: url } = await ensureServiceDatabase(server, service, passwords);
    await migrate({ url, dir: fileURLToPath(new URL(`../../${service}/migrations`, import.meta.url)) });
    return [service, { url, serviceUrl }] as const;
  });
  return Object.fromEntries(await Promise.all(made)) as Record<Database, Addresses>;
}
