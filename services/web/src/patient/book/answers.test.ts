import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Answers,
  firstOpenStep,
  noAnswers,
  problemsOf,
  proposalRequest,
  withSpecialty,
} from './answers.ts';

const complete: Answers = { ...noAnswers, emergency: 'no', specialtyId: 's1', visitTypeId: 'v1' };

test('the first open question is the one to show', () => {
  assert.equal(firstOpenStep(noAnswers), 'first');
  assert.equal(firstOpenStep({ ...noAnswers, emergency: 'no' }), 'clinic');
  assert.equal(firstOpenStep({ ...noAnswers, emergency: 'no', specialtyId: 's1' }), 'visit');
  assert.equal(firstOpenStep(complete), undefined);
});

test('another clinic drops what belonged to the one before, the same one keeps it', () => {
  const chosen: Answers = { ...complete, providerId: 'p1', locationId: 'l1', reason: 'Knee' };
  assert.equal(withSpecialty(chosen, 's1'), chosen);
  const other = withSpecialty(chosen, 's2');
  assert.equal(other.visitTypeId, undefined);
  assert.equal(other.providerId, '');
  assert.equal(other.locationId, '');
  assert.equal(other.reason, 'Knee');
});

test('the request holds only what was answered', () => {
  assert.deepEqual(
    proposalRequest(complete, () => 'unused'),
    {
      specialtyId: 's1',
      visitTypeId: 'v1',
      symptoms: { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: false },
    },
  );
});

test('wishes and signs are passed on', () => {
  const request = proposalRequest(
    {
      ...complete,
      signs: ['gettingWorse'],
      daysOfWeek: [1, 5],
      timesOfDay: ['afternoon'],
      earliestWeeks: 2,
      providerId: 'p1',
    },
    (days) => `in ${days} days`,
  );
  assert.equal(request.earliestDate, 'in 14 days');
  assert.deepEqual(request.daysOfWeek, [1, 5]);
  assert.deepEqual(request.timesOfDay, ['afternoon']);
  assert.equal(request.providerId, 'p1');
  assert.equal(request.symptoms.gettingWorse, true);
});

test('a reason that is too long is named', () => {
  assert.deepEqual(
    problemsOf('about', { ...complete, reason: 'x'.repeat(501) }).map(({ field }) => field),
    ['reason'],
  );
});
