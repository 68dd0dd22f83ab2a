import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const folder = mkdtempSync(join(tmpdir(), 'healthbooker-no-stack-'));
const file = join(folder, 'stack.json');
let ended = 0;
before(async () => {
  const child = spawn(process.execPath, ['-e', '']);
  ended = child.pid ?? 0;
  await once(child, 'exit');
});
after(() => rmSync(folder, { recursive: true }));

/** What a program prints and how it ends, without a variable that names something to work on. */
async function outcome(program: string, dataDir: string, ...args: string[]): Promise<[number, string]> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(program, import.meta.url)), ...args], {
    env: { PATH: process.env['PATH'] ?? '', HB_DATA: dataDir },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return [code as number, said];
}

for (const program of ['verify/main.ts', 'verify/replay-main.ts', 'optimality-main.ts']) {
  test(`${program} says in a sentence that there is no stack to look at`, async () => {
    rmSync(file, { force: true });
    const none = `${file} describes no stack. Start one with "npm start", or name its folder with HB_DATA.\n`;
    assert.deepEqual(await outcome(program, folder), [2, none]);
    for (const garbage of ['', 'null', '"text"', '{"url": ']) {
      writeFileSync(file, garbage);
      assert.deepEqual(await outcome(program, folder), [2, none], garbage);
    }
    writeFileSync(file, JSON.stringify({ supervisor: { pid: ended }, stores: {} }));
    assert.deepEqual(await outcome(program, folder), [
      2,
      `The stack of ${file} has ended. Start it with "npm start", or name another folder with HB_DATA.\n`,
    ]);
    writeFileSync(file, JSON.stringify({ supervisor: { pid: process.pid }, stores: {} }));
    const [code, said] = await outcome(program, folder);
    assert.equal(code, 2);
    assert.match(said, /^.*stack\.json is of another version: stores\.\w+ is missing\. Start it anew\.\n$/);
  });
}

for (const [program, options] of [
  ['main.ts', 'The options are --reset, --empty.'],
  ['verify/main.ts', 'The one option is --since.'],
  ['verify/replay-main.ts', 'The one option is --since.'],
  ['optimality-main.ts', 'The one option is --days.'],
] as const) {
  test(`${program} names its options to who asks for another`, async () => {
    for (const args of [['--frobnicate'], ['--frobnicate=7'], ['something']]) {
      const [code, said] = await outcome(program, folder, ...args);
      assert.equal(code, 2, said);
      assert.match(said, /^[^\n]+\n$/);
      assert.ok(said.endsWith(`. ${options}\n`), said);
    }
  });
}

test('npm start says in a sentence that its folder cannot be written', async () => {
  writeFileSync(join(folder, 'file'), '');
  const unwritable = ['/proc/below', '/proc/below/deep', '/dev/null', '/dev/null/below'];
  for (const dataDir of [join(folder, 'file'), join(folder, 'file', 'below'), ...unwritable]) {
    const [code, said] = await outcome('main.ts', dataDir);
    assert.equal(code, 1);
    assert.match(said, /^The data folder \S+ cannot be used \([A-Z]+\): [^\n]*HB_DATA\.\n$/);
  }
});
