/** A new entry is checked and written once. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { EntryBody } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EntryBody';
import { penicillin } from '../test/entries.ts';
import { type RunningEhr, runningEhr } from '../test/running-ehr.ts';

let running: RunningEhr;
before(async () => {
  running = await runningEhr();
});
after(() => running?.close());

test('a repeated request is answered with what it wrote, also at once; its key serves no other request', async () => {
  const patientId = await running.patientInCare();
  const key = randomUUID();
  const twice = await Promise.all(
    [1, 2, 3].map(() => running.add(patientId, penicillin, 'RELEASE_NOW', key)),
  );
  assert.equal(new Set(twice.map(({ entryId }) => entryId)).size, 1);
  const { rows } = await running.store.query('select from entry where patient_id = $1', [patientId]);
  assert.equal(rows.length, 1);
  await assert.rejects(running.add(patientId, penicillin, 'RELEASE_NEVER', key), {
    kind: 'idempotency-mismatch',
  });
});

test('a malformed entry is refused with its fields named, and nothing is written', async () => {
  const patientId = await running.patientInCare();
  const bad: [EntryBody, string][] = [
    [{}, ''],
    [{ encounterNote: { text: '  ' } }, 'body.text'],
    [{ encounterNote: { text: 'x'.repeat(20_001) } }, 'body.text'],
    [{ allergy: { noneKnown: false, clinicalStatus: 'active' } }, 'body.substance'],
    [{ allergy: { noneKnown: true, substance: 'Latex' } }, 'body.noneKnown'],
    [
      { allergy: { ...penicillin.allergy, coding: { system: 'http://snomed.info/sct', code: '91936006' } } },
      'body.coding',
    ],
    [{ condition: { term: 'Asthma', clinicalStatus: 'sometimes' } }, 'body.clinicalStatus'],
    [{ condition: { term: 'Asthma', clinicalStatus: 'active', onsetDate: '2026-02-30' } }, 'body.onsetDate'],
    [
      { observation: { name: 'Weight', value: 80, unit: 'stone', observedAt: '2026-01-01T00:00:00Z' } },
      'body.unit',
    ],
    [
      { observation: { name: 'Weight', value: Number.NaN, unit: 'kg', observedAt: '2026-01-01T00:00:00Z' } },
      'body.value',
    ],
  ];
  for (const [body, field] of bad) {
    await assert.rejects(
      running.add(patientId, body),
      (err: { kind?: string; fields?: { field: string }[] }) => {
        assert.equal(err.kind, 'invalid', JSON.stringify(body));
        if (field !== '')
          assert.deepEqual(
            err.fields?.map((each) => each.field).includes(field),
            true,
            JSON.stringify(err.fields),
          );
        return true;
      },
    );
  }
  const { rows } = await running.store.query('select from entry where patient_id = $1', [patientId]);
  assert.equal(rows.length, 0);
});
