/**
 * Runs the soak on the stores that the environment names, as tests find them; `main.ts` starts it. Exits with 1 when
 * an invariant does not hold or an acknowledged change is not there.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { makeBed, START } from '../test/service.ts';
import { runClient, type Tally } from './clients.ts';
import { startSchedulers } from './schedulers.ts';

const { values } = parseArgs({
  options: {
    operations: { type: 'string', default: '1000000' },
    clients: { type: 'string', default: '96' },
    slots: { type: 'string', default: '60' },
  },
});
const operations = Number(values.operations);
const REPORT_EVERY_MS = 10_000;

// Leaving by `exit` takes the schedulers along.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const bed = await makeBed();
const schedulers = await startSchedulers({ ...bed.env, HOLD_MS: '2000' });
try {
  const { rows } = await bed.pool.query(
    `select id, local_start::date::text as day from slot where specialty_id = 'cardiology' and state = 'free' and start_at >= $1
     order by start_at, id limit $2`,
    [START, Number(values.slots)],
  );
  const slots = rows.map((row) => row.id as string);
  const lastDay = rows.at(-1)?.day as string;
  const tally: Tally = { left: operations, outcomes: new Map(), acknowledged: new Map() };
  const began = performance.now();
  const report = setInterval(() => {
    const seconds = (performance.now() - began) / 1000;
    const done = operations - tally.left;
    console.log(
      `${done} operations in ${seconds.toFixed(0)} s (${(done / seconds).toFixed(0)}/s), ${schedulers.kills()} kills, ${schedulers.residentMb().at(-1)} MB`,
    );
  }, REPORT_EVERY_MS);
  await Promise.all(
    Array.from({ length: Number(values.clients) }, () => runClient(schedulers, slots, lastDay, tally)),
  );
  clearInterval(report);
  await schedulers.calm();
  const seconds = (performance.now() - began) / 1000;

  const lost = await lostOf(tally.acknowledged);
  await untilPublished();
  const broken = await bed.broken();
  const resident = schedulers.residentMb();
  console.log(
    `operations    ${operations} in ${seconds.toFixed(0)} s, ${(operations / seconds).toFixed(0)}/s`,
  );
  console.log(`outcomes      ${[...tally.outcomes].map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
  console.log(`kills         ${schedulers.kills()}`);
  console.log(`acknowledged  ${tally.acknowledged.size} appointments, ${lost.length} not there`);
  console.log(
    `resident      ${resident[0]} MB at first, ${Math.max(...resident)} at most, ${resident.at(-1)} at last`,
  );
  console.log(broken.length === 0 ? 'verify        all is well' : broken);
  if (lost.length > 0) console.log('lost', lost.slice(0, 20));
  process.exitCode = broken.length + lost.length === 0 ? 0 : 1;
} finally {
  await schedulers.close();
  await bed.remove();
}

/** Appointments that the database has not, or in an older version than somebody was told. */
async function lostOf(acknowledged: ReadonlyMap<string, number>): Promise<string[]> {
  const { rows } = await bed.pool.query('select appointment_id, version from reservation');
  const stored = new Map(rows.map((row) => [row.appointment_id as string, row.version as number]));
  return [...acknowledged].flatMap(([id, version]) => ((stored.get(id) ?? 0) >= version ? [] : [id]));
}

/** Events may lag behind the load, but must all go out. */
async function untilPublished(): Promise<void> {
  for (let before = Number.POSITIVE_INFINITY; ; ) {
    const { rows } = await bed.pool.query(
      'select count(*)::int as left from outbox where published_at is null',
    );
    const left = rows[0].left as number;
    if (left === 0 || left >= before) return;
    before = left;
    await sleep(REPORT_EVERY_MS);
  }
}
