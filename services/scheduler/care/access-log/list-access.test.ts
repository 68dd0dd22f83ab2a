import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { workloadToken } from '@healthbooker/local/test/tokens';
import type { AccessRow__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AccessRow';
import { newTrace } from '@healthbooker/runtime/trace';
import { type AccessLog, openAccessLog } from '../../test/access-log.ts';

let scheduler: AccessLog['scheduler'];
let call: AccessLog['call'];
let inCare: AccessLog['inCare'];
let close: AccessLog['close'];

before(async () => {
  ({ scheduler, call, inCare, close } = await openAccessLog());
});
after(() => close?.());

test('rows are neither changed nor removed', async () => {
  for (const change of ['update access set what = what', 'delete from access', 'truncate access']) {
    await assert.rejects(scheduler.pool.query(change), /access is append-only/);
  }
});

test('ListAccess passes over nothing, also when transactions end in another order than they began', async () => {
  const ehr = async () => ({
    token: await workloadToken('ehr', 'scheduler'),
    deadline: Date.now() + 10_000,
    trace: newTrace(),
  });
  const list = async (cursor: string, pageSize = 7) =>
    call.access('ListAccess', { cursor, pageSize }, await ehr());
  async function readOn(from: string): Promise<{ rows: AccessRow__Output[]; cursor: string }> {
    const rows: AccessRow__Output[] = [];
    let cursor = from;
    for (;;) {
      const page = await list(cursor);
      rows.push(...page.rows);
      cursor = page.nextCursor;
      if (page.rows.length < 7) return { rows, cursor };
    }
  }
  const { cursor } = await readOn('');
  const { patient, appointmentId } = await inCare();
  const late = await scheduler.pool.connect();
  const insert = `insert into access(at, patient_id, reader_id, reader_name, role, action, what, why, trace_id)
    values ($1, $2, $2, 'Late', 'Patients', 'read', 'visit', 'own-record', '')`;
  let meanwhile: Awaited<ReturnType<typeof list>>;
  try {
    await late.query('begin');
    await late.query(insert, [scheduler.clock.now, patient.id]);
    // Commits first although it began later.
    await scheduler.call('GetReservation', { appointmentId }, patient.as());
    meanwhile = await list(cursor, 100);
    assert.ok(meanwhile.rows.every(({ readerName, what }) => readerName !== 'Late' && what !== 'visit'));
    assert.equal(meanwhile.waitingSinceAt, scheduler.clock.now.toISOString());
    await late.query('commit');
  } finally {
    late.release();
  }
  // Reading goes on where it was: what the late one wrote has not been passed.
  const rows = [...meanwhile.rows];
  const mine = () => rows.filter(({ patientId }) => patientId === patient.id);
  // A transaction anywhere in the cluster holds the newest rows back for as long as it runs.
  for (let next = meanwhile.nextCursor, end = Date.now() + 10_000; mine().length < 3 && Date.now() < end; ) {
    const page = await readOn(next);
    rows.push(...page.rows);
    next = page.cursor;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.deepEqual(
    mine()
      .map(({ action, what }) => `${action} ${what}`)
      .sort(),
    ['read visit', 'read visit-reason', 'write visit-reason'],
  );
  const all = await readOn('');
  assert.equal(new Set(all.rows.map(({ id }) => id)).size, all.rows.length);
  const { rows: stored } = await scheduler.pool.query<{ id: string }>(
    'select id from access where xid <= (select max(xid) from access where id = any($1))',
    [all.rows.map(({ id }) => id)],
  );
  assert.equal(all.rows.length, stored.length);
  await assert.rejects(call.access('ListAccess', {}, patient.as()), { kind: 'forbidden' });
  await assert.rejects(call.access('ListAccess', { cursor: 'x' }, await ehr()), { kind: 'invalid' });
});
