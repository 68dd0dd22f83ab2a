import { randomUUID } from 'node:crypto';
import type { TestHospital } from '@healthbooker/local/test/hospital';

/**
 * Has the first provider of the hospital see the patient in ten days and `hours` hours, without asking the scheduler.
 * @returns the visit's id
 */
export async function putInCare(hospital: TestHospital, patientId: string, hours: number): Promise<string> {
  const appointmentId = randomUUID();
  const start = new Date(Date.now() + 10 * 864e5 + hours * 3_600_000);
  const [slotId] = await hospital.addSlots(start, 1);
  await hospital.pool.query(`update slot set state = 'booked' where id = $1`, [slotId]);
  await hospital.pool.query(
    `insert into reservation (appointment_id, patient_id, slot_id, during, version, status, sequence, details,
       booked_at, changed_at)
     select $1, $2, id, during, 1, 'booked', 0, '{}', now(), now() from slot where id = $3`,
    [appointmentId, patientId, slotId],
  );
  return appointmentId;
}
