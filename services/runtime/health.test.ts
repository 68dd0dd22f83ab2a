import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, credentials, Metadata } from '@grpc/grpc-js';
import { loadService } from '@healthbooker/protos/load';
import { createHealth } from './health.ts';
import { listenProbes } from './health-server.ts';
import { createLifecycle } from './lifecycle.ts';
import { createLogger } from './log.ts';
import { createMetrics } from './metrics.ts';

async function startProbes() {
  const health = createHealth();
  const log = createLogger('test', 'silent');
  const lifecycle = createLifecycle({ health, log });
  const config = { HOST: '127.0.0.1', HEALTH_PORT: 0, METRICS_PORT: 0 };
  const ports = await listenProbes({ health, metrics: createMetrics('test'), log, lifecycle, config });
  const get = async (path: string, method = 'GET') => {
    const response = await fetch(`http://127.0.0.1:${ports['metrics']}${path}`, { method });
    return [response.status, (await response.text()).trim()];
  };
  return { health, lifecycle, get, healthPort: Number(ports['health']) };
}

/** A client as kubelet has one. */
function healthClient(port: number) {
  const definition = loadService('grpc.health.v1.Health');
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
  const { Check, Watch } = definition;
  if (Check === undefined || Watch === undefined) throw new Error('the health contract is incomplete');
  return {
    check: (service: string) =>
      new Promise((resolve) => {
        client.makeUnaryRequest<unknown, { status: string }>(
          Check.path,
          Check.requestSerialize,
          Check.responseDeserialize,
          { service },
          new Metadata(),
          { deadline: Date.now() + 1000 },
          (err, reply) => resolve(err?.code ?? reply?.status),
        );
      }),
    watch(service: string, seen: string[]) {
      const stream = client.makeServerStreamRequest<unknown, { status: string }>(
        Watch.path,
        Watch.requestSerialize,
        Watch.responseDeserialize,
        { service },
      );
      stream.on('data', ({ status }) => seen.push(status));
      stream.on('error', () => undefined);
    },
    close: () => client.close(),
  };
}

test('HTTP probes follow startup, gates, draining and failure', async () => {
  const { health, get, lifecycle } = await startProbes();
  const gate = health.gate('schema');
  assert.deepEqual(await get('/livez'), [200, 'ok']);
  assert.deepEqual(await get('/startupz'), [503, 'starting\nschema: not yet']);
  health.started();
  assert.deepEqual(await get('/startupz'), [200, 'ok']);
  assert.deepEqual(await get('/readyz'), [503, 'schema: not yet']);
  gate.open();
  assert.deepEqual(await get('/readyz'), [200, 'ok']);
  gate.close('older than 7');
  assert.deepEqual(await get('/readyz'), [503, 'schema: older than 7']);
  gate.open();
  health.drain();
  assert.deepEqual(await get('/readyz'), [503, 'draining']);
  assert.deepEqual(await get('/livez'), [200, 'ok']);
  health.fail('out of memory');
  assert.equal((await get('/livez'))[0], 503);
  await lifecycle.close();
});

test('the metrics port serves Prometheus and nothing else', async () => {
  const { get, lifecycle } = await startProbes();
  const [code, text] = await get('/metrics');
  assert.equal(code, 200);
  assert.match(String(text), /process_cpu_seconds_total\{app="test"\}/);
  assert.equal((await get('/metrics', 'POST'))[0], 405);
  assert.equal((await get('/other'))[0], 404);
  await lifecycle.close();
});

test('grpc.health.v1 answers Check and tells watchers of every change', async () => {
  const { health, healthPort, lifecycle } = await startProbes();
  const client = healthClient(healthPort);
  health.announce('a.Service');
  const seen: string[] = [];
  const strange: string[] = [];
  client.watch('a.Service', seen);
  client.watch('b.Service', strange);
  assert.equal(await client.check('a.Service'), 'NOT_SERVING');
  assert.equal(await client.check('b.Service'), 5);
  health.started();
  assert.equal(await client.check('a.Service'), 'SERVING');
  assert.equal(await client.check(''), 'SERVING');
  health.drain();
  await sleep(50);
  assert.deepEqual(seen, ['NOT_SERVING', 'SERVING', 'NOT_SERVING']);
  assert.deepEqual(strange, ['SERVICE_UNKNOWN']);
  await lifecycle.close();
  client.close();
});
