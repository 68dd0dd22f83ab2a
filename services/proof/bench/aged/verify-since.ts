/**
 * `npm run bench -- verify-since [--scale s] [--seed n]`: what `npm run verify -- --since 1d` takes on the aged hospital, in
 * a process of its own. The hospital has no table: items of the visits among which it looks are written first.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { toItem } from '@healthbooker/appointment/tables/appointment-item';
import { ensureTable } from '@healthbooker/appointment/tables/create-table';
import { awsEnv, region } from '@healthbooker/local/stores';
import { startTestStack } from '@healthbooker/local/test/stack';
import { readReservationVersion } from '@healthbooker/protos/gen/readers';
import { readArguments } from '../../aged/arguments.ts';
import { connect, type Tell } from '../../aged/fill/bulk.ts';
import { type AgedHospital, openHospital } from '../../aged/hospital.ts';
import { type Row, table } from './rows.ts';

const TABLE = 'aged';
const DAY_MS = 86_400_000;
const PAGE = 1000;
/** As many items as DynamoDB takes in one request. */
const AT_ONCE = 25;
const repository = fileURLToPath(new URL('../../../..', import.meta.url));
const verifyMain = fileURLToPath(new URL('../../../local/verify/main.ts', import.meta.url));

/** Visits that verify finds by their provider: those that began 35 days before the day it looks at, and later. */
const visits = `
select d.appointment_id as id, d.outcome -> 'reservation' as version
from reservation r join decision d on d.appointment_id = r.appointment_id and d.version = r.version
where lower(r.during) >= $1::timestamptz - interval '37 days' and r.appointment_id > $2
order by r.appointment_id limit $3`;

/** @param args what follows `verify-since` */
export async function benchVerify(args: readonly string[]): Promise<void> {
  const { scale, seed } = readArguments(args);
  const tell = (line: string) => console.error(line);
  const hospital = await openHospital({ scale, seed }, tell);
  const stack = await startTestStack();
  const dataDir = mkdtempSync(join(tmpdir(), 'healthbooker-verify-since-'));
  try {
    const endpoint = stack.env['HB_TEST_DYNAMODB_ENDPOINT'];
    if (endpoint === undefined) throw new Error('the stack has no DynamoDB');
    const items = await writeItems(endpoint, hospital, tell);
    const { scheduler, ehr, notification } = hospital.databases;
    const owners = { scheduler: scheduler.ownerUrl, ehr: ehr.ownerUrl, notification: notification.ownerUrl };
    writeFileSync(
      join(dataDir, 'stack.json'),
      JSON.stringify({ stores: { owners, dynamodb: endpoint, table: TABLE } }),
    );
    tell('verifies');
    const since = new Date(hospital.asOf.getTime() - DAY_MS).toISOString();
    const { seconds, megabytes, said } = await verify(since, dataDir);
    const detail = `${items.toLocaleString('en')} items; since ${since}`;
    const rows: Row[] = [
      { measure: 'verify --since 1d: seconds', value: seconds, goal: { most: 120 }, detail },
      {
        measure: 'verify --since 1d: megabytes',
        value: megabytes,
        goal: { most: 200 },
        detail: 'the most it held',
      },
    ];
    console.log(`\n${said}\n${table(rows)}`);
  } finally {
    rmSync(dataDir, { recursive: true });
    await stack.stop();
    await hospital.close();
  }
}

async function writeItems(endpoint: string, hospital: AgedHospital, tell: Tell): Promise<number> {
  const credentials = {
    accessKeyId: awsEnv.AWS_ACCESS_KEY_ID,
    secretAccessKey: awsEnv.AWS_SECRET_ACCESS_KEY,
  };
  const plain = new DynamoDBClient({ endpoint, region, credentials });
  const owner = await connect(hospital.databases.scheduler.ownerUrl);
  try {
    await ensureTable(plain, TABLE);
    const documents = DynamoDBDocumentClient.from(plain);
    let written = 0;
    for (let after: string | undefined = '00000000-0000-0000-0000-000000000000'; after !== undefined; ) {
      const { rows }: { rows: { id: string; version: unknown }[] } = await owner.query(visits, [
        hospital.asOf,
        after,
        PAGE,
      ]);
      for (let at = 0; at < rows.length; at += AT_ONCE) {
        const puts = rows.slice(at, at + AT_ONCE).map(({ version }) => {
          const reservation = readReservationVersion(version);
          return {
            PutRequest: {
              Item: toItem({ ...reservation, reason: '', history: [], providerDelayMinutes: 0 } as never),
            },
          };
        });
        await documents.send(new BatchWriteCommand({ RequestItems: { [TABLE]: puts } }));
      }
      written += rows.length;
      if (rows.length > 0) tell(`${written} items`);
      after = rows.length === PAGE ? rows.at(-1)?.id : undefined;
    }
    return written;
  } finally {
    await owner.end();
    plain.destroy();
  }
}

/** The limits of memory with which `npm run verify` starts. */
function limits(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
    scripts: { verify: string };
  };
  return scripts.verify.split(' ').filter((word) => word.startsWith('--'));
}

async function verify(
  since: string,
  dataDir: string,
): Promise<{ seconds: number; megabytes: number; said: string }> {
  const began = performance.now();
  // Says at its end how much it held at most.
  const program = `process.on('exit', () => process.stderr.write('\\nheld ' + process.resourceUsage().maxRSS / 1024 + '\\n'));
    await import(${JSON.stringify(verifyMain)});`;
  const child = spawn(
    process.execPath,
    [...limits(), '--input-type=module', '-e', program, '--', '--since', since],
    {
      env: { ...process.env, HB_DATA: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  await new Promise((resolve) => child.once('close', resolve));
  const [, held] = /held ([\d.]+)/.exec(said) ?? [];
  if (held === undefined) throw new Error(`verify did not end: ${said}`);
  return {
    seconds: (performance.now() - began) / 1000,
    megabytes: Number(held),
    // Each broken row is named before; what counts is how many there are.
    said: said.slice(Math.max(0, said.search(/^(\d+ broken|all is well)/m))).replace(/^held .*\n/m, ''),
  };
}
