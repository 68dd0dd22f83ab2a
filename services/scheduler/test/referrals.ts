import { randomUUID } from 'node:crypto';
import type { Person, TestScheduler } from './service.ts';

/** An urgent referral of a patient by the heart clinic, to the skin clinic unless said otherwise. Its id. */
export async function makeReferral(
  { pool, hospital }: Pick<TestScheduler, 'pool' | 'hospital'>,
  patient: Person,
  { specialty = 'dermatology', withdrawn = false }: { specialty?: string; withdrawn?: boolean } = {},
): Promise<string> {
  const id = randomUUID();
  await pool.query(
    `insert into referral(id, patient_id, kind, specialty_id, urgency, due_date, ordered_by, ordered_at, op_key,
       withdrawn_at)
     values ($1, $2, 'referral', $3, 'urgent', '2026-12-11', $4, '2026-11-30', $5, $6)`,
    [
      id,
      patient.id,
      specialty,
      hospital.heart.provider,
      randomUUID(),
      withdrawn ? new Date('2026-12-01') : null,
    ],
  );
  return id;
}
