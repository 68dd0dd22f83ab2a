/** A chart of any length opens, says what is missing, and is read to its end while others write to it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Entry__Output } from '@healthbooker/protos/gen/healthbooker/ehr/v1/Entry';
import type { EntryBody } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EntryBody';
import type { EntryKind } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EntryKind';
import type { GetChartResponse__Output } from '@healthbooker/protos/gen/healthbooker/ehr/v1/GetChartResponse';
import type { Release } from '@healthbooker/protos/gen/healthbooker/ehr/v1/Release';
import type { OutgoingContext } from '@healthbooker/runtime/context';
import { fillChart } from '../test/fill-chart.ts';
import { type RunningEhr, runningEhr } from '../test/running-ehr.ts';

let running: RunningEhr;
before(async () => {
  running = await runningEhr();
});
after(() => running?.close());

const note = (text: string): EntryBody => ({ encounterNote: { text } });
const medicine = (name: string, status: string): EntryBody => ({
  medication: { name, dosage: '1 mg once a day', status },
});

async function amend(
  entry: { patientId: string; entryId: string; version: number },
  body: EntryBody,
  release: Release = 'RELEASE_NOW',
) {
  const { patientId, entryId, version: expectedVersion } = entry;
  const request = { patientId, entryId, expectedVersion, body, release, reason: 'Seen again' };
  const reply = await running.ehr.call(
    'AmendEntry',
    { ...request, operationKey: randomUUID() },
    await running.doctor(),
  );
  assert.ok(reply.entry);
  return reply.entry;
}

const ours = (patientId: string) => ({ patientId, authorId: running.hospital.providers[0] });

/** Every page of a chart; `between` is done after each. */
async function pages(
  patientId: string,
  caller: OutgoingContext,
  options: { kind?: EntryKind; pageSize?: number; from?: string; between?: () => Promise<void> } = {},
): Promise<GetChartResponse__Output[]> {
  const { kind = 'ENTRY_KIND_UNSPECIFIED', pageSize = 0, from = '', between } = options;
  const read: GetChartResponse__Output[] = [];
  for (let pageToken = from; ; ) {
    const request = { patientId, pageToken, kind, pageSize };
    const page = await running.ehr.call('GetChart', request, { ...caller, deadline: Date.now() + 5000 });
    read.push(page);
    assert.equal(page.complete, page.nextPageToken === '');
    if (page.complete) return read;
    assert.notEqual(page.entries.length, 0, 'a page that is not the last goes on');
    pageToken = page.nextPageToken;
    await between?.();
  }
}

function idsOf(read: readonly GetChartResponse__Output[]): string[] {
  return read.flatMap(({ entries }) => entries.map(({ entryId }) => entryId));
}

test('what lasts is whole on the first page, however long ago it was added and whatever happened since', async () => {
  const patientId = await running.patientInCare();
  const warfarin = await running.add(patientId, medicine('Warfarin', 'active'));
  const stopped = await running.add(patientId, medicine('Aspirin', 'active'));
  const asthma = await running.add(patientId, { condition: { term: 'Asthma', clinicalStatus: 'active' } });
  const latex = await running.add(patientId, {
    allergy: { noneKnown: false, substance: 'Latex', clinicalStatus: 'inactive' },
  });
  await amend(stopped, medicine('Aspirin', 'stopped'));
  await fillChart(running.store, ours(patientId), { entries: 1500, lasting: 0, characters: 32 });
  const [first, ...rest] = await pages(patientId, await running.doctor());
  assert.ok(first);
  assert.deepEqual(
    first.entries.slice(0, 3).map(({ entryId }) => entryId),
    [latex.entryId, asthma.entryId, warfarin.entryId],
  );
  assert.deepEqual(
    [first.entries.length, first.lastingComplete, first.complete, [...first.unfinished].sort()],
    [103, true, false, ['ENTRY_KIND_ENCOUNTER_NOTE', 'ENTRY_KIND_MEDICATION', 'ENTRY_KIND_OBSERVATION']],
  );
  const all = idsOf([first, ...rest]);
  assert.deepEqual([all.length, new Set(all).size], [1504, 1504]);
  assert.equal(all.at(-1), stopped.entryId, 'what happened is in the order in which it was added');
  assert.deepEqual(rest.at(-1)?.unfinished, []);
});

test('what says nothing of being over lasts', async () => {
  const patientId = await running.patientInCare();
  await fillChart(running.store, ours(patientId), { entries: 150, lasting: 0, characters: 32 });
  await running.store.query('update chart set version = version + 3 where patient_id = $1', [patientId]);
  await running.store.query(
    `insert into entry (entry_id, version, patient_id, kind, body, release, author_id, recorded_at, chart_version,
       operation_key, request_sha256)
     select gen_random_uuid(), 1, $1, kind, '{}', 'now', gen_random_uuid(), now(), 150 + n, 'k' || n, ''
     from unnest(array['condition', 'medication', 'encounter-note']) with ordinality as old (kind, n)`,
    [patientId],
  );
  const [first] = await pages(patientId, await running.doctor());
  assert.deepEqual(
    first?.entries.slice(0, 2).map(({ kind }) => kind),
    ['ENTRY_KIND_CONDITION', 'ENTRY_KIND_MEDICATION'],
  );
});

test('a chart of 250 notes of 20 kB opens, and no page is longer than a message may be', async () => {
  const patientId = await running.patientInCare();
  await fillChart(running.store, ours(patientId), { entries: 500, lasting: 0, characters: 20_000 });
  const read = await pages(patientId, await running.doctor(), { kind: 'ENTRY_KIND_ENCOUNTER_NOTE' });
  for (const page of read) {
    const octets = Buffer.byteLength(JSON.stringify(page));
    assert.ok(octets < 640 * 1024, `a page of ${octets} octets`);
  }
  assert.equal(new Set(idsOf(read)).size, 250);
  assert.equal(idsOf(read).length, 250);
});

test('thousands of medicines that are taken: the reply says that they are not whole until they are', async () => {
  const patientId = await running.patientInCare();
  await fillChart(running.store, ours(patientId), { entries: 4000, lasting: 4000, characters: 0, one_in: 1 });
  const caller = await running.doctor();
  const lasting: string[] = [];
  let last: GetChartResponse__Output | undefined;
  for (let pageToken = ''; !last?.lastingComplete; pageToken = last.nextPageToken) {
    last = await running.ehr.call('GetChart', { patientId, pageToken }, caller);
    lasting.push(
      ...last.entries
        .filter(({ body }) => body?.allergy ?? body?.condition ?? body?.medication)
        .map(({ entryId }) => entryId),
    );
    assert.equal(lasting.length === 4000, last.lastingComplete);
  }
  assert.equal(new Set(lasting).size, 4000);
});

test('entries that are added, amended and ended while a chart is read make none double and none missing', async () => {
  const patientId = await running.patientInCare();
  const meant: Entry__Output[] = [];
  for (let n = 0; n < 12; n++) {
    meant.push(await running.add(patientId, medicine(`Medicine ${n}`, n % 2 === 0 ? 'active' : 'stopped')));
    meant.push(await running.add(patientId, note(`Note ${n}`)));
  }
  const toAmend = meant.map((entry) => ({ ...entry, patientId }));
  const isActive = ({ body }: Entry__Output) => body?.medication?.status === 'active';
  let turn = 0;
  const read = await pages(patientId, await running.doctor(), {
    pageSize: 3,
    async between() {
      await running.add(patientId, note(`Meanwhile ${turn}`));
      // One behind the page that was read, one before it, and each in another kind of place than where it was.
      for (const index of [turn, meant.length - 1 - turn]) {
        const entry = toAmend[index];
        if (entry === undefined) continue;
        const body = entry.body?.medication
          ? medicine(`Medicine ${index}`, isActive(entry) ? 'stopped' : 'active')
          : note(`Note ${index}, amended`);
        toAmend[index] = { ...(await amend(entry, body)), patientId };
      }
      turn += 1;
    },
  });
  assert.ok(turn > 4, 'there was time to write');
  const all = idsOf(read);
  assert.deepEqual(all.toSorted(), meant.map(({ entryId }) => entryId).toSorted());
  assert.ok(
    read.flatMap(({ entries }) => entries).every(({ version }) => version === 1),
    'every page shows the chart as it was when it was opened',
  );
  assert.deepEqual(
    read.map(({ chartVersion }) => chartVersion),
    read.map(() => 24),
  );
  assert.equal(read[0]?.newestVersion, 24);
  assert.ok((read.at(-1)?.newestVersion ?? 0) > 24, 'the reader is told that somebody wrote');
  const again = idsOf(await pages(patientId, await running.doctor(), { pageSize: 5 }));
  assert.deepEqual([again.length, new Set(again).size], [24 + turn, 24 + turn]);
});

test('one kind is read to its end by itself, from the front or from where a page of all kinds ended', async () => {
  const patientId = await running.patientInCare();
  await running.add(patientId, note('The oldest'));
  await fillChart(running.store, ours(patientId), { entries: 400, lasting: 20, characters: 32 });
  const caller = await running.doctor();
  const notes = await pages(patientId, caller, { kind: 'ENTRY_KIND_ENCOUNTER_NOTE' });
  assert.equal(new Set(idsOf(notes)).size, 191);
  assert.ok(notes.every(({ entries }) => entries.every(({ body }) => body?.encounterNote)));
  const first = await running.ehr.call('GetChart', { patientId, pageSize: 10 }, caller);
  const shown = first.entries.filter(({ body }) => body?.encounterNote).map(({ entryId }) => entryId);
  const rest = await pages(patientId, caller, {
    kind: 'ENTRY_KIND_ENCOUNTER_NOTE',
    from: first.nextPageToken,
  });
  assert.deepEqual([...shown, ...idsOf(rest)], idsOf(notes));
  const none = await pages(patientId, caller, { kind: 'ENTRY_KIND_CORRECTION_REQUEST' });
  assert.deepEqual(
    none.map(({ entries, complete, lastingComplete }) => [entries.length, complete, lastingComplete]),
    [[0, true, true]],
  );
});

test('a patient reads past what is not theirs to see, and what is withdrawn meanwhile is not shown', async () => {
  const patientId = await running.patientInCare();
  const patient = await running.as('Patients', patientId);
  const withdrawn = await running.add(patientId, note('Shown, then withdrawn'));
  const amended = await running.add(patientId, note('Shown'));
  const oldest = await running.add(patientId, note('The oldest that stays'));
  for (let n = 0; n < 5; n++) await running.add(patientId, note(`Hidden ${n}`), 'RELEASE_NEVER');
  const newest = await running.add(patientId, note('The newest'));
  const reviewed = await amend(amended, note('Not shown before a review'), 'RELEASE_AFTER_REVIEW');
  let isFirst = true;
  const read = await pages(patientId, patient, {
    pageSize: 1,
    async between() {
      if (!isFirst) return;
      isFirst = false;
      await amend(withdrawn, note('Withdrawn'), 'RELEASE_NEVER');
      await amend(reviewed, note('Reviewed'), 'RELEASE_NOW');
    },
  });
  assert.deepEqual(
    idsOf(read),
    [newest, oldest, amended].map(({ entryId }) => entryId),
  );
  assert.equal(read.at(-1)?.entries[0]?.version, 1);
  const now = await pages(patientId, patient);
  assert.deepEqual(
    idsOf(now),
    [newest, oldest, amended].map(({ entryId }) => entryId),
  );
  assert.equal(now[0]?.entries[2]?.version, 3);
});

test('each page is on record with what it was, the cached one too', async () => {
  const patientId = await running.patientInCare();
  await fillChart(running.store, ours(patientId), { entries: 250, lasting: 5, characters: 32 });
  const caller = await running.doctor();
  const first = await running.ehr.call('GetChart', { patientId }, caller);
  assert.deepEqual((await running.ehr.call('GetChart', { patientId }, caller)).entries, first.entries);
  const pageToken = first.nextPageToken;
  await running.ehr.call('GetChart', { patientId, pageToken }, caller);
  await running.ehr.call('GetChart', { patientId, pageToken, kind: 'ENTRY_KIND_OBSERVATION' }, caller);
  const { rows } = await running.store.query<{ what: string }>(
    'select what from access where patient_id = $1 order by id',
    [patientId],
  );
  assert.deepEqual(
    rows.map(({ what }) => what),
    ['chart', 'chart', 'chart-page', 'chart-page-observation'],
  );
});

test('what is no page token or page size is refused, and a token opens no other chart', async () => {
  const [patientId, otherId] = [await running.patientInCare(), await running.patientInCare()];
  await fillChart(running.store, ours(patientId), { entries: 150, lasting: 0, characters: 32 });
  const caller = await running.doctor();
  const { nextPageToken } = await running.ehr.call('GetChart', { patientId }, caller);
  const bad = ['x', '1', '151.1.5', '-1.1.1', '1.1.1.1', `${nextPageToken} `, '9999999999.1.1'];
  for (const pageToken of bad) {
    await assert.rejects(running.ehr.call('GetChart', { patientId, pageToken }, caller), {
      kind: 'invalid',
    });
  }
  for (const pageSize of [-1, 101]) {
    await assert.rejects(running.ehr.call('GetChart', { patientId, pageSize }, caller), { kind: 'invalid' });
  }
  await assert.rejects(
    running.ehr.call('GetChart', { patientId: otherId, pageToken: nextPageToken }, caller),
    { kind: 'invalid' },
    'the other chart never had that version',
  );
  const stranger = await running.as('Patients', randomUUID());
  await assert.rejects(running.ehr.call('GetChart', { patientId, pageToken: nextPageToken }, stranger), {
    kind: 'not-found',
  });
});

test('the history of an entry of 250 versions begins with the newest and is read to its first', async () => {
  const patientId = await running.patientInCare();
  const { entryId } = await running.add(patientId, note('First words'));
  await running.store.query(
    `with raised as (update chart set version = 250 where patient_id = $1 returning patient_id)
     insert into entry (entry_id, version, patient_id, kind, body, release, author_id, recorded_at, amend_reason,
       chart_version, operation_key, request_sha256)
     select $2, n, $1, 'encounter-note', jsonb_build_object('text', repeat('long ', 2000)), 'now', gen_random_uuid(), now(),
       'Seen again', n, 'k' || n, ''
     from raised, generate_series(2, 250) n`,
    [patientId, entryId],
  );
  const caller = await running.as('Patients', patientId);
  const versions: number[] = [];
  for (let pageToken = '', isFirst = true; isFirst || pageToken !== ''; isFirst = false) {
    const page = await running.ehr.call('GetEntryHistory', { entryId, pageToken }, caller);
    assert.equal(page.complete, page.nextPageToken === '');
    assert.ok(Buffer.byteLength(JSON.stringify(page)) < 1.5 * 1024 * 1024);
    versions.unshift(...page.versions.map(({ version }) => version));
    pageToken = page.nextPageToken;
  }
  assert.deepEqual(
    versions,
    Array.from({ length: 250 }, (_, index) => index + 1),
  );
  const asked = {
    patientId: '',
    entryId,
    entryVersion: 250,
    text: 'It was the left',
    operationKey: randomUUID(),
  };
  const { entry } = await running.ehr.call('RequestCorrection', asked, caller);
  assert.equal(entry?.version, 1, 'the newest of many versions can be asked about');
  await assert.rejects(running.ehr.call('GetEntryHistory', { entryId, pageToken: '0' }, caller), {
    kind: 'invalid',
  });
});

test('what was written before charts were paged is shown in the same way', async () => {
  const migration = readFileSync(new URL('../migrations/0006-chart.sql', import.meta.url), 'utf8');
  const fill = migration.match(/insert into shown_entry[^;]*;/)?.[0] ?? '';
  const rows = async () => {
    const { rows } = await running.store.query(
      // What a later migration's checks add to the octets was not there yet.
      `select (shown_entry.*, entry.checks is null)::text as row, entry_id, audience, version
       from shown_entry join entry using (entry_id, version) where entry.checks is null
       order by entry_id, audience, version`,
    );
    return rows.map(({ row }) => row);
  };
  const kept = await rows();
  assert.ok(kept.length > 10_000);
  await running.store.query('delete from shown_entry');
  await running.store.query(fill);
  assert.deepEqual(await rows(), kept);
});

test('versions that are written past the code in any order are shown as if they had come in turn', async () => {
  const [patientId, entryId] = [await running.patientInCare(), randomUUID()];
  await running.store.query('insert into chart values ($1, 5)', [patientId]);
  await running.store.query(
    `insert into entry (entry_id, version, patient_id, kind, body, release, author_id, recorded_at, amend_reason,
       chart_version, operation_key, request_sha256)
     select $2, n, $1, 'condition', jsonb_build_object('term', 'Asthma ' || n),
       (array['now', 'after-review', 'now', 'never', 'now'])[n], gen_random_uuid(), now(),
       case when n > 1 then 'Seen again' end, n, 'k' || n, ''
     from unnest(array[3, 5, 1, 4, 2]) as n`,
    [patientId, entryId],
  );
  const { rows } = await running.store.query(
    `select audience || ' ' || version || ': ' || position || ' ' || starts || '-' || ends as row
     from shown_entry where entry_id = $1 order by audience, version`,
    [entryId],
  );
  const always = 2_147_483_647;
  assert.deepEqual(
    rows.map(({ row }) => row),
    [
      'patient 1: 1 1-3',
      'patient 3: 1 3-4',
      `patient 5: 1 5-${always}`,
      ...[1, 2, 3, 4].map((n) => `provider ${n}: 1 ${n}-${n + 1}`),
      `provider 5: 1 5-${always}`,
    ],
  );
});
