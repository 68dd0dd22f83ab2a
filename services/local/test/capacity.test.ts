import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type TestHospital, testHospital } from './hospital.ts';
import { callEdge, startSystem, type TestSystem } from './system.ts';
import { accessToken } from './tokens.ts';

const symptoms = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };

let system: TestSystem;
let hospital: TestHospital;
let slots: string[];

before(async () => {
  system = await startSystem();
  hospital = await testHospital(system.databases.scheduler);
  slots = await hospital.addSlots(new Date(Math.ceil(Date.now() / 864e5 + 5) * 864e5 + 9 * 36e5), 16);
});
after(async () => {
  await hospital?.close();
  await system?.stop();
});

const freeSlot = () => slots.shift() ?? assert.fail('there are no slots left');
const need = () => ({ specialtyId: hospital.specialtyId, visitTypeId: hospital.visitTypeId, symptoms });

/** One account in both groups, acting at the patients' edge and at the clinic's. */
async function twoRoles(sub: string, group: 'Providers' | 'Receptionists') {
  const groups = ['Patients', group];
  const tokens = {
    patient: await accessToken({ sub, groups, capacity: 'patient' }),
    staff: await accessToken({ sub, groups, capacity: 'staff' }),
  };
  const call =
    (edge: 'patient-edge' | 'clinic-edge', token: string) => (method: string, path: string, body?: unknown) =>
      callEdge(system.services[edge], method, path, { token, ...(body !== undefined && { body }) });
  return {
    sub,
    tokens,
    asPatient: call('patient-edge', tokens.patient),
    asStaff: call('clinic-edge', tokens.staff),
  };
}

for (const [who, group] of [
  ['a clinician', 'Providers'],
  ['a receptionist', 'Receptionists'],
] as const) {
  test(`${who} who is a patient too does nothing for a stranger at the patients’ edge`, async () => {
    const own = group === 'Providers' ? hospital.providers[0] : randomUUID();
    const { asPatient, asStaff } = await twoRoles(own, group);
    const stranger = randomUUID();
    const slotId = freeSlot();
    const tries = {
      booking: ['/v1/appointments', { patientId: stranger, slotId, reason: 'x', symptoms }],
      hold: ['/v1/holds', { patientId: stranger, slotId }],
      proposal: ['/v1/proposals', { patientId: stranger, ...need() }],
      'waiting list': ['/v1/waitlist', { patientId: stranger, need: need(), reason: '', autoAccept: false }],
      series: [
        '/v1/series',
        { patientId: stranger, everyWeeks: 1, slotIds: [slotId, freeSlot()], reason: 'x', symptoms },
      ],
    } as const;
    const done: string[] = [];
    for (const [what, [path, body]] of Object.entries(tries)) {
      const { status } = await asPatient('POST', path, body);
      if (status !== 404) done.push(`${what}: ${status}`);
    }
    assert.deepEqual(done, []);
    const chart = await asStaff('GET', `/clinic/v1/patients/${stranger}/chart`);
    assert.ok(chart.status === 404 || chart.status === 403, String(chart.status));
  });
}
