/** A file that somebody writes is short enough to be read at once; one that is longer is in two rooms. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../../../', import.meta.url));
const MOST_LINES = 400;

test(`no program that is written by hand has more than ${MOST_LINES} lines`, () => {
  const files = globSync('{cdk8s,charts,load,protos,services}/**/*.{ts,tsx,css,go}', {
    cwd: top,
    exclude: (path) => /(^|\/)(node_modules|gen|dist)$/.test(path),
  }).filter((file) => !file.includes('.generated.'));
  assert.ok(files.length > 1000);
  const long = files
    .map((file) => [file, readFileSync(`${top}${file}`, 'utf8').split('\n').length - 1] as const)
    .filter(([, lines]) => lines > MOST_LINES);
  assert.deepEqual(long, []);
});
