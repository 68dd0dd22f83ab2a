import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newestFirst } from './newest-first.ts';

const result = (recordedAt: string, observedAt: string) => ({
  kind: 'observation' as const,
  recordedAt,
  body: { coding: null, name: 'Pulse', plainName: '', value: 70, unit: '/min', observedAt },
});

test('a result stands where it was taken, not where it was written', () => {
  const late = result('2026-05-09T10:00:00Z', '2026-05-01T08:00:00.000Z');
  const soon = result('2026-05-02T10:00:00Z', '2026-05-01T08:00:01Z');
  const note = {
    kind: 'encounter-note' as const,
    recordedAt: '2026-05-01T09:00:00Z',
    body: { text: 'Seen', plan: '', appointmentId: '' },
  };
  assert.deepEqual(newestFirst([late, soon, note]), [note, soon, late]);
});
