import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Answers,
  type Asked,
  firstOpenStep,
  forSomebodyElse,
  noAnswers,
  problemsOf,
  proposalRequest,
  stepsFor,
  withReferral,
  withSpecialty,
} from './answers.ts';

const usual: Asked = { whom: false, order: false, help: true };
const complete: Answers = { ...noAnswers, emergency: 'no', specialtyId: 's1', visitTypeId: 'v1' };

test('the first open question is the one to show', () => {
  assert.equal(firstOpenStep(noAnswers, usual), 'first');
  assert.equal(firstOpenStep({ ...noAnswers, emergency: 'no' }, usual), 'clinic');
  assert.equal(firstOpenStep({ ...noAnswers, emergency: 'no', specialtyId: 's1' }, usual), 'visit');
  assert.equal(firstOpenStep(complete, usual), undefined);
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
  assert.equal(request.symptoms?.gettingWorse, true);
});

test('a reason that is too long is named', () => {
  assert.deepEqual(
    problemsOf('about', { ...complete, reason: 'x'.repeat(501) }).map(({ field }) => field),
    ['reason'],
  );
});

test('an order answers which clinic and how urgent, and nothing else', () => {
  const asked = { whom: true, order: true, help: false };
  const order = { id: 'r1', specialtyId: 's2', visitTypeId: 'v2', providerId: 'p2' };
  const ordered = withReferral({ ...complete, whom: 'myself', daysOfWeek: [1] }, order);
  assert.deepEqual(stepsFor(ordered, asked), ['whom', 'first', 'order', 'when']);
  assert.equal(firstOpenStep(ordered, asked), undefined);
  const { emergency: _, ...unasked } = ordered;
  assert.equal(firstOpenStep(unasked, asked), 'first');
  assert.deepEqual(
    proposalRequest(ordered, () => 'unused'),
    { specialtyId: 's2', visitTypeId: 'v2', providerId: 'p2', daysOfWeek: [1], referralId: 'r1' },
  );
  const anyVisit = withReferral(complete, { ...order, visitTypeId: '' });
  assert.deepEqual(stepsFor(anyVisit, { ...asked, whom: false }), ['first', 'order', 'visit', 'when']);
});

test('of another person nothing that was said of the one before is known', () => {
  const order = { id: 'r1', specialtyId: 's2', visitTypeId: 'v2', providerId: 'p2' };
  const said: Answers = { ...complete, whom: 'p9', reason: 'Knee', signs: ['gettingWorse'], daysOfWeek: [1] };
  const other = forSomebodyElse(withReferral(said, order));
  assert.deepEqual(other, { ...noAnswers, whom: 'p9', daysOfWeek: [1] });
});

test('without an order the questions come back, and what it said is forgotten', () => {
  const asked = { whom: false, order: true, help: true };
  assert.equal(firstOpenStep(complete, asked), 'order');
  const ordered = withReferral(complete, {
    id: 'r1',
    specialtyId: 's2',
    visitTypeId: 'v2',
    providerId: 'p2',
  });
  const without = withReferral(ordered, undefined);
  assert.equal(without.providerId, '');
  assert.equal(firstOpenStep(without, asked), 'clinic');
  assert.deepEqual(withReferral(complete, undefined), { ...complete, referralId: '' });
});
