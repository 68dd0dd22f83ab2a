/**
 * Workload tokens that must not count, presented to the scheduler from a pod that its network rules let in: one for
 * another audience, one of an account that may not call, and two whose claims were changed. The right one is answered.
 * One that has merely expired takes ten minutes to make: `kubectl -n healthbooker create token appointment
 * --audience=scheduler --duration=10m > file`, and after ten minutes `wrong-tokens.ts file`.
 */
import { readFile } from 'node:fs/promises';
import { kubectl, run, say } from '../cluster/programs.ts';
import { appNamespace, ofService } from '../cluster/secrets.ts';

const createToken = async (account: string, audience: string) =>
  (
    await kubectl('-n', appNamespace, 'create', 'token', account, `--audience=${audience}`, '--duration=10m')
  ).trim();

const [expiredFile] = process.argv.slice(2);
const right = await createToken('appointment', 'scheduler');
const [header, claims, signature] = right.split('.') as [string, string, string];
const payload = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as Record<string, unknown>;
const changed = (change: Record<string, unknown>) =>
  [header, Buffer.from(JSON.stringify({ ...payload, ...change })).toString('base64url'), signature].join('.');

const tries: [string, string, 'OK' | 'UNAUTHENTICATED'][] = [
  ['the right token', right, 'OK'],
  ['a token for another audience', await createToken('appointment', 'ehr'), 'UNAUTHENTICATED'],
  ['a token of an account that may not call', await createToken('default', 'scheduler'), 'UNAUTHENTICATED'],
  [
    'a token that says it lasts longer',
    changed({ exp: Math.floor(Date.now() / 1000) + 86_400 }),
    'UNAUTHENTICATED',
  ],
  [
    'a token with another subject',
    changed({ sub: 'system:serviceaccount:healthbooker:ehr' }),
    'UNAUTHENTICATED',
  ],
];
if (expiredFile !== undefined) {
  tries.push(['a token that has expired', (await readFile(expiredFile, 'utf8')).trim(), 'UNAUTHENTICATED']);
}

const program = `
  import { readFileSync } from 'node:fs';
  import { createClient } from '/app/services/runtime/grpc-client.ts';
  import { createMetrics } from '/app/services/runtime/metrics.ts';
  import { newTrace } from '/app/services/runtime/trace.ts';
  const { env } = process;
  const client = createClient({
    protoService: 'healthbooker.scheduler.v1.SchedulerService',
    address: env.SCHEDULER_ADDRESS,
    metrics: createMetrics('drill'),
    tls: env,
  });
  for (const token of ${JSON.stringify(tries.map(([, token]) => token))}) {
    const context = { token, deadline: Date.now() + 5000, trace: newTrace() };
    await client.call('ListChanged', { cursor: '', pageSize: 1 }, context).then(
      () => console.log('OK'),
      (error) => console.log(error.kind.toUpperCase()),
    );
  }
  client.close();`;

const labels = ofService('appointment');
const [pod = ''] = (await kubectl('-n', appNamespace, 'get', 'pods', '-l', labels, '-o', 'name')).split('\n');
const inPod = ['-n', appNamespace, 'exec', '-i', pod, '--', '/nodejs/bin/node', '--input-type=module', '-'];
const answers = (await run('kubectl', inPod, { input: program })).trim().split('\n');
for (const [index, [what, , expected]] of tries.entries()) {
  if (answers[index] !== expected) throw new Error(`${what} was answered with ${answers[index]}`);
  say(`${what}: ${expected}`);
}
