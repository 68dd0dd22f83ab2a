import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { after, test } from 'node:test';
import { fileEntry, textEntry } from './files.ts';
import { type TarEntry, tar } from './tar.ts';

const scratch = mkdtempSync(join(tmpdir(), 'tar-'));
after(() => rmSync(scratch, { recursive: true }));

/** Larger than what is read into memory when its entry is made. */
const large = 'x'.repeat(300_000);

async function bytesOf(entries: readonly TarEntry[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of tar(entries)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test('long and foreign names, links, modes and folders come out of GNU tar as they went in', async () => {
  const long = `${'a-folder/'.repeat(30)}a-file`;
  const entries: TarEntry[] = [
    textEntry(long, 'deep'),
    textEntry('Übergröße.txt', 'ä'),
    { path: 'run', kind: 'file', executable: true, content: Buffer.from('#!') },
    { path: 'link', kind: 'link', target: long },
    { path: 'tmp', kind: 'folder', mode: 0o1777 },
  ];
  const file = join(scratch, 'names.tar');
  await pipeline(tar(entries), createWriteStream(file));
  const to = mkdtempSync(join(scratch, 'names-'));
  execFileSync('tar', ['-xf', file, '-C', to]);
  assert.equal(readFileSync(join(to, long), 'utf8'), 'deep');
  assert.equal(readFileSync(join(to, 'Übergröße.txt'), 'utf8'), 'ä');
  assert.equal(readlinkSync(join(to, 'link')), long);
  const listed = execFileSync('tar', ['--numeric-owner', '--full-time', '-tvf', file], {
    encoding: 'utf8',
    env: { TZ: 'UTC', LC_ALL: 'C.UTF-8', PATH: process.env['PATH'] },
  });
  assert.match(listed, /^drwxrwxrwt 0\/0 +0 1970-01-01 00:00:00 tmp\/$/m);
  assert.match(listed, /^-rwxr-xr-x 0\/0 +2 1970-01-01 00:00:00 run$/m);
  assert.match(listed, /^drwxr-xr-x 0\/0 +0 1970-01-01 00:00:00 a-folder\/$/m);
});

test('the order in which entries are given changes no byte', async () => {
  const entries = ['c', 'a/b', 'a/a', 'b'].map((path) => textEntry(path, path));
  assert.deepEqual(await bytesOf(entries), await bytesOf(entries.toReversed()));
});

test('a path given twice, and a file that changed since it was listed, are refused by name', async () => {
  await assert.rejects(bytesOf([textEntry('a', '1'), textEntry('a', '2')]), /a is packed twice/);
  const file = join(scratch, 'large');
  writeFileSync(file, large);
  const entry = fileEntry(file, 'large');
  assert.ok((await bytesOf([entry])).includes(large));
  for (const changed of [large.slice(1), `${large}x`]) {
    writeFileSync(file, changed);
    await assert.rejects(bytesOf([entry, textEntry('z', 'z')]), /large cannot be packed: did it change\?/);
  }
  rmSync(file);
  await assert.rejects(bytesOf([entry]), /large cannot be packed/);
});

test('whoever stops reading leaves nothing behind', async () => {
  const file = join(scratch, 'left');
  writeFileSync(file, large.repeat(10));
  for await (const chunk of tar([fileEntry(file, 'left')])) {
    assert.ok(chunk.length > 0);
    break;
  }
});
