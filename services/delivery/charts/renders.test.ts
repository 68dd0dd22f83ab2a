/** What the files of charts/golden say of an environment is exactly what was rendered for it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyDifference, differenceOf, normal } from './renders.ts';

const names = { base: 'prod', own: 'dev' };
const object = (kind: string, name: string, lines: readonly string[]) =>
  `---\n# Source: x\nkind: ${kind}\nmetadata:\n  name: ${name}\nspec:\n${lines.map((line) => `  ${line}\n`).join('')}`;

const spec = fc.array(fc.constantFrom('a: 1', 'a: 2', 'b: 1', '- c', '-- d', '++ e', '@@ f', '\\ g'), {
  maxLength: 12,
});
const render = fc
  .dictionary(fc.constantFrom('Service/a', 'Service/b', 'Rollout/a', 'Deployment/b', 'Job/a-1'), spec)
  .map((objects) => Object.entries(objects).map(([key, lines]) => ({ key, lines })))
  .map((objects) => objects.map(({ key, lines }) => object(...(key.split('/') as [string, string]), lines)))
  .map((objects) => objects.join('\n'));

test('a render is had back from another and the difference', () => {
  fc.assert(
    fc.property(render, render, (base, own) => {
      assert.equal(applyDifference(base, differenceOf(base, own, names)), normal(own));
    }),
  );
});

test('a Deployment is compared with a Rollout, a Job with the Job of another hash, and what is missing is only named', () => {
  const prod = [
    object('Rollout', 'ehr', ['a: 1', 'b: 1', 'c: 1', 'd: 1']),
    object('Job', 'ehr-migrate-000000000000-8c74b', ['a: 1']),
    object('Certificate', 'ehr', ['a: 1', 'b: 1']),
  ].join('');
  const dev = [
    object('Job', 'ehr-migrate-000000000000-f7174', ['a: 1']),
    object('Deployment', 'ehr', ['a: 1', 'b: 1', 'c: 2', 'd: 1']),
  ].join('\n');
  assert.equal(
    differenceOf(prod, dev, names),
    [
      '--- prod/Rollout/ehr',
      '+++ dev/Rollout/ehr',
      '@@ -1,3 +1,3 @@',
      ' # Source: x',
      '-kind: Rollout',
      '+kind: Deployment',
      ' metadata:',
      '@@ -7,3 +7,3 @@',
      '   b: 1',
      '-  c: 1',
      '+  c: 2',
      '   d: 1',
      '--- prod/Job/ehr-migrate',
      '+++ dev/Job/ehr-migrate',
      '@@ -3,3 +3,3 @@',
      ' metadata:',
      '-  name: ehr-migrate-000000000000-8c74b',
      '+  name: ehr-migrate-000000000000-f7174',
      ' spec:',
      '--- prod/Certificate/ehr',
      '+++ /dev/null',
      '',
    ].join('\n'),
  );
});

test('a difference from something else is refused', () => {
  const difference = differenceOf(object('Service', 'a', ['x: 1']), object('Service', 'a', ['x: 2']), names);
  assert.throws(
    () => applyDifference(object('Service', 'a', ['x: 3']), difference),
    /Service\/a is not what/,
  );
});
