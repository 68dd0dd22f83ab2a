/**
 * Runs the soak on the stores that the environment names, as tests find them; `main.ts` starts it. Exits with 1 when
 * an invariant does not hold, an acknowledged change is not there, or an answer was none that contention explains.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { makeBed, START } from '@healthbooker/scheduler/test/service';
import { runClient } from './clients.ts';
import { runLeaves } from './leaves.ts';
import { startSchedulers } from './schedulers.ts';
import { newTally, table } from './tally.ts';

const { values } = parseArgs({
  options: {
    operations: { type: 'string', default: '1000000' },
    clients: { type: 'string', default: '32' },
    kills: { type: 'string', default: '45' },
    'report-seconds': { type: 'string', default: '30' },
  },
});
const operations = Number(values.operations);
/** Slots of each clinic that everybody wants, earliest first. */
const FEW = { cardiology: 40, dermatology: 20 };
const REPORT_EVERY_MS = Number(values['report-seconds']) * 1000;
/** Checks read everything that a million operations have written. */
const PATIENT = { statementTimeoutMs: 600_000, settleWithinMs: 120_000 };

// Leaving by `exit` takes the schedulers along.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const bed = await makeBed(PATIENT);
// A patient does more within a minute than a person may in a day.
await bed.pool.query(
  'update policy set open_visits_per_specialty = 1000, new_visits_per_day = 1000, moves_per_day = 1000',
);
const tally = newTally(operations);
const env = { ...bed.env, HOLD_MS: '2000' };
const schedulers = await startSchedulers(env, () => tally.done, operations / Number(values.kills));
try {
  const { rows } = await bed.pool.query(
    `select id, day from (
       select id, local_start::date::text as day, specialty_id, row_number() over (partition by specialty_id order by start_at, id) as place
       from slot where state = 'free' and start_at >= $1) as s
     where place <= ($2::jsonb ->> specialty_id)::int`,
    [START, FEW],
  );
  const slots = rows.map((row) => row.id as string);
  const days = [...new Set(rows.map((row) => row.day as string))];
  const scene = { schedulers, tally, hospital: bed.hospital, slots, days };

  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 1000);
  const resident: number[] = [];
  let before = { done: 0, seconds: 0 };
  async function report(): Promise<void> {
    const { steady, other } = await schedulers.residentMb();
    resident.push(steady);
    const rate = (tally.done - before.done) / Math.max(1, seconds() - before.seconds);
    before = { done: tally.done, seconds: seconds() };
    console.log(
      `${before.seconds} s: ${tally.done} operations (${rate.toFixed(0)}/s), ${schedulers.kills()} kills, ${tally.askedAgain} calls asked again, ${tally.failed} failed, resident ${steady} and ${other} MB\n${table(tally)}`,
    );
    for (const line of schedulers.errors()) console.log(line);
    // Nobody reads the queue here. Without this, a million events would fill the memory of the stand-in.
    await bed.discardEvents();
  }
  const ended = new AbortController();
  const reporting = (async () => {
    for (;;) {
      await sleep(REPORT_EVERY_MS, undefined, { signal: ended.signal }).catch(() => undefined);
      await report();
      if (ended.signal.aborted) return;
    }
  })();

  const clients = Array.from({ length: Number(values.clients) }, () => runClient(scene));
  await Promise.all([...clients, runLeaves(scene)]);
  await schedulers.calm();
  const took = seconds();
  ended.abort();
  await reporting;

  console.log('the load is over; what is left is settled and published, then everything is checked');
  await untilPublished();
  const lost = await lostOf();
  const broken = await bed.broken();
  const { rows: counts } = await bed.pool.query(
    `select (select count(*) from reservation) as reservations, (select count(*) from waitlist_entry) as entries,
       (select count(*) from provider_leave) as leaves, (select count(*) from decision) as decisions`,
  );
  console.log(`
operations    ${tally.done} in ${took} s, ${(tally.done / took).toFixed(0)}/s, by ${clients.length} clients on ${slots.length} slots
${table(tally)}
kills         ${schedulers.kills()}, ${tally.askedAgain} calls asked again
resident      ${resident[0]} MB at first, ${Math.max(...resident)} at most, ${resident.at(-1)} at last (the scheduler that is not killed)
stored        ${Object.entries(counts[0])
    .map(([what, count]) => `${count} ${what}`)
    .join(', ')}
acknowledged  ${tally.acknowledged.size} appointments and entries, ${tally.leaves.size} leaves; ${lost.length} not there
failed        ${tally.failed}
verify        ${broken.length === 0 ? 'all is well' : `${broken.length} broken`}`);
  for (const one of [...tally.failures, ...lost.slice(0, 20), ...broken.slice(0, 20)]) console.log(one);
  process.exitCode = broken.length + lost.length + tally.failed === 0 ? 0 : 1;
} finally {
  await schedulers.close();
  await bed.remove();
}

/** Changes that were acknowledged but are missing in the database, or are there in an older version. */
async function lostOf(): Promise<string[]> {
  const { rows } = await bed.pool.query(
    `select appointment_id, max(version) as version
     from (select appointment_id, version from reservation union all select appointment_id, version from waitlist_entry) as stored
     group by appointment_id`,
  );
  const stored = new Map(rows.map((row) => [row.appointment_id as string, row.version as number]));
  const { rows: saved } = await bed.pool.query('select id from provider_leave');
  const leaves = new Set(saved.map((row) => row.id as string));
  return [
    ...[...tally.acknowledged].flatMap(([id, version]) => ((stored.get(id) ?? 0) >= version ? [] : [id])),
    ...[...tally.leaves].filter((id) => !leaves.has(id)),
  ];
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
    await sleep(10_000);
  }
}
