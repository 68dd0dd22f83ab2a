/** Which room imports which: one way only, as the README draws it. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
/** Each room may import those before it. */
const ROOMS = ['engine', 'directory', 'calendar', 'care', 'history', 'booking', 'waiting', 'leave'];

const roomOf = (file: string) => file.split('/')[0] ?? '';

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import\.meta\.url,) '(\.[^']+)'/g)].map(([, path]) =>
    normalize(join(dirname(file), path ?? '')),
  );
}

const files = ROOMS.flatMap((room) => globSync(`${room}/**/*.ts`, { cwd: root })).filter(
  (file) => !file.endsWith('.test.ts') && !file.includes('test-'),
);

test('arrows between rooms go one way', (t) => {
  const arrows = new Map<string, number>();
  const wrong: string[] = [];
  for (const file of files) {
    for (const target of importsOf(file)) {
      const [from, to] = [roomOf(file), roomOf(target)];
      if (from === to || !ROOMS.includes(to)) continue;
      arrows.set(`${from} -> ${to}`, (arrows.get(`${from} -> ${to}`) ?? 0) + 1);
      if (ROOMS.indexOf(to) > ROOMS.indexOf(from)) wrong.push(`${file} imports ${target}`);
    }
  }
  for (const [arrow, count] of [...arrows].sort()) t.diagnostic(`${arrow}: ${count}`);
  assert.deepEqual(wrong, []);
});

test('the engine imports no room, no store and nothing of the service', () => {
  const outside = files
    .filter((file) => roomOf(file) === 'engine')
    .flatMap((file) => importsOf(file).filter((target) => roomOf(target) !== 'engine'));
  assert.deepEqual(outside, []);
});
