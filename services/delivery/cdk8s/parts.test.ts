/** Objects that environments share are committed once, and each environment is brought its own. */
import assert from 'node:assert/strict';
import { matchesGlob } from 'node:path';
import { test } from 'node:test';
import { environments } from '../environments.ts';
import { build } from './build.ts';
import { type Built, objectsOf, readPart, shareParts, sourceOf } from './parts.ts';

const made = (environment: string, ...texts: string[]): Built => ({
  environment,
  parts: new Map([['slo', texts]]),
});

test('a file holds what exactly the environments of its name have, in the order it was made in', () => {
  const files = shareParts([
    made('dev', 'a: 1\n', 'b: 1\n', 'c: 1\n'),
    made('staging', 'a: 1\n', 'b: 2\n', 'c: 1\n'),
    made('prod', 'b: 2\n', 'd: 1\n'),
  ]);
  assert.deepEqual(Object.fromEntries(files), {
    'slo/dev+staging.yaml': 'a: 1\n---\nc: 1\n',
    'slo/dev.yaml': 'b: 1\n',
    'slo/staging+prod.yaml': 'b: 2\n',
    'slo/prod.yaml': 'd: 1\n',
  });
});

test('Argo CD takes the files that name an environment, and none of one that is called almost so', () => {
  const { include } = sourceOf('prod', 'slo');
  for (const name of ['prod', 'dev+prod', 'prod+prod-west', 'dev+prod+prod-west']) {
    assert.ok(matchesGlob(`${name}.yaml`, include), name);
  }
  for (const name of ['dev', 'prod-west', 'dev+prod-west', 'preprod', 'preprod+prod-west']) {
    assert.ok(!matchesGlob(`${name}.yaml`, include), name);
  }
});

test('a part as kubectl applies it has every object once, namespaces before what lies in them', () => {
  const [rig] = environments;
  assert.ok(rig?.name === 'rig');
  const objects = objectsOf(readPart('rig', 'platform'));
  assert.deepEqual([...objects].sort(), [...(build(rig).parts.get('platform') ?? [])].sort());
  const kinds = objects.map((text) => /^kind: (\w+)$/m.exec(text)?.[1]);
  const first = objects.findIndex((text) => /^ {2}namespace: /m.test(text));
  assert.ok(kinds.lastIndexOf('Namespace') < first);
  assert.throws(() => readPart('rig', 'nodes'), /no nodes for rig/);
});
