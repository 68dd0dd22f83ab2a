import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { requestSchemas, type Schema } from '@healthbooker/protos/schema';
import { ServiceError } from '@healthbooker/runtime/errors';
import { awsEnv } from '../stores.ts';
import { type RawService, rawService } from './access/raw-call.ts';
import { type TestHospital, testHospital } from './hospital.ts';
import { startSystem, type TestSystem } from './system.ts';
import { accessToken } from './tokens.ts';

const services = ['scheduler', 'appointment', 'ehr', 'notification'] as const;
const id = '3f0c1d52-7d4b-4d53-9f5e-5a8f5d2f9a11';

/** Places in lists as cursors hold them, which no list has. */
const places: readonly unknown[] = [
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '2026-13-45T00:00:00Z',
].flatMap((at) => [
  [1],
  [at, id],
  [at, id, 2 ** 40],
  ['true', at, id],
  [2 ** 40, at, id],
  [1, 'x', id],
  { at: 'x' },
  { at, key: 'APPOINTMENT#x' },
  { at, person: id, key: 'APPOINTMENT#x' },
]);

let system: TestSystem;
let hospital: TestHospital;

before(async () => {
  Object.assign(process.env, awsEnv);
  system = await startSystem();
  hospital = await testHospital(system.databases.scheduler);
});
after(async () => {
  await hospital?.close();
  await system?.stop();
});

/** What a field is given while all others are right by their names: nothing, and what only looks right. */
function oddities({ type, enum: values }: Schema): unknown[] {
  if (values !== undefined) return ['', 0, 99];
  switch (type) {
    case 'string':
      return ['', ' ', 'x', '0000-01-01', '9999-12-31', '2023-02-29', '9999-12-31T23:59:59-12:00'].concat(
        ['0000-01-01T00:00:00Z', '24:00', '00:00', '__proto__', '😀'.repeat(60), 'a'.repeat(5000)],
        places.map((place) => Buffer.from(JSON.stringify(place)).toString('base64url')),
        [`true 2026-13-45T00:00:00.000Z ${id}`, '99999999999999999999.1', '1.99999999999999999999'],
      );
    case 'integer':
      return [0, -1, 2 ** 31 - 1, -(2 ** 31)];
    case 'number':
      return [0, -1, NaN, Infinity, Number.MAX_VALUE];
    default:
      return [];
  }
}

/** A request that is right as far as names tell. */
function usual(name: string, schema: Schema): unknown {
  if (schema.oneOf !== undefined) return usual(name, schema.oneOf[0] ?? {});
  if (schema.enum !== undefined) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([field, one]) => [field, usual(field, one)]),
      );
    case 'array':
      return [usual(name, schema.items ?? {})];
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return 1;
    default:
      return text(name);
  }
}

function text(name: string): string {
  if (/key$/i.test(name)) return crypto.randomUUID();
  if (name === 'specialtyId') return hospital.specialtyId;
  if (name === 'visitTypeId') return hospital.visitTypeId;
  if (name === 'locationId') return 'north';
  if (name === 'providerId') return hospital.providers[0] ?? id;
  if (/ids?$/i.test(name)) return id;
  if (/date/i.test(name)) return new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  if (/at$/i.test(name)) return new Date(Date.now() + 86_400_000).toISOString();
  if (/cursor|token|timezone/i.test(name)) return '';
  return /^(starts|fromTime)$/.test(name) ? '09:00' : /^(ends|toTime)$/.test(name) ? '10:00' : 'x';
}

/** Requests that differ from the usual one in one field, however deep it lies; and in that it is not there, or twice. */
function* withOne(name: string, schema: Schema): Generator<unknown> {
  if (schema.oneOf !== undefined) {
    for (const one of schema.oneOf) {
      yield usual(name, one);
      yield* withOne(name, one);
    }
  } else if (schema.type === 'object') {
    const whole = usual(name, schema) as Record<string, unknown>;
    yield {};
    for (const [field, one] of Object.entries(schema.properties ?? {})) {
      const { [field]: _, ...without } = whole;
      yield without;
      for (const odd of withOne(field, one)) yield { ...whole, [field]: odd };
    }
  } else if (schema.type === 'array') {
    yield [];
    yield Array.from({ length: 2 }, () => usual(name, schema.items ?? {}));
    for (const odd of withOne(name, schema.items ?? {})) yield [odd];
  } else yield* oddities(schema);
}

/** The kind of error that a call is answered with. */
async function kindOf(service: RawService, method: string, request: object, token: string) {
  try {
    await service.call(method, request, token);
    return 'ok';
  } catch (err) {
    if (!(err instanceof ServiceError)) throw err;
    return err.kind;
  }
}

for (const name of services) {
  test(`${name}: an odd argument of any RPC is refused, and nothing breaks over it`, async () => {
    const contracts = requestSchemas(`healthbooker.${name}.v1`);
    const service = rawService(name, Object.keys(contracts), system.services[name].address);
    const groups = ['Providers', 'Receptionists', 'Privacy', 'Admins', 'Managers'];
    const tokens = [
      await accessToken({ sub: hospital.providers[0] ?? id, groups }),
      await accessToken({ sub: id, groups: ['Patients'] }),
    ];
    const broken: string[] = [];
    let calls = 0;
    for (const [method, schema] of Object.values(contracts).flatMap((rpcs) => Object.entries(rpcs))) {
      for (const token of tokens) {
        const request = usual('', schema) as object;
        if ((await kindOf(service, method, request, token)) === 'forbidden') continue;
        const odds = withOne('', schema);
        const work = async () => {
          for (const odd of odds) {
            calls += 1;
            if ((await kindOf(service, method, odd as object, token)) === 'internal')
              broken.push(`${method} ${JSON.stringify(odd).slice(0, 300)}`);
          }
        };
        await Promise.all(Array.from({ length: 8 }, work));
      }
    }
    service.close();
    console.log(`${name}: ${calls} calls`);
    assert.ok(calls > 50, `${calls} calls`);
    assert.deepEqual(broken, []);
  });
}
