/** Texts as long as they may be come through the edge, in whatever script. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type Clinic, startClinic } from './test/clinic.ts';

let clinic: Clinic;
before(async () => {
  clinic = await startClinic();
});
after(() => clinic?.stop());

const send = (method: string, path: string, body: object) =>
  clinic.provider(method, `/clinic/v1/patients/${clinic.patientId}/${path}`, body, {
    'idempotency-key': randomUUID(),
  });

const draft = (value: string) => ({
  version: 0,
  key: randomUUID(),
  fields: [{ name: 'text', value }],
});

for (const [script, letter] of [
  ['Latin', 'x'],
  ['Devanagari', '\u0928'],
  ['beyond the basic plane', '\u{1f642}'],
  ['escaped twice as long', '"'],
] as const) {
  test(`a draft of 40,000 characters is kept whole, and one more is refused by its field: ${script}`, async () => {
    await send('DELETE', 'drafts/encounter-note', {});
    const saved = await send('PUT', 'drafts/encounter-note', draft(letter.repeat(40_000)));
    assert.equal(saved.status, 200, JSON.stringify(saved.body).slice(0, 300));
    const longer = await send('PUT', 'drafts/encounter-note', {
      ...draft(letter.repeat(40_001)),
      version: 1,
    });
    const { errors } = longer.body as { errors: { field: string }[] };
    assert.deepEqual([longer.status, errors.map(({ field }) => field)], [400, ['fields']]);
  });
}

test('a note as long as it may be is written and amended in a script of three bytes a letter', async () => {
  const [text, plan] = [20_000, 5000].map((length) => '\u0928'.repeat(length));
  const body = { kind: 'encounter-note', text, plan, appointmentId: '' };
  const added = await send('POST', 'entries', { body, release: 'now' });
  assert.equal(added.status, 201, JSON.stringify(added.body).slice(0, 300));
  const { entry } = added.body as { entry: { id: string } };
  const amendment = { version: 1, reason: 'It changed', body };
  const amended = await send('POST', `entries/${entry.id}/amend`, amendment);
  assert.equal(amended.status, 200, JSON.stringify(amended.body).slice(0, 300));
});
