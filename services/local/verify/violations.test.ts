/**
 * Each check of ehr and notification finds what it is there to find: with a since where the row that is wrong was written
 * after it, and otherwise only where it is few. The scheduler's are beside its tables.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import pg from 'pg';
import { testDatabase } from '../test/database.ts';
import { checksOf, findIn } from './subjects.ts';
import type { VerifiedService } from './types.ts';

const [entryId, patientId, other] = [randomUUID(), randomUUID(), randomUUID()];

/** One more row of `entry`, with these columns instead of those of a first version. */
const entry = (columns: Readonly<Record<string, string>>) => {
  const row: Record<string, string> = {
    entry_id: `'${randomUUID()}'`,
    version: '1',
    patient_id: `'${patientId}'`,
    kind: `'condition'`,
    body: `'{}'`,
    release: `'now'`,
    author_id: `'${other}'`,
    recorded_at: '$1',
    amend_reason: columns['version'] === undefined ? 'null' : `'wrong'`,
    chart_version: '2',
    operation_key: `'${randomUUID()}'`,
    request_sha256: `''`,
    ...columns,
  };
  return `insert into entry (${Object.keys(row)}) values (${Object.values(row)})`;
};

/** A patient with one entry, shown and announced. */
const soundChart = [
  `insert into chart values ('${patientId}', 1)`,
  entry({ entry_id: `'${entryId}'`, chart_version: '1' }),
  `insert into outbox_sent (id, sent_at, key, version, type, payload, created_at)
   values (1, $1, '${entryId}', 1, 'record.added', '{}', $1)`,
];

const message = (columns: Readonly<Record<string, string>> = {}) => {
  const row: Record<string, string> = {
    id: `'${randomUUID()}'`,
    person_id: `'${patientId}'`,
    channel: `'email'`,
    template: `'appointment-booked'`,
    subject_id: `'${entryId}'`,
    subject_version: '1',
    sequence: '0',
    state: `'sent'`,
    due_at: '$1',
    recipient: `'a@example.org'`,
    mail_text: `'text'`,
    changed_at: '$1',
    queued_at: '$1',
    sent_at: '$1',
    ...columns,
  };
  return `insert into message (${Object.keys(row)}) values (${Object.values(row)})`;
};

type Violations = Readonly<Record<string, readonly string[]>>;

/** What each check names, and what brings it about at an instant ($1). */
const ofEhr: Violations = {
  'could be overwritten': ['alter table entry disable trigger entry_is_append_only'],
  'an event was not published': [
    `insert into outbox (key, version, type, payload, created_at) values ('${entryId}', 1, 'record.added', '{}', $1)`,
  ],
  'a version of an entry is missing': [entry({ entry_id: `'${entryId}'`, version: '3' })],
  'an entry moved to another patient': [
    `insert into chart values ('${other}', 1)`,
    entry({ entry_id: `'${entryId}'`, version: '2', patient_id: `'${other}'` }),
  ],
  'chart version differs from its entries': [`update chart set version = 7`],
  'an entry was not announced': ['delete from outbox_sent'],
  'an event stands twice': [
    `insert into outbox (key, version, type, payload, created_at, published_at)
     values ('${entryId}', 1, 'record.added', '{}', $1, $1)`,
  ],
  'a correction is asked for of nothing': [
    entry({ kind: `'correction-request'`, body: `'{"entryId": "${other}", "entryVersion": 1}'` }),
  ],
  'written past a warning without a reason': [entry({ checks: `'{"findings": [{"kind": "allergy"}]}'` })],
  'a chart does not show what its entries say': [`update shown_entry set kind = 'allergy'`],
};

/** A message is written among those of its month. */
const past = [
  'select make_message_past_month($1::date)',
  `insert into message_past (id, ordinal, person_id, channel, template, subject_id, subject_version, sequence, state, tries,
     failure, changed_at, queued_at, sent_at)
   select id, ordinal, person_id, channel, template, subject_id, subject_version, sequence, state, tries, failure, changed_at,
     queued_at, sent_at from message`,
];

const ofNotification: Violations = {
  'a message is still to be sent': [
    message({
      subject_version: '2',
      state: `'queued'`,
      recipient: 'null',
      mail_text: 'null',
      sent_at: 'null',
    }),
  ],
  'told twice': [message({ subject_version: '2' })],
  'sent without its words': [
    message({ subject_version: '2', sequence: '1', recipient: 'null', mail_text: 'null' }),
  ],
  'a message failed': [
    message({ subject_version: '2', state: `'failed'`, failure: `'refused'`, sent_at: 'null' }),
  ],
  'a message has left before its time': [...past, 'delete from message'],
  'a message is among the young and the past': past,
};

/** What is looked at whatever its age, since it is few. */
const ofAnyAge = new Set([
  'could be overwritten',
  'an event was not published',
  'a message is still to be sent',
]);

const hour_ms = 3_600_000;

async function eachIsFound(service: VerifiedService, sound: readonly string[], violations: Violations) {
  assert.deepEqual(new Set(checksOf(service)), new Set(Object.keys(violations)));
  const database = await testDatabase(service);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const now = new Date();
  const [lately, longAgo] = [new Date(now.getTime() - hour_ms / 2), new Date(now.getTime() - 3 * hour_ms)];
  const since = new Date(now.getTime() - hour_ms);
  if (service === 'ehr') {
    for (const at of [lately, longAgo]) {
      await client.query('select make_outbox_sent_day($1::date)', [at.toISOString().slice(0, 10)]);
    }
  }
  const namedAfter = async (plant: readonly string[], at: Date, from?: Date): Promise<Set<string>> => {
    await client.query('begin');
    try {
      for (const sql of [...sound, ...plant]) await client.query(sql, sql.includes('$1') ? [at] : []);
      const found = [
        ...(await findIn(client, service, 'always', { now, since: from })),
        ...(await findIn(client, service, 'settled', { now, since: from })),
      ];
      return new Set(found.map(({ broken }) => broken));
    } finally {
      await client.query('rollback');
    }
  };
  for (const from of [undefined, since]) {
    for (const at of [lately, longAgo]) assert.deepEqual(await namedAfter([], at, from), new Set());
  }
  for (const [name, plant] of Object.entries(violations)) {
    assert.ok((await namedAfter(plant, longAgo)).has(name), name);
    assert.ok((await namedAfter(plant, lately, since)).has(name), `${name}, lately`);
    assert.equal(
      (await namedAfter(plant, longAgo, since)).has(name),
      ofAnyAge.has(name),
      `${name}, long ago`,
    );
  }
  await client.end();
  await database.drop();
}

test('what is wrong in ehr is found, and with a since only what was written after it', () =>
  eachIsFound('ehr', soundChart, ofEhr));

test('what is wrong in the ledger is found, and with a since only what was written after it', () =>
  eachIsFound('notification', [message()], ofNotification));
