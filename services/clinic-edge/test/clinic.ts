import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type TestHospital, testHospital } from '@healthbooker/local/test/hospital';
import { type Answer, callEdge, startSystem, type TestSystem } from '@healthbooker/local/test/system';
import { accessToken } from '@healthbooker/local/test/tokens';
import { Appointment } from '@healthbooker/protos/json/appointment';
import { z } from 'zod';

export const symptoms = {
  emergencySigns: false,
  gettingWorse: false,
  limitsDailyLife: false,
  longStanding: true,
};
export const Booked = z.object({ appointment: Appointment });
export const Problem = z.object({
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});

export type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

/** Somebody's calls of an edge. */
export type As = (sub: string, group: string, edge?: 'clinic-edge' | 'patient-edge') => Promise<Call>;

/** A clinic with its staff, and a patient who has booked with its first provider. */
export type Clinic = {
  system: TestSystem;
  hospital: TestHospital;
  as: As;
  provider: Call;
  otherTeam: Call;
  reception: Call;
  admin: Call;
  patientId: string;
  appointment: z.output<typeof Appointment>;
  stop(): Promise<void>;
};

export async function startClinic(): Promise<Clinic> {
  const system = await startSystem();
  const hospital = await testHospital(system.databases.scheduler);
  const as: As = async (sub, group, edge = 'clinic-edge') => {
    const token = await accessToken({ sub, groups: [group] });
    return (method, path, body, headers) =>
      callEdge(system.services[edge], method, path, {
        token,
        ...(body !== undefined && { body }),
        ...(headers && { headers }),
      });
  };
  const start = new Date(Math.floor(Date.now() / 864e5) * 864e5 + 3 * 864e5 + 9 * 36e5);
  const [slotId] = await hospital.addSlots(start, 4);
  const patientId = randomUUID();
  const patient = await as(patientId, 'Patients', 'patient-edge');
  const booked = await patient('POST', '/v1/appointments', { slotId, reason: 'Private words', symptoms });
  assert.equal(booked.status, 201, JSON.stringify(booked.body));
  return {
    system,
    hospital,
    as,
    provider: await as(hospital.providers[0], 'Providers'),
    otherTeam: await as(hospital.providers[1], 'Providers'),
    reception: await as(randomUUID(), 'Receptionists'),
    admin: await as(randomUUID(), 'Admins'),
    patientId,
    appointment: Booked.parse(booked.body).appointment,
    async stop() {
      await hospital.close();
      await system.stop();
    },
  };
}
