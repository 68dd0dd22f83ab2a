/**
 * Tries real connections: from a pod of every service, from the gateway and from the toolbox, to every port of every
 * service, every store, the API server and the outside. What the catalogue allows must connect; everything else must
 * not.
 */

import { readCatalogue } from '@healthbooker/delivery/catalogue';
import { field, kubectl, run, say } from '../cluster/programs.ts';
import { appNamespace, dataNamespace, ofService } from '../cluster/secrets.ts';

type Target = { name: string; host: string; port: number };
type Source = { name: string; namespace: string; pod: string; allowed: ReadonlySet<string> };

const services = readCatalogue();
const storePorts: Readonly<Record<string, [string, number]>> = {
  postgres: ['postgres', 5432],
  redis: ['redis', 6379],
  dynamodb: ['dynamodb', 8000],
  topic: ['events', 4566],
  queue: ['events', 4566],
  documents: ['s3', 9000],
  mail: ['inbox', 2525],
  cognito: ['cognito', 9229],
};

async function podOf(namespace: string, labels: string, path: string): Promise<string> {
  const range = `{range .items[?(@.status.phase=="Running")]}${path}{"\\n"}{end}`;
  const text = await kubectl('-n', namespace, 'get', 'pods', '-l', labels, '-o', `jsonpath=${range}`);
  const [first] = text.trim().split('\n');
  if (!first) throw new Error(`no pod has ${labels}`);
  return first;
}

async function targetsOf(): Promise<Target[]> {
  const targets: Target[] = [];
  for (const { name, ports } of services) {
    const host = await podOf(appNamespace, ofService(name), '{.status.podIP}');
    for (const [what, port] of Object.entries(ports)) targets.push({ name: `${name}:${what}`, host, port });
  }
  for (const [name, port] of new Map(Object.values(storePorts))) {
    const host = await podOf(dataNamespace, `app.kubernetes.io/name=${name}`, '{.status.podIP}');
    targets.push({ name, host, port });
  }
  const server = await field('default', 'service/kubernetes', '{.spec.clusterIP}');
  targets.push({ name: 'the API server', host: server, port: 443 });
  const gateway = await podOf(dataNamespace, 'app.kubernetes.io/name=gateway', '{.status.podIP}');
  targets.push({ name: 'gateway', host: gateway, port: 8080 });
  return targets;
}

async function sourcesOf(): Promise<Source[]> {
  const sources: Source[] = [];
  for (const { name, kind, stores } of services) {
    const callees = services.filter(({ callers }) => callers.includes(name));
    const allowed = new Set([
      ...callees.map((callee) => `${callee.name}:grpc`),
      ...stores.map((store) => storePorts[store]?.[0] ?? store),
      // The keys of workload tokens, for those who are called with one.
      ...(kind === 'grpc' ? ['the API server'] : []),
    ]);
    const pod = await podOf(appNamespace, ofService(name), '{.metadata.name}');
    sources.push({ name, namespace: appNamespace, pod, allowed });
  }
  const edges = services.filter(({ kind }) => kind === 'edge').map(({ name }) => `${name}:http`);
  const gateway = await podOf(dataNamespace, 'app.kubernetes.io/name=gateway', '{.metadata.name}');
  const allowed = new Set([...edges, 'cognito']);
  sources.push({ name: 'gateway', namespace: dataNamespace, pod: gateway, allowed });
  return sources;
}

/** The names of those targets that a pod could connect to. */
async function reached({ namespace, pod }: Source, targets: readonly Target[]): Promise<Set<string>> {
  const program = `
    import { connect } from 'node:net';
    const tried = ${JSON.stringify(targets)}.map(({ name, host, port }) => new Promise((done) => {
      const socket = connect({ host, port, timeout: 3000 });
      const end = (answer) => { socket.destroy(); done(answer); };
      socket.once('connect', () => end(name));
      socket.once('timeout', () => end());
      socket.once('error', () => end());
    }));
    console.log(JSON.stringify((await Promise.all(tried)).filter((name) => name !== undefined)));`;
  const node = ['/nodejs/bin/node', '--input-type=module', '-'];
  const text = await run('kubectl', ['-n', namespace, 'exec', '-i', pod, '--', ...node], { input: program });
  return new Set(JSON.parse(text) as string[]);
}

const targets = await targetsOf();
const wrong: string[] = [];
const count = { allowed: 0, refused: 0 };
for (const source of await sourcesOf()) {
  const open = await reached(source, targets);
  // A process reaches its own pod, whatever the rules.
  for (const { name } of targets.filter((target) => !target.name.startsWith(source.name))) {
    const [is, should] = [open.has(name), source.allowed.has(name)];
    if (is !== should) wrong.push(`${source.name} → ${name} is ${is ? 'open' : 'closed'}`);
    else count[should ? 'allowed' : 'refused'] += 1;
  }
}
say(`${count.allowed} pairs connect as they should, ${count.refused} are refused as they should`);
for (const each of wrong) console.error(`  ${each}`);
if (wrong.length > 0) throw new Error(`${wrong.length} pairs are not as the catalogue says`);
