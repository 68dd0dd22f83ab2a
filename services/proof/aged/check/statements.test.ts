/** How statements are found in the source, and what the lists of samples, tables, jobs and bad statements leave out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loopsLeftOut } from '../jobs/jobs.ts';
import { makeBad } from './bad.ts';
import { literal } from './explain.ts';
import { servicesOf } from './samples/runtime.ts';
import { samplesOf } from './samples.ts';
import { callsIn, findStatements, grep } from './statements.ts';
import { unclassified } from './tables.ts';

test('calls are read wherever they stand, and those that cannot be read are told', () => {
  const text = `
    import { loadSql, statement } from '@healthbooker/runtime/postgres';
    // statement('not-this', 'select 1')
    const sql = { one: loadSql(import.meta.url, '../sql/one.sql'), two: statement('two', \`select 2\`) };
    for (const kind of kinds) made.push(statement(\`lock-\${kind}\`, text));
    const hidden = statement(nameOf(kind), text);
    await pool.query('select 3');`;
  const calls = callsIn('room/file.ts', text);
  assert.deepEqual(calls.names, [
    { name: 'one', textFile: 'sql/one.sql' },
    { name: 'two', textFile: 'room/file.ts', text: ['select 2'] },
  ]);
  assert.deepEqual(calls.patterns, [/^lock-[\w-]+$/]);
  assert.deepEqual(calls.unreadable, ['statement(nameOf(kind), text)']);
  assert.equal(calls.nameless, 1);
  assert.equal(grep(text), 4);
});

test('every statement of every service is found and has a sample, and no sample is left over', async () => {
  const { statements, faults } = await findStatements();
  assert.deepEqual(faults, []);
  assert.ok(statements.length > 200, String(statements.length));
  const named = (service: string) =>
    [
      ...new Set(statements.filter((each) => each.service === service).map(({ plainName }) => plainName)),
    ].sort();
  for (const [service, samples] of Object.entries(samplesOf)) {
    assert.deepEqual(named(service), Object.keys(samples).sort(), service);
  }
  for (const { plainName } of statements.filter(({ service }) => service === 'runtime')) {
    assert.ok(servicesOf(plainName).length > 0, plainName);
  }
  const { made, faults: unfit } = makeBad(statements);
  assert.deepEqual(unfit, []);
  assert.ok(made.length >= 10);
});

test('a table that is in no list is told, and one that is no more', () => {
  const known = ['follower_cursor', 'message', 'message_past', 'message_words', 'schema_migration'];
  assert.deepEqual(unclassified('notification', known), []);
  assert.deepEqual(unclassified('notification', [...known, 'note']), [
    'notification.note is in no list: does it grow?',
  ]);
  assert.deepEqual(unclassified('notification', known.slice(1)), [
    'notification.follower_cursor is listed and does not exist',
  ]);
});

test('every loop that a service closes is run by a job here', () => {
  assert.deepEqual(loopsLeftOut(), []);
  assert.ok(loopsLeftOut(["onClose('sweeping', job.close)"]).includes('nothing runs the job "sweeping"'));
});

test('values are given as text that the statement types', () => {
  assert.equal(literal(null), 'null');
  assert.equal(
    literal(['a"b', null, 3]),
    `'{"a\\\\"b",null,"3"}'`.replace("'{", " E'{").replace('\\\\', '\\\\'),
  );
  assert.equal(literal({ a: "it's" }), `'{"a":"it''s"}'`);
  assert.equal(literal(Buffer.from([1, 255])), "'\\x01ff'");
  assert.equal(literal(new Date(0)), "'1970-01-01T00:00:00.000Z'");
});
