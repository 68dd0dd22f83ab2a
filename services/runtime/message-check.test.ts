import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Client, credentials, Metadata } from '@grpc/grpc-js';
import { accessToken } from '@healthbooker/local/test/tokens';
import { loadService, type MessageShape, requestShapes } from '@healthbooker/protos/load';
import { fromGrpcError, ServiceError } from './errors.ts';
import { foldIds } from './fold-ids.ts';
import { protoService, startServer } from './grpc.test-parts.ts';
import { checkMessage } from './message-check.ts';

const protos = fileURLToPath(new URL('../../protos/healthbooker/', import.meta.url));
const services = globSync('*/v1/*.proto', { cwd: protos }).flatMap((file) => {
  const text = readFileSync(`${protos}${file}`, 'utf8');
  const [, name] = /^package (.*);/m.exec(text) ?? [];
  return [...text.matchAll(/^service (\w+)/gm)].map((match) => `${name}.${match[1]}`);
});

/** Every leaf of a shape with a message that has `text` or `number` in this leaf alone. */
function* leaves(
  shape: MessageShape,
  depth = 0,
): Generator<{ field: string; kind: string; put(value: unknown): object }> {
  for (const field of shape) {
    if (field.kind !== 'message')
      yield { field: field.name, kind: field.kind, put: (value) => ({ [field.name]: value }) };
    else if (depth < 4) {
      for (const inner of leaves(field.shape(), depth + 1)) {
        yield {
          field: `${field.name}.${inner.field}`,
          kind: inner.kind,
          put: (value) => ({ [field.name]: inner.put(value) }),
        };
      }
    }
  }
}

function refusal(shape: MessageShape, message: object): string | undefined {
  try {
    checkMessage(shape, message);
    return undefined;
  } catch (err) {
    assert.ok(err instanceof ServiceError && err.kind === 'invalid');
    return err.fields?.map(({ field }) => field).join();
  }
}

test('ids are written in lower case wherever they stand, other texts as they came', () => {
  const shape = requestShapes('healthbooker.appointment.v1.AppointmentService').get('Book');
  assert.ok(shape);
  const id = '0B5B1A34-52F6-4A7E-9D0C-5B7D8A1F000A';
  const message = { patientId: id, slotId: id.toLowerCase(), reason: id, holdId: 'ABC', urgency: null };
  foldIds(shape, message);
  const lower = id.toLowerCase();
  assert.deepEqual(message, { ...message, patientId: lower, slotId: lower, reason: id, holdId: 'ABC' });
});

test('every text and whole number of every RPC is looked at', () => {
  let texts = 0;
  let numbers = 0;
  for (const service of services) {
    for (const [rpc, shape] of requestShapes(service)) {
      for (const { field, kind, put } of leaves(shape)) {
        const bad =
          kind === 'text'
            ? ['\0', 'a\0b', '\ud800', 'b\udc00a']
            : [2 ** 31, -(2 ** 31) - 1, 2 ** 32 + 1, 1.5, Number.NaN];
        for (const value of bad)
          assert.equal(refusal(shape, put(value)), field, `${service}.${rpc} ${field}`);
        for (const value of kind === 'text' ? ['', 'a😀', '\u202e'] : [0, 1, -(2 ** 31), 2 ** 31 - 1]) {
          assert.equal(refusal(shape, put(value)), undefined, `${service}.${rpc} ${field}`);
        }
        if (kind === 'text') texts += 1;
        else numbers += 1;
      }
    }
  }
  // Fewer would mean that the contracts are no longer walked.
  assert.ok(services.length >= 12 && texts > 150 && numbers > 40, `${services.length} ${texts} ${numbers}`);
});

test('lists are looked at item by item', () => {
  const shape = requestShapes('healthbooker.appointment.v1.AppointmentService').get('ListProfiles') ?? [];
  assert.equal(refusal(shape, { personIds: ['a', 'b\0'] }), 'personIds[1]');
});

const server = await startServer(async ({ appointmentId }) => ({ ics: appointmentId }));
const address = `127.0.0.1:${server.port}`;
const channel = new Client(address, credentials.createInsecure());
after(async () => {
  channel.close();
  await server.close();
});

test('a server refuses what a client of any make sends', async () => {
  const method = loadService(protoService)['GetCalendar'];
  assert.ok(method);
  const metadata = new Metadata();
  metadata.set('authorization', `Bearer ${await accessToken({ sub: 'p1', groups: ['Patients'] })}`);
  const ask = (appointmentId: string) =>
    new Promise((resolve, reject) => {
      const { path, requestSerialize, responseDeserialize } = method;
      channel.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        { appointmentId },
        metadata,
        (err, reply) => (err ? reject(fromGrpcError(err)) : resolve(reply)),
      );
    });
  assert.deepEqual(await ask('a1'), { ics: 'a1' });
  for (const id of ['a\0', 'a\ud800']) {
    await assert.rejects(ask(id), (err: ServiceError) => {
      assert.deepEqual([err.kind, err.fields?.map(({ field }) => field)], ['invalid', ['appointmentId']]);
      return true;
    });
  }
});
