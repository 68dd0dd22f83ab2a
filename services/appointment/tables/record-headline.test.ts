import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { readEntryHeadline } from '@healthbooker/protos/gen/readers';
import { headlineOfReleaseBefore } from '../test/release-before.ts';
import { readHeadlineItem, toHeadlineItem, toRecordHeadline } from './record-headline.ts';

const patientId = randomUUID();
const entryId = randomUUID();
const authorId = randomUUID();
const recordedAt = '2026-11-20T10:00:00.123Z';
const headline = readEntryHeadline({
  patientId,
  entryId,
  version: 2,
  kind: 'condition',
  recordedAt,
  authorId,
  visible: true,
});

/** What the release before writes. */
const flat = {
  PK: patientId,
  SK: `RECORD#${recordedAt}#${entryId}`,
  entryId,
  version: 2,
  kind: 'condition',
  recordedAt,
  providerId: authorId,
  visible: true,
};

test('an item holds the whole headline, and what the release before reads', () => {
  const item = toHeadlineItem(headline);
  assert.deepEqual(item, { ...flat, headline: JSON.stringify(headline) });
  assert.deepEqual(readHeadlineItem({ ...item }), headline);
  assert.deepEqual(headlineOfReleaseBefore.parse(item), flat);
});

test('an item of the release before is read as one of this', () => {
  assert.deepEqual(readHeadlineItem(flat), headline);
});

test('what a later release says of an entry stays in its item', () => {
  const later = readEntryHeadline({ ...headline, place: 'ward 3' });
  const item = toHeadlineItem(later);
  assert.equal(JSON.parse(item.headline).place, 'ward 3');
  assert.deepEqual(readHeadlineItem({ ...item }), later);
});

test('a headline as it is answered names its provider', () => {
  const { providerId, entryId: id } = toRecordHeadline(headline);
  assert.deepEqual([providerId, id], [authorId, entryId]);
});

test('a headline without kind or time is never written', () => {
  assert.throws(() => toHeadlineItem({ ...headline, kind: '' }), /no kind or time/);
  assert.throws(() => toHeadlineItem({ ...headline, recordedAt: '' }), /no kind or time/);
});

test('a headline that takes more than 8 kB is never written', () => {
  assert.throws(() => toHeadlineItem({ ...headline, kind: 'x'.repeat(8192) }), /more than 8192/);
});
