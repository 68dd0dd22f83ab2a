/** Events that a follower lost are told again, from the program that is run on call, and nothing else changes. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { envelope } from '@healthbooker/runtime/envelope';
import { aPatient, makeBed, startOn, type TestBed, wanting } from '../test/service.ts';

const program = fileURLToPath(new URL('../../runtime/republish-main.ts', import.meta.url));
let bed: TestBed;
let told: string[];

/** Three visits, whose events were received and are lost. */
before(async () => {
  bed = await makeBed();
  const scheduler = await startOn(bed);
  const slots = await scheduler.freeSlots('cardiology', '2026-12-03T00:00:00Z');
  for (let n = 0; n < 3; n++) {
    const patient = await aPatient();
    await scheduler.call('Reserve', wanting(patient, slots[n * 3] ?? ''), patient.as());
  }
  told = idsOf(await bed.take(3));
  for (const end = Date.now() + 10_000; (await rows()).some(({ published_at }) => published_at === null); ) {
    assert.ok(Date.now() < end, 'an event was not published');
  }
  await scheduler.close();
});
after(() => bed?.remove());

const idsOf = (events: readonly unknown[]) => events.map((event) => envelope.parse(event).id).toSorted();

async function rows(): Promise<{ published_at: Date | null }[]> {
  return (await bed.pool.query('select * from event_view order by id')).rows;
}

function run(...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...bed.env, LOG_LEVEL: 'silent' };
    execFile(process.execPath, [program, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr }),
    );
  });
}

test('what was lost is told again as it was, whatever stays in the outbox, and is kept as it is', async () => {
  const kept = await rows();
  for (const isMarked of [false, true]) {
    // As a process of the release before leaves it.
    if (isMarked) {
      await bed.pool.query(
        `with gone as (delete from outbox_sent where id = (select min(id) from outbox_sent) returning *)
         insert into outbox(id, key, version, type, payload, traceparent, created_at, published_at)
         select id, key, version, type, payload, traceparent, created_at, sent_at from gone`,
      );
    }
    await bed.discardEvents();
    const { code, said } = await run('--since', '1h', '--per-second', '1000');
    assert.equal(code, 0, said);
    assert.match(said, /^3 events published again$/m);
    const again = await bed.take(3);
    assert.deepEqual(idsOf(again), told);
    assert.ok(again.every((event) => envelope.parse(event).republished === true));
    assert.deepEqual(await rows(), kept);
  }
});

test('it goes on where it stopped, and leaves out what was sent before', async () => {
  const ids = (await bed.pool.query('select id from event_view order by id')).rows.map(
    ({ id }) => id as number,
  );
  const { said } = await run('--since', '1h', '--after', `sent/${ids[1]}`);
  assert.match(said, /^1 events published again$/m);
  const soon = new Date(Date.now() - 1).toISOString();
  assert.match((await run('--since', soon)).said, /^0 events published again$/m);
});

test('what it cannot understand ends with 2 and a sentence', async () => {
  for (const [args, sentence] of [
    [[], /--since must be/],
    [['--since', '2099-01-01'], /--since must be/],
    [['--since', '1h', '--after', 'nowhere'], /--after must be/],
    [['--since', '1h', '--per-second', '0'], /--per-second must be/],
    [['--until', '1h'], /until/],
  ] as const) {
    const { code, said } = await run(...args);
    assert.equal(code, 2, said);
    assert.match(said, sentence);
  }
});
