import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type TestHospital, testHospital } from '@healthbooker/local/test/hospital';
import { callEdge, startSystem, type TestSystem } from '@healthbooker/local/test/system';
import { accessToken } from '@healthbooker/local/test/tokens';
import { Appointment } from '@healthbooker/protos/json/appointment';
import { z } from 'zod';

const symptoms = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };
const Problem = z.object({ errors: z.array(z.object({ field: z.string() })) });

let system: TestSystem;
let hospital: TestHospital;
let slotIds: string[];
before(async () => {
  system = await startSystem();
  hospital = await testHospital(system.databases.scheduler);
  slotIds = await hospital.addSlots(new Date(Date.now() + 3 * 864e5), 6);
});
after(async () => {
  await hospital?.close();
  await system?.stop();
});

test('a time out of reach is taken by no door but when both the region and the steps are agreed to', async () => {
  const personId = randomUUID();
  const token = await accessToken({ sub: personId, groups: ['Patients'] });
  const { pool } = hospital;
  const [one, two, three, four, five, six] = slotIds;
  const post = (path: string, body: object) =>
    callEdge(system.services['patient-edge'], 'POST', path, {
      token,
      body,
      headers: { 'idempotency-key': randomUUID() },
    });
  const isRefused = async (path: string, body: object, field: string, status: number) => {
    for (const agreed of [{}, { otherRegionAgreed: true }, { stepsAgreed: true }]) {
      const refused = await post(path, { ...body, ...agreed });
      assert.equal(refused.status, 400, `${path} ${JSON.stringify(refused.body)}`);
      assert.equal(Problem.parse(refused.body).errors?.[0]?.field, field, path);
    }
    const both = { ...body, otherRegionAgreed: true, stepsAgreed: true };
    const taken = await post(path, both);
    assert.equal(taken.status, status, `${path} ${JSON.stringify(taken.body)}`);
    return taken.body;
  };
  const here = { reason: 'Palpitations', symptoms };
  const booking = await post('/v1/appointments', { ...here, slotId: one });
  const { appointment } = z.object({ appointment: Appointment }).parse(booking.body);
  await pool.query("insert into region(id, name) values ('far', 'Far')");
  await pool.query(
    "insert into location select 'up', name, address, time_zone, phone, '', 'far' from location",
  );
  const upstairs = [two, three, four, five, six];
  await pool.query("update slot set location_id = 'up' where id = any ($1::uuid[])", [upstairs]);
  await pool.query('insert into patient_reach values ($1, null, true, 1, now())', [personId]);
  const move = { version: 1, slotId: two };
  await isRefused(`/v1/appointments/${appointment.id}/move`, move, 'slotId', 200);
  await pool.query("update patient_reach set region_id = 'london' where patient_id = $1", [personId]);
  await isRefused('/v1/holds', { slotId: three }, 'slotId', 201);
  await isRefused('/v1/appointments', { ...here, slotId: three }, 'slotId', 201);
  const series = { everyWeeks: 1, slotIds: [four, five], reason: '' };
  const booked = z
    .object({ seriesId: z.string(), appointments: z.array(Appointment) })
    .parse(await isRefused('/v1/series', series, 'slotIds.0', 201));
  // Back in reach, and out of it again.
  await pool.query("update slot set location_id = 'north' where id = $1", [four]);
  const first = { appointmentId: booked.appointments[0]?.id, scope: 'this', slotId: six };
  const versions = [{ id: first.appointmentId, version: 1 }];
  await isRefused(`/v1/series/${booked.seriesId}/move`, { ...first, versions }, 'slotId', 200);
});
