/**
 * `npm run bench -- [engine | system] [--quick]`: what the pieces cost, as ratios within one run, so that a slower
 * machine changes both sides. Nothing is asserted. Without a name, the system first and then the engine.
 * `npm run bench -- cost`: CPU per operation and process (`cost/`). `npm run bench -- --aged`: on the aged hospital (`aged/`).
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { answers, freePort } from '@healthbooker/local/ports';
import { awsEnv } from '@healthbooker/local/stores';
import { testHospital } from '@healthbooker/local/test/hospital';
import { startService } from '@healthbooker/local/test/processes';
import { startTestStack } from '@healthbooker/local/test/stack';
import { startSystem, type TestSystem } from '@healthbooker/local/test/system';
import { accessToken, identityEnv } from '@healthbooker/local/test/tokens';
import { testVariable } from '@healthbooker/local/test/variables';
import { atOnce, inProcess } from './engine/in-process.ts';
import { benchTheEngine } from './engine.ts';
import { createLoad } from './load.ts';

const names = process.argv.slice(2);
const isQuick = names.includes('--quick');
const rounds = isQuick ? 2 : 5;
const requests = 4000;
/** Twice as many half-hours a round: five rounds fit into the 90 days that can be booked. */
const count = 300;
const clients = 16;
const symptoms = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };

type Load = ReturnType<typeof createLoad>;
type Hospital = Awaited<ReturnType<typeof testHospital>>;
type Measure = { name: string; goal: string; ratio: number; detail: string };

if (names[0] === 'cost') {
  const { benchCost } = await import('./cost/main.ts');
  process.exit(await benchCost(names.slice(1)));
}
if (names[0] === 'relay') {
  const { benchRelay } = await import('./relay.ts');
  await benchRelay({ kept: isQuick ? 100_000 : 5_000_000, rounds });
  process.exit();
}
if (names[0] === '--aged') {
  const { benchAged } = await import('./aged/main.ts');
  await benchAged(names.slice(1));
  process.exit();
}
if (names[0] === 'verify-since') {
  const { benchVerify } = await import('./aged/verify-since.ts');
  await benchVerify(names.slice(1));
  process.exit();
}
const unknown = names.find((name) => !['engine', 'system', '--quick'].includes(name));
if (unknown !== undefined) {
  console.error(
    `bench knows no "${unknown}": say engine, system, relay, cost, verify-since or --aged, and --quick for less of it.`,
  );
  process.exit(2);
}
if (!names.includes('engine')) await benchTheSystem();
if (!names.includes('system')) await benchTheEngine({ isQuick });

async function benchTheSystem(): Promise<void> {
  const stack = await startTestStack();
  Object.assign(process.env, stack.env);
  const load = createLoad(clients);
  let system: TestSystem | undefined;
  let hospital: Hospital | undefined;
  try {
    system = await startSystem();
    hospital = await testHospital(system.databases.scheduler);
    const results = new Map<string, Measure[]>();
    for (let round = 0; round < rounds; round++) {
      for (const measure of [
        await edgeCost(load, system),
        await bookings(load, system, hospital),
        await coldStart(system),
      ]) {
        results.set(measure.name, [...(results.get(measure.name) ?? []), measure]);
      }
    }
    print(results);
  } finally {
    load.close();
    await hospital?.close();
    await system?.stop();
    await stack.stop();
  }
}

/** CPU of the patients' edge per request, ÷ that of node:http sending as many bytes. */
async function edgeCost(load: Load, { services }: TestSystem): Promise<Measure> {
  const edge = services['patient-edge'];
  const token = await accessToken({ sub: randomUUID(), groups: ['Patients'] });
  const url = `${edge.url}/v1/directory`;
  const headers = { authorization: `Bearer ${token}` };
  const { body, status } = await load.send(url, { headers });
  if (status !== 200) throw new Error(`the directory answered ${status}`);
  const port = await freePort();
  const bare = spawn(process.execPath, [fileURLToPath(new URL('./bare-server.ts', import.meta.url))], {
    env: { ...process.env, PORT: String(port), BODY_BYTES: String(Buffer.byteLength(body)) },
    stdio: 'inherit',
  });
  try {
    const bareUrl = `http://127.0.0.1:${port}/`;
    while (!(await answers(bareUrl))) await new Promise((resolve) => setTimeout(resolve, 20));
    const edge_s = await cpuOf(
      load,
      () => edgeCpu(load, edge.metricsUrl),
      () => load.send(url, { headers }),
    );
    const bare_s = await cpuOf(
      load,
      async () => Number((await load.send(`${bareUrl}cpu`)).body),
      () => load.send(bareUrl),
    );
    return {
      name: 'edge CPU per request ÷ bare node:http',
      goal: '≤ 2.5',
      ratio: edge_s / bare_s,
      detail: `${micro(edge_s)} ÷ ${micro(bare_s)}`,
    };
  } finally {
    bare.kill();
  }
}

/** CPU seconds of one request, after as many again to warm up. */
async function cpuOf(load: Load, read: () => Promise<number>, send: () => Promise<unknown>): Promise<number> {
  await load.run(requests, send);
  const before = await read();
  await load.run(requests, send);
  return ((await read()) - before) / requests;
}

async function edgeCpu(load: Load, metricsUrl: string): Promise<number> {
  const { body } = await load.send(`${metricsUrl}/metrics`);
  return Number(/^process_cpu_seconds_total\{[^}]*\} (\S+)$/m.exec(body)?.[1]);
}

/** Bookings over HTTP ÷ calls of Reserve in process. */
async function bookings(
  load: Load,
  { services, serviceDatabases }: TestSystem,
  place: Hospital,
): Promise<Measure> {
  // Each round has weeks of its own, behind those of the round before.
  const { rows } = await place.pool.query('select coalesce(max(end_at), now()) as last from slot');
  const slots = await place.addSlots(new Date(rows[0].last.getTime() + 864e5), count * 2);
  const token = await Promise.all(
    Array.from({ length: count }, () => accessToken({ sub: randomUUID(), groups: ['Patients'] })),
  );
  const url = `${services['patient-edge'].url}/v1/appointments`;
  const statuses: number[] = [];
  const seconds = await load.run(count, async (index) => {
    const { status } = await load.send(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token[index]}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({ slotId: slots[index], reason: 'Palpitations', symptoms }),
    });
    statuses.push(status);
  });
  const failed = statuses.filter((status) => status !== 201);
  if (failed.length > 0)
    throw new Error(`${failed.length} of ${count} bookings failed: ${[...new Set(failed)]}`);
  const scheduler = inProcess(serviceDatabases.scheduler);
  try {
    const wanted = slots.slice(count).map((slotId) => ({ slotId }));
    const within = await atOnce(clients, wanted, scheduler.reserve);
    const [perSecond, perSecondWithin] = [count / seconds, count / within.seconds];
    return {
      name: 'bookings per second: over HTTP ÷ Reserve in process',
      goal: '',
      ratio: perSecond / perSecondWithin,
      detail: `${perSecond.toFixed(0)} ÷ ${perSecondWithin.toFixed(0)} per second, ${clients} at once`,
    };
  } finally {
    await scheduler.close();
  }
}

/** From starting the scheduler's process until it is ready ÷ starting Node with nothing to do. */
async function coldStart({ serviceDatabases }: TestSystem): Promise<Measure> {
  const began = performance.now();
  const service = await startService('scheduler', {
    ...awsEnv,
    ...identityEnv(),
    DATABASE_URL: serviceDatabases.scheduler,
    EVENTS_TOPIC_ARN: 'arn:aws:sns:eu-west-2:000000000000:bench',
    SNS_ENDPOINT: testVariable('HB_TEST_AWS_ENDPOINT'),
    LOG_LEVEL: 'silent',
  });
  const ready_ms = performance.now() - began;
  await service.end();
  const bareBegan = performance.now();
  await new Promise((resolve) => spawn(process.execPath, ['-e', '']).once('exit', resolve));
  const bare_ms = performance.now() - bareBegan;
  return {
    name: 'cold start of the scheduler until ready ÷ node -e ""',
    goal: '',
    ratio: ready_ms / bare_ms,
    detail: `${ready_ms.toFixed(0)} ÷ ${bare_ms.toFixed(0)} ms`,
  };
}

function micro(seconds: number): string {
  return `${(seconds * 1e6).toFixed(0)} µs`;
}

function print(results: ReadonlyMap<string, Measure[]>): void {
  console.log(`\nMedian of ${rounds} rounds, and the spread.\n`);
  console.log('| measure | goal | ratio | from – to | median round |\n|---|---|---|---|---|');
  for (const [name, measures] of results) {
    const sorted = measures.toSorted((a, b) => a.ratio - b.ratio);
    const median = sorted[Math.floor(sorted.length / 2)];
    const spread = `${sorted[0]?.ratio.toFixed(2)} – ${sorted.at(-1)?.ratio.toFixed(2)}`;
    console.log(
      `| ${name} | ${median?.goal} | ${median?.ratio.toFixed(2)} | ${spread} | ${median?.detail} |`,
    );
  }
}
