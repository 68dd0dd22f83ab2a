import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { root } from '../root.ts';
import { manifestFiles, type Read, readManifests } from './manifests.ts';

const schemas = join(root, 'cdk8s/schemas/gen');
const all = Object.values(manifestFiles).flatMap((list) => list().flatMap(readManifests));

function schemaOf({ apiVersion, kind }: Read): string {
  const [version = '', group = version] = apiVersion.split('/').reverse();
  return `${group}/${kind.toLowerCase()}_${version}.json`;
}

test('every ClusterConfig is what eksctl takes, and a field that it does not know is refused', () => {
  const schema = JSON.parse(readFileSync(join(schemas, 'eksctl.io/clusterconfig_v1alpha5.json'), 'utf8'));
  const validate = new Ajv({ allErrors: true, validateFormats: false }).compile(schema);
  const configs = manifestFiles.eksctl().flatMap(readManifests);
  assert.equal(configs.length, 3);
  for (const { file, ...config } of configs) {
    assert.ok(validate(config), `${file}: ${JSON.stringify(validate.errors)}`);
    assert.equal(validate({ ...config, nodePools: [] }), false);
  }
});

test('there is a schema for every kind that is used, and none besides', () => {
  assert.ok(all.length > 300);
  const present = readdirSync(schemas, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(schemas, join(entry.parentPath, entry.name)));
  assert.deepEqual(present.sort(), [...new Set(all.map(schemaOf))].sort());
});
