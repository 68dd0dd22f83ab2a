import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { openApiDocument } from './openapi.ts';
import { media, nothing, route } from './route.ts';

const info = { title: 'Test', version: '1', description: 'Test' };
const Slot = z.strictObject({ id: z.uuid(), note: z.string().default('') }).meta({ id: 'Slot' });

const move = route({
  method: 'POST',
  path: '/v1/things/:id/move',
  callers: ['Patients'],
  summary: 'Moves',
  params: z.strictObject({ id: z.uuid() }),
  query: z.strictObject({ limit: z.int32().max(9).default(5), on: z.array(z.iso.date()).exactOptional() }),
  headers: z.object({ 'if-match': z.string() }),
  body: z.strictObject({ slot: z.uuid(), why: z.string().exactOptional() }),
  idempotent: true,
  responses: { 200: z.strictObject({ slots: z.array(Slot), best: Slot.nullable() }), 204: nothing },
  handle: async () => ({ status: 204, body: undefined }),
});
const calendar = route({
  method: 'GET',
  path: '/v1/calendar',
  callers: 'public',
  summary: 'A calendar',
  responses: { 200: media('text/calendar', 'RFC 5545') },
  handle: async () => ({ status: 200, body: '' }),
});

const Operation = z.looseObject({
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string(), required: z.boolean() })),
  responses: z.record(z.string(), z.unknown()),
  security: z.unknown().optional(),
});

test('an operation shows what its route takes and what can go wrong', () => {
  const { paths, components } = z
    .object({ paths: z.record(z.string(), z.record(z.string(), Operation)), components: z.unknown() })
    .parse(openApiDocument(info, [move, calendar]));
  const moving = paths['/v1/things/{id}/move']?.['post'];
  assert.deepEqual(
    moving?.parameters.map(({ name, in: place, required }) => [name, place, required]),
    [
      ['id', 'path', true],
      ['limit', 'query', false],
      ['on', 'query', false],
      ['if-match', 'header', true],
      ['Idempotency-Key', 'header', true],
    ],
  );
  assert.deepEqual(
    Object.keys(moving.responses),
    '200 204 400 401 403 404 409 413 415 422 429 431 500 503 504'.split(' '),
  );
  assert.deepEqual(moving.security, [{ bearer: [] }]);
  const reading = paths['/v1/calendar']?.['get'];
  assert.deepEqual(Object.keys(reading?.responses ?? {}), ['200', '429', '431', '500', '503', '504']);
  assert.equal(reading?.security, undefined);

  const text = JSON.stringify({ paths, components });
  for (const [, kind = '', name = ''] of text.matchAll(/#\/components\/(\w+)\/(\w+)/g)) {
    const group = z.record(z.string(), z.record(z.string(), z.unknown())).parse(components)[kind];
    assert.ok(group?.[name], `${kind}/${name} is defined`);
  }
  assert.ok(!text.includes('$defs'));
});

test('what has a default may be left out of a request and is always in an answer', () => {
  const document = openApiDocument(info, [move]);
  const slot = z
    .object({
      components: z.object({ schemas: z.object({ Slot: z.object({ required: z.array(z.string()) }) }) }),
    })
    .parse(document).components.schemas.Slot;
  assert.deepEqual(slot.required, ['id', 'note']);
});

test('two things of one name are refused, and a path whose parameters nobody reads', () => {
  const other = (id: string) =>
    route({
      method: 'GET',
      path: '/v1/slots',
      callers: 'public',
      summary: 'Another slot',
      responses: { 200: z.strictObject({ at: z.string() }).meta({ id }) },
      handle: async () => ({ status: 200, body: { at: '' } }),
    });
  openApiDocument(info, [move, other('OtherSlot')]);
  assert.throws(() => openApiDocument(info, [move, other('Slot')]), /share the id Slot/);
  assert.throws(
    () =>
      route({
        method: 'GET',
        path: '/v1/slots/:id',
        callers: 'public',
        summary: 'Forgets its parameter',
        responses: { 204: nothing },
        handle: async () => ({ status: 204, body: undefined }),
      }),
    /params declare/,
  );
});

test('a whole number that a contract could not carry fails the document', () => {
  const withBody = (body: z.ZodType) =>
    route({
      method: 'POST',
      path: '/v1/things',
      callers: ['Patients'],
      summary: 'Takes a number',
      body,
      responses: { 204: nothing },
      handle: async () => ({ status: 204, body: undefined }),
    });
  for (const number of [
    z.int(),
    z.int().min(1),
    z.int().max(9),
    z
      .int()
      .min(0)
      .max(2 ** 31),
  ]) {
    const wide = withBody(z.strictObject({ a: z.array(z.strictObject({ version: number })) }));
    assert.throws(() => openApiDocument(info, [wide]), /beyond 32 bits/);
  }
  openApiDocument(info, [withBody(z.strictObject({ version: z.int32().min(1), share: z.number() }))]);
});
