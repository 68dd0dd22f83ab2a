import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { z } from 'zod';
import {
  goodBody,
  parts,
  patient,
  posterTo,
  problemOf,
  slotId,
  startEdge,
  token,
} from './edge.test-parts.ts';

const edge = await startEdge();
const { url } = edge;
const post = posterTo(url);
after(() => edge.close());

test('a valid request reaches its handler with values, not text', async () => {
  const response = await post(`${parts}?limit=7&days=1&days=3&loud=true`, goodBody);
  assert.equal(response.status, 201);
  assert.equal(response.headers.get('location'), `/v1/things/${slotId}`);
  assert.deepEqual(await response.json(), {
    personId: patient.sub,
    seen: {
      id: slotId,
      query: { limit: 7, days: [1, 3], loud: true },
      body: goodBody,
      idempotencyKey: 'key-12345',
    },
  });
});

test('every wrong field of every part is named in the caller’s terms', async () => {
  const response = await post(
    '/v1/things/nonsense/parts?limit=many&days=9&limit2=1',
    { name: 'too long', answers: { better: 1 }, extra: true },
    { 'idempotency-key': 'short' },
  );
  const body = await problemOf(response, 400);
  assert.equal(body.type, 'https://healthbooker.example/problems/invalid');
  assert.deepEqual(
    new Map(body.errors?.map(({ field, message }) => [field, message])),
    new Map([
      ['id', 'must be a UUID'],
      ['limit', 'must be a number'],
      ['days[0]', 'must be at most 7'],
      ['limit2', 'is not a known field'],
      ['Idempotency-Key', 'must be 8 to 128 printable characters'],
      ['name', 'must have at most 5 characters'],
      ['answers.worse', 'is required'],
      ['answers.better', 'is not a known field'],
      ['extra', 'is not a known field'],
    ]),
  );
});

test('a missing idempotency key, a repeated parameter, and parameters on a route that takes none', async () => {
  const without = await fetch(url + parts, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(goodBody),
  });
  assert.deepEqual((await problemOf(without, 400)).errors, [
    { field: 'Idempotency-Key', message: 'is required' },
  ]);
  const twice = await problemOf(await post(`${parts}?limit=1&limit=2`, goodBody), 400);
  assert.deepEqual(twice.errors, [{ field: 'limit', message: 'may be given only once' }]);
  const unknown = await problemOf(await fetch(`${url}/v1/directory?page=2`), 400);
  assert.deepEqual(unknown.errors, [{ field: 'page', message: 'is not a known field' }]);
});

test('a name that stands twice in an object is refused, however it is escaped and however deep', async () => {
  for (const body of [
    '{"name":"Ann","name":"Bob","answers":{"worse":true}}',
    '{"name":"Ann","n\\u0061me":"Ann","answers":{"worse":true}}',
    '{"name":"Ann","answers":{"worse":true, "worse" : false}}',
    '{"answers":{"worse":true},"name":"Ann","answers":{"worse":true}}',
    '{"name":"Ann","answers":{"worse":true},"__proto__":1,"__proto__":1}',
  ]) {
    assert.deepEqual((await problemOf(await post(parts, body), 400)).errors, [
      { field: 'body', message: 'has a name twice in one object' },
    ]);
  }
  // The same name in two objects, and what only looks like names.
  const likeNames = await post(parts, '{"name":"\\":{\\"","answers":{"worse":true}}');
  assert.equal(likeNames.status, 201);
  const inside = await problemOf(await post(parts, '{"name":"Ann","answers":{"worse":true,"name":1}}'), 400);
  assert.deepEqual(inside.errors, [{ field: 'answers.name', message: 'is not a known field' }]);
});

test('lengths of text count code points, as the document says', async () => {
  const named = (name: string) => post(parts, JSON.stringify({ name, answers: { worse: true } }));
  assert.equal((await named('😀😀😀😀😀')).status, 201);
  assert.deepEqual((await problemOf(await named('😀😀😀😀😀x'), 400)).errors, [
    { field: 'name', message: 'must have at most 5 characters' },
  ]);
  const { info } = z
    .object({ info: z.object({ description: z.string() }) })
    .parse(await (await fetch(`${url}/openapi.json`)).json());
  assert.match(info.description, /Lengths of text count Unicode code points/);
});

test('bodies that cannot be read', async () => {
  await problemOf(await post(parts, '{"name":'), 400);
  await problemOf(await post(parts, ''), 400);
  await problemOf(await post(parts, '["list"]'), 400);
  await problemOf(
    await post(parts, 'name=Ann', { 'content-type': 'application/x-www-form-urlencoded' }),
    415,
  );
  await problemOf(await post(parts, goodBody, { 'content-type': 'application/json; charset=latin1' }), 415);
  await problemOf(await post(parts, goodBody, { 'content-encoding': 'gzip' }), 415);
  const padded = (bytes: number) => JSON.stringify(goodBody).padEnd(bytes);
  assert.equal((await post(parts, padded(64 * 1024))).status, 201);
  await problemOf(await post(parts, padded(64 * 1024 + 1)), 413);
  await problemOf(await post(parts, padded(900 * 1024)), 413);
  const polluting = await post(parts, '{"name":"Ann","answers":{"worse":true},"__proto__":{"admin":true}}');
  assert.deepEqual((await problemOf(polluting, 400)).errors, [
    { field: '__proto__', message: 'is not a known field' },
  ]);
});

test('a text that no store takes is refused in every part, names included, and so is nesting without end', async () => {
  const unfit = 'must not hold a NUL or half a character';
  const errors = async (path: string, body: unknown) => (await problemOf(await post(path, body), 400)).errors;
  const worse = { worse: true };
  assert.deepEqual(await errors(parts, { name: 'A\0n', answers: worse }), [
    { field: 'name', message: unfit },
  ]);
  for (const half of ['\\ud800', '\\udc00', '\\ude00\\ud83d']) {
    assert.deepEqual(await errors(parts, `{"name":"A${half}","answers":{"worse":true}}`), [
      { field: 'name', message: unfit },
    ]);
  }
  assert.deepEqual(await errors(parts, '{"name":"Ann","answers":{"\\u0000":true}}'), [
    { field: 'answers', message: unfit },
  ]);
  assert.deepEqual(await errors(parts, '"\\u0000"'), [{ field: 'body', message: unfit }]);
  assert.deepEqual(await errors(`${parts}?loud=%00`, goodBody), [{ field: 'loud', message: unfit }]);
  assert.deepEqual(await errors(`${parts}?%00=1`, goodBody), [{ field: 'query', message: unfit }]);
  const response = await fetch(`${url}/v1/things/a%00b`, { headers: { authorization: `Bearer ${token}` } });
  assert.deepEqual((await problemOf(response, 400)).errors, [{ field: 'id', message: unfit }]);
  for (const deep of [
    `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
    `${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}`,
  ]) {
    assert.deepEqual(await errors(parts, deep), [
      { field: 'body', message: 'must not nest deeper than 32 levels' },
    ]);
  }
  assert.equal((await post(parts, { ...goodBody, name: '😀' })).status, 201);
});

test('numbers are read as they are written in one way only, and never beyond 32 bits', async () => {
  for (const limit of ['1e1', '+5', '%205', '5%20', '05', '0x5', '5.5', '4294967297', '-4294967291', '']) {
    await problemOf(await post(`${parts}?limit=${limit}`, goodBody), 400);
  }
  assert.equal((await post(`${parts}?limit=5`, goodBody)).status, 201);
});
