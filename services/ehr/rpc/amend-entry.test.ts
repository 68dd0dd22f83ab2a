/** An amendment is the next version of an entry, and of two at once one is written. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { penicillin } from '../test/entries.ts';
import { type RunningEhr, runningEhr } from '../test/running-ehr.ts';

let running: RunningEhr;
before(async () => {
  running = await runningEhr();
});
after(() => running?.close());

test('an amendment is a new version with its reason; a stale one is refused and changes nothing', async () => {
  const patientId = await running.patientInCare();
  const entry = await running.add(patientId, penicillin);
  const refuted = { allergy: { ...penicillin.allergy, clinicalStatus: 'refuted' } };
  const amendment = {
    patientId,
    entryId: entry.entryId,
    expectedVersion: 1,
    body: refuted,
    release: 'RELEASE_NOW',
    reason: 'Tolerated amoxicillin under supervision',
    operationKey: randomUUID(),
  } as const;
  const { entry: second } = await running.ehr.call('AmendEntry', amendment, await running.doctor());
  assert.equal(second?.version, 2);
  const stale = { ...amendment, operationKey: randomUUID() };
  await assert.rejects(running.ehr.call('AmendEntry', stale, await running.doctor()), { kind: 'conflict' });
  const otherKind = { ...stale, expectedVersion: 2, body: { encounterNote: { text: 'A note' } } };
  await assert.rejects(running.ehr.call('AmendEntry', otherKind, await running.doctor()), {
    kind: 'invalid',
  });
  await assert.rejects(running.ehr.call('AmendEntry', { ...stale, reason: ' ' }, await running.doctor()), {
    kind: 'invalid',
  });

  const { versions } = await running.ehr.call(
    'GetEntryHistory',
    amendment,
    await running.as('Patients', patientId),
  );
  assert.deepEqual(
    versions.map(({ version, amendReason, body }) => [version, amendReason, body?.allergy?.clinicalStatus]),
    [
      [1, '', 'active'],
      [2, 'Tolerated amoxicillin under supervision', 'refuted'],
    ],
  );
});

test('two amendments of one version at once: one is written', async () => {
  const patientId = await running.patientInCare();
  const entry = await running.add(patientId, penicillin);
  const caller = await running.doctor();
  const outcomes = await Promise.allSettled(
    Array.from({ length: 12 }, (_, index) =>
      running.ehr.call(
        'AmendEntry',
        {
          patientId,
          entryId: entry.entryId,
          expectedVersion: 1,
          body: penicillin,
          release: 'RELEASE_NOW',
          reason: `Attempt ${index}`,
          operationKey: randomUUID(),
        },
        caller,
      ),
    ),
  );
  const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? one.reason.kind : []));
  assert.deepEqual(refused, Array(11).fill('conflict'));
});
