import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Timeline } from './api.ts';
import { changeOf, shows } from './change.ts';

test('events say what changed, as the edge names it', () => {
  assert.deepEqual(changeOf({ name: 'appointment', data: '{"id":"a","version":2}' }), {
    id: 'a',
    version: 2,
  });
  assert.deepEqual(changeOf({ name: 'record', data: '{"entryId":"e","version":1}' }), {
    id: 'e',
    version: 1,
  });
  assert.equal(changeOf({ name: 'record', data: '{}' }), undefined);
});

test('a timeline shows a change when it has that version or a newer one', () => {
  const timeline: Timeline = {
    appointments: [],
    isCut: false,
    recordHeadlines: [{ entryId: 'e', version: 2, kind: 'allergy', recordedAt: '', providerId: '' }],
  };
  assert.equal(shows(timeline, { id: 'e', version: 1 }), true);
  assert.equal(shows(timeline, { id: 'e', version: 3 }), false);
  assert.equal(shows(timeline, { id: 'other', version: 1 }), false);
});
