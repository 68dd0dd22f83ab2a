import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCached } from './cached.ts';

test('a value is read once for everybody, again when it is old, and kept while reading fails', async () => {
  let now = 0;
  let reads = 0;
  let fails = false;
  const read = async (who: string) => {
    reads += 1;
    if (fails) throw new Error('down');
    return `${reads} for ${who}`;
  };
  const cached = createCached(read, { maxAgeMs: 10, maxStaleMs: 100, now: () => now });
  assert.deepEqual(await Promise.all([cached.get('a'), cached.get('b')]), ['1 for a', '1 for a']);
  now = 10;
  assert.equal(await cached.get('c'), '1 for a');
  now = 11;
  assert.equal(await cached.get('c'), '2 for c');
  fails = true;
  now = 111;
  assert.equal(await cached.get('d'), '2 for c');
  now = 112;
  await assert.rejects(cached.get('d'), /down/);
  fails = false;
  assert.equal(await cached.get('e'), '5 for e');
});
