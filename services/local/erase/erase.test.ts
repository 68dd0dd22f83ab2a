import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { openBucket } from '@healthbooker/runtime/bucket';
import pg from 'pg';
import { archiveBucket, awsEnv } from '../stores.ts';
import { verify } from '../verify/verify.ts';
import { archive } from './an-archive.test-parts.ts';
import {
  addresses,
  closeBed,
  data,
  databases,
  due,
  erase,
  everything,
  idsOf,
  ledgerOf,
  openBed,
  owners,
  personOf,
  services,
} from './bed.test-parts.ts';
import type { Step } from './erase.ts';
import { tablesNaming, without } from './everything.test-parts.ts';
import { withStores } from './stores.ts';

before(openBed);
after(closeBed);

test('a person of eleven years ago leaves every store, and nobody else loses anything', async () => {
  const kept = await personOf(1);
  const alsoOld = await personOf(11);
  const gone = await personOf(11, kept.person);
  const there = await everything();
  const verified = { databases: addresses.owners, dynamodb: addresses.dynamodb };
  assert.deepEqual(await verify(verified, { settle_ms: 0 }), []);

  // Whatever can name a person does so before: a table that comes to a database comes to `a-life.test-parts.ts` as well.
  const naming: string[] = [];
  for (const [name, owner] of Object.entries(owners)) {
    const { rows } = await owner.query<{ table: string }>(
      `select distinct c.relname as table from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
         and c.relname not in ('erasure', 'operation_carried')
         and a.attname in ('patient_id', 'person_id', 'proxy_id', 'appointment_id', 'subject_id', 'entry_id', 'message_id',
           'link_id')`,
    );
    naming.push(...rows.map(({ table: each }) => `${name}.${each}`));
  }
  const named = tablesNaming(there, idsOf(gone));
  assert.ok(naming.length > 15, naming.join());
  assert.deepEqual(
    naming.filter((each) => !named.includes(each)),
    [],
  );
  assert.ok(
    ['scheduler.outbox', 'scheduler.outbox_sent', 'ehr.outbox', 'ehr.outbox_sent', 'table'].every((each) =>
      named.includes(each),
    ),
  );

  assert.equal((await erase(gone.person)).kind, 'erased');
  assert.deepEqual(await everything(), without(there, idsOf(gone)));
  assert.deepEqual(await verify(verified, { settle_ms: 0 }), []);

  const ledger = JSON.stringify(await ledgerOf());
  assert.equal(
    idsOf(gone).some((id) => ledger.includes(id)),
    false,
    ledger,
  );
  const [row] = await ledgerOf();
  assert.deepEqual(
    [row?.['asked_by'], row?.['reason'], row?.['step'], row?.['kept_years']],
    ['the privacy officer', 'their time is over', 'archive', 10],
  );
  const removed = row?.['removed'] as Record<string, number>;
  assert.deepEqual(
    [
      removed['scheduler.reservation'],
      removed['scheduler.access'],
      removed['ehr.entry'],
      removed['ehr.access'],
    ],
    [1, 1, 2, 2],
  );
  assert.deepEqual(
    [
      removed['notification.message'],
      removed['table.METADATA'],
      removed['table.NUMBER'],
      removed['table.REACH'],
    ],
    [2, 1, 1, 1],
  );

  const again = await erase(gone.person);
  assert.equal(again.kind, 'before');
  assert.deepEqual(await everything(), without(there, idsOf(gone)));
  assert.equal((await erase(alsoOld.person)).kind, 'erased');
});

test('nothing of who is gone is announced, listed or republished again', async () => {
  const gone = await personOf(11);
  await erase(gone.person);
  const { rows } = await owners.scheduler.query(
    `select key from event_view where payload::text like '%' || $1 || '%' or key = any ($2)
     union all select appointment_id::text from reservation_view where patient_id = $1::uuid
     union all select appointment_id::text from waitlist_view where patient_id = $1::uuid`,
    [gone.person, idsOf(gone)],
  );
  assert.deepEqual(rows, []);
});

test('who is killed behind any store is found again and finished', async () => {
  const behind: Step[] = ['scheduler', 'table', 'notification', 'ehr', 'archive'];
  for (const [pass, step] of [1, 2].flatMap((each) => behind.map((name) => [each, name] as const))) {
    const gone = await personOf(11);
    const there = await everything();
    let passed = 0;
    const killed = new Error('killed');
    const dies = erase(gone.person, {}, (at) => {
      if (at === step && ++passed === pass) throw killed;
    });
    await assert.rejects(dies, killed);
    assert.deepEqual(await withStores(addresses, due), [`${gone.person} begun`], step);
    assert.equal((await erase(gone.person)).kind, 'erased');
    assert.deepEqual(await everything(), without(there, idsOf(gone)), step);
    assert.deepEqual(await withStores(addresses, due), []);
    assert.equal((await erase(gone.person)).kind, 'before');
  }
});

test('decisions that are in the archive go from there too', async () => {
  const [gone, kept] = [await personOf(11), await personOf(11)];
  const { AWS_REGION } = awsEnv;
  const bucket = openBucket(archiveBucket, { AWS_REGION, S3_ENDPOINT: addresses.archive.endpoint });
  const month = '1850-01-01';
  await archive(owners.scheduler, bucket, month, [[gone.appointment, kept.appointment, gone.waiting]]);
  await erase(gone.person);
  const { rows } = await owners.scheduler.query<{ key: string; text: string }>(
    'select key, p::text as text from decision_archive_part p where month = $1',
    [month],
  );
  const [part] = rows;
  const text = gunzipSync(await bucket.get(part?.key ?? '')).toString('utf8') + part?.text;
  bucket.close();
  assert.deepEqual(
    [gone.appointment, gone.waiting, kept.appointment].map((id) => text.includes(id)),
    [false, false, true],
  );
  assert.match(JSON.stringify((await ledgerOf()).at(-1)), /"archive\.decision":2\b/);
  await erase(kept.person);
});

test('two at once are one erasure', async () => {
  const gone = await personOf(11);
  const there = await everything();
  const before = (await ledgerOf()).length;
  const outcomes = await Promise.all([erase(gone.person), erase(gone.person)]);
  assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['before', 'erased']);
  assert.deepEqual(await everything(), without(there, idsOf(gone)));
  assert.equal((await ledgerOf()).length, before + 1);
});

test('no service erases, reads the ledger or empties what is append-only; nor does the owner by mistake', async () => {
  const calls: Record<(typeof services)[number], readonly string[]> = {
    scheduler: [
      `select erase_person(gen_random_uuid(), now(), 10, 'a', 'b')`,
      `select note_erased(gen_random_uuid(), 'ehr', '{}')`,
      'select finish_erasure(gen_random_uuid(), now())',
      'select * from erasure',
      'select * from erasure_key',
      'select * from person_contact',
      `select set_config('healthbooker.erasing', 'person', false); delete from access`,
    ],
    ehr: [
      'select erase_person(gen_random_uuid(), now(), 10)',
      'select * from person_contact',
      `select set_config('healthbooker.erasing', 'person', false); delete from entry`,
      `select set_config('healthbooker.erasing', 'person', false); delete from access`,
    ],
    notification: [`select erase_person(gen_random_uuid(), '{}', now(), 10)`, 'delete from message_past'],
  };
  for (const service of services) {
    const client = new pg.Client({ connectionString: databases[service].serviceUrl });
    await client.connect();
    for (const call of calls[service]) await assert.rejects(client.query(call), { code: '42501' }, call);
    await client.end();
  }
  const append_only = { code: '23000' };
  await assert.rejects(owners.scheduler.query('delete from erasure'), append_only);
  await assert.rejects(owners.scheduler.query('truncate erasure'), append_only);
  await assert.rejects(owners.scheduler.query('delete from access'), append_only);
  await assert.rejects(owners.ehr.query('delete from entry'), append_only);
  await assert.rejects(owners.ehr.query('update access set reader_name = null'), append_only);
});

/** Runs the program on these stores; `untilSaid` kills it when it has said so much. */
async function run(
  args: readonly string[],
  untilSaid?: string,
): Promise<{ code: number | null; said: string }> {
  const program = fileURLToPath(new URL('main.ts', import.meta.url));
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, HB_DATA: data } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk;
      if (untilSaid !== undefined && said.includes(untilSaid)) child.kill('SIGKILL');
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

test('the program lists, says why it refuses, erases, and goes on where it was killed', async () => {
  for (const person of await withStores(addresses, due)) await erase(person);
  const kept = await personOf(1);
  const gone = await personOf(11, kept.person);
  const there = await everything();
  const asked = ['--person', gone.person];

  const listed = await run(['--due', '--ids']);
  assert.deepEqual(
    [listed.code, listed.said],
    [0, `${gone.person}\n1 people are due: no contact for 10 years\n`],
  );
  assert.equal((await run(['--due'])).said, '1 people are due: no contact for 10 years\n');
  assert.deepEqual(await run(asked), { code: 0, said: 'This person is due.\n' });
  for (const [args, words] of [
    [[], 'Say either --due or --person <id>.'],
    [['--due', ...asked], 'Say either --due or --person <id>.'],
    [['--person', 'somebody'], '--person must be the id of a person.'],
    [[...asked, '--run'], '--run needs a --reason.'],
  ] as const) {
    assert.deepEqual(await run(args), { code: 2, said: `${words}\n` });
  }
  const refused = await run(['--person', kept.person, '--run', '--reason', 'they asked']);
  assert.deepEqual(refused, {
    code: 1,
    said: 'Not erased. There was contact with this person in the last 10 years.\n',
  });
  assert.deepEqual(await everything(), there);

  const killed = await run([...asked, '--run', '--reason', 'their time is over'], 'scheduler: ');
  assert.equal(killed.code, null);
  assert.match((await run(['--due'])).said, /1 people are due.* 1 were begun and not finished/);
  assert.match((await run(['--due', '--run'])).said, /1 of 1 were erased/);
  assert.deepEqual(await everything(), without(there, idsOf(gone)));
  const twice = await run([...asked, '--run', '--reason', 'their time is over']);
  assert.equal(twice.code, 0);
  assert.match(twice.said, /^Was erased on \d{4}-\d\d-\d\d\.\n$/);
});
