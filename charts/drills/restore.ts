/**
 * A wrong statement empties the scheduler's tables. The databases are restored to the moment before in a second server,
 * the table is made anew from them, and the services are moved over: every booking acknowledged until then is there.
 * Afterwards the system runs on the restored stores; start from a fresh cluster to run it again.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { installDatastores, installService, releaseAtOnce, waves } from '../cluster/install.ts';
import { field, kubectl, run, say, until } from '../cluster/programs.ts';
import { appNamespace, dataNamespace, ofService, pointStackAt, readStack } from '../cluster/secrets.ts';
import { sixSteps } from '../cluster/six-steps.ts';
import { verify } from '../cluster/verify.ts';
import { url } from './drill.ts';
import { type LoadReport, loadPatients, startLoad } from './load.ts';

const restored = 'deployment/postgres-restored';
const host = `postgres-restored.${dataNamespace}.svc.cluster.local`;
const seconds = (since: number) => `${Math.round((performance.now() - since) / 1000)} s`;

const digestOf = async (namespace: string, object: string) =>
  (await field(namespace, object, '{.spec.template.spec.containers[0].image}')).split('@')[1] ?? '';

const inPod = (pod: string, program: string) =>
  run(
    'kubectl',
    ['-n', dataNamespace, 'exec', '-i', pod, '--', '/nodejs/bin/node', '--input-type=module', '-'],
    { input: program },
  );

async function loadFor(ms: number): Promise<LoadReport> {
  const load = await startLoad(url, await loadPatients(url), 8);
  await sleep(ms);
  return load.stop();
}

/** The accident: statements that nobody should ever type into production. */
const accident = (database: string) => `
  import pg from 'pg';
  const client = new pg.Client({ connectionString: ${JSON.stringify(database)} });
  await client.connect();
  await client.query('truncate reservation cascade');
  await client.end();`;

/**
 * Makes a table with what no database has: profiles and headlines of records. (On AWS the table itself can be
 * restored to the same point in time.) Appointments are not copied.
 */
const newTable = (endpoint: string, from: string, to: string) => `
  import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
  import { DynamoDBDocumentClient, paginateScan, PutCommand } from '@aws-sdk/lib-dynamodb';
  import { ensureTable } from '@healthbooker/appointment/tables/create-table';
  const plain = new DynamoDBClient({ endpoint: ${JSON.stringify(endpoint)} });
  await ensureTable(plain, ${JSON.stringify(to)});
  const client = DynamoDBDocumentClient.from(plain);
  let copied = 0;
  for await (const { Items = [] } of paginateScan({ client }, { TableName: ${JSON.stringify(from)} })) {
    const kept = Items.filter(({ PK, SK }) => !/^(APPOINTMENT#|CURSOR)/.test(SK) && !PK.startsWith('FOLLOWER#'));
    await Promise.all(kept.map((Item) => client.send(new PutCommand({ TableName: ${JSON.stringify(to)}, Item }))));
    copied += kept.length;
  }
  console.log(copied);`;

/** Moves a service to the restored stores, and waits until no process uses the others. */
async function move(service: string, table: string): Promise<void> {
  const digest = await digestOf(appNamespace, `rollout/${service}`);
  const stores = ['--set', `postgres.host=${host}`, '--set', `dynamodb.table=${table}`];
  await installService(service, digest, stores);
  await releaseAtOnce(service);
  const hash = await field(appNamespace, `rollout/${service}`, '{.status.currentPodHash}');
  const labels = ofService(service);
  await until(`the old pods of ${service} are gone`, 90_000, async () => {
    const old = `${labels},rollouts-pod-template-hash!=${hash}`;
    return (await kubectl('-n', appNamespace, 'get', 'pods', '-l', old, '-o', 'name')) === '';
  });
}

await installDatastores(await digestOf(dataNamespace, 'deployment/toolbox'), [
  '--set',
  'restored.enabled=true',
]);
await until('there is a backup', 120_000, async () =>
  /^backed up at/m.test(await kubectl('-n', dataNamespace, 'logs', restored)),
);
say((await kubectl('-n', dataNamespace, 'logs', restored)).trim());
const kept = await loadFor(20_000);
await sleep(1000);
const instant = new Date().toISOString();
await sleep(1000);
const lost = await loadFor(8000);
say(
  `${kept.acknowledged.length} bookings acknowledged before ${instant}, ${lost.acknowledged.length} after; ` +
    `${kept.bad.length + lost.bad.length} operations failed`,
);
const { stores } = await readStack();
await inPod('deploy/toolbox', accident(stores.owners['scheduler'] ?? ''));
const began = performance.now();
say('the reservations are gone');

await inPod(
  restored,
  `import { writeFileSync } from 'node:fs'; writeFileSync('/data/restore-to', '${instant}');`,
);
await kubectl('-n', dataNamespace, 'rollout', 'status', restored, '--timeout=180s');
say(`the databases are as they were at ${instant}, after ${seconds(began)}`);
const table = `PBHMS_Core_${Date.now()}`;
const copied = (await inPod('deploy/toolbox', newTable(stores.dynamodb, stores.table, table))).trim();
say(`a new table has ${copied} profiles and headlines, and no appointment`);
for (const wave of waves) await Promise.all(wave.map((service) => move(service, table)));
say(`every service uses the restored stores after ${seconds(began)}`);
await pointStackAt(host, table);
await verify(kept.acknowledged);
say(`the table is rebuilt, and everything agrees, after ${seconds(began)}`);
await sixSteps(url);
await verify();
