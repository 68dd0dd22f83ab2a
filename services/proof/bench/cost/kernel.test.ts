import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { ownTime, parseSchedstat, parseStat, readCpu } from './kernel.ts';

const used = 'R 7 1 1 0 -1 4194304 137 0 1 0 18 37 5 4 20 0 1 0 64396 2990080 402 0';

test('a line of stat is read whatever the command is called', () => {
  const times = { ppid: 7, own_ns: 550_000_000, reaped_ns: 90_000_000 };
  for (const name of ['node', 'a b', 'x) S 1 (y', ')']) {
    assert.deepEqual(parseStat(`42 (${name}) ${used}`), times);
  }
});

test('what has another form is refused, not read as nothing', () => {
  assert.throws(() => parseStat('42 (node) R 7'));
  assert.throws(() => parseStat(''));
  assert.throws(() => parseSchedstat(''));
  assert.throws(() => parseSchedstat('x 1 2'));
  assert.equal(parseSchedstat('563246002 444414575 449\n'), 563_246_002);
});

test('living threads are exact, ended ones known by the total', () => {
  assert.equal(ownTime(550, [300, 263]), 563);
  assert.equal(ownTime(900, [300, 263]), 900);
  assert.equal(ownTime(550, []), 550);
});

/** Runs a program of Node that says how many nanoseconds of CPU it has used, and then waits for its end. */
async function usedBy(t: { after(end: () => void): void }, program: string) {
  const burn = `function burn(ms) { const to = process.cpuUsage().user + ms * 1000; while (process.cpuUsage().user < to); }`;
  const child = spawn(process.execPath, ['-e', `${burn}\n${program}`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const said = async () => Number((await lines.next()).value);
  return { pid: child.pid ?? assert.fail(), said, goOn: () => child.stdin.write('\n') };
}

test('all threads of a process count, also those that have ended', async (t) => {
  const { pid, said } = await usedBy(
    t,
    `const { Worker } = require('node:worker_threads');
     const source = 'while (process.threadCpuUsage().user < 200_000);';
     new Worker(source, { eval: true }).on('exit', () => {
       const { user, system } = process.cpuUsage();
       console.log((user + system) * 1000);
       process.stdin.resume();
     });`,
  );
  const said_ns = await said();
  const read_ns = readCpu([{ name: 'one', pid, withChildren: false }]).get('one') ?? 0;
  assert.ok(read_ns >= said_ns - 30_000_000, `${read_ns} of ${said_ns}`);
});

test('children count with their parent while they run and when they have ended, once', async (t) => {
  const { pid, said, goOn } = await usedBy(
    t,
    `const { spawn } = require('node:child_process');
     const source = burn.toString() + 'burn(300); console.log("done"); process.stdin.resume().on("end", () => process.exit());';
     const child = spawn(process.execPath, ['-e', source], { stdio: ['pipe', 'pipe', 'inherit'] });
     child.stdout.once('data', () => console.log(child.pid));
     child.once('exit', () => console.log(0));
     process.stdin.once('data', () => child.stdin.end());`,
  );
  await said();
  const read = (withChildren: boolean) => readCpu([{ name: 'all', pid, withChildren }]).get('all') ?? 0;
  const [running, alone] = [read(true), read(false)];
  assert.ok(running - alone >= 300_000_000, `${running - alone}`);
  goOn();
  assert.equal(await said(), 0);
  const ended = read(true);
  // Of a child that has ended, each kind of time was rounded down to 10 ms.
  assert.ok(ended >= running - 20_000_000, `${ended} after ${running}`);
  assert.ok(ended - read(false) < 2 * (running - alone), 'it counts twice');
});

test('a process that is gone is an error, not zero', () => {
  assert.throws(() => readCpu([{ name: 'nobody', pid: 2 ** 22 + 1, withChildren: true }]), /nobody is gone/);
});
