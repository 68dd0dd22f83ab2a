import { randomUUID } from 'node:crypto';
import { workloadToken } from '@healthbooker/local/test/tokens';
import { newTrace } from '@healthbooker/runtime/trace';
import type { Pool } from 'pg';
import { materialise } from '../calendar/materialise.ts';
import { type Person, START, type TestScheduler } from './service.ts';

/** As appointment calls: under its own token. */
export const asAppointment = () => ({
  token: () => workloadToken('appointment', 'scheduler'),
  deadline: Date.now() + 10_000,
  trace: newTrace(),
});

/**
 * Gives the small hospital's cardiology a second region and more places: Dr Abroad in Karachi and Dr Steps in a London
 * place without a way in for wheelchairs, both every day 08:00 to 12:00, so that theirs are the earliest times; and Dr Near
 * in another place of London, every day 15:00 to 17:00.
 */
export async function addRegions(pool: Pool): Promise<{ abroad: string; steps: string; near: string }> {
  const [abroad, steps, near] = [randomUUID(), randomUUID(), randomUUID()];
  await pool.query(`
    insert into location(id, name, address, time_zone, phone, step_free_route, region_id, latitude, longitude) values
      ('karachi-heart', 'Karachi Heart Clinic', '3 Sea View', 'Asia/Karachi', '+92 21 0000 001', 'Lift', 'karachi', 24.8, 67.0),
      ('stairs', 'Old House', '9 Steep Lane', 'Europe/London', '+44 20 7946 0001', '', 'london', 51.6, -0.1),
      ('near', 'New House', '10 Flat Lane', 'Europe/London', '+44 20 7946 0002', 'Level entrance', 'london', 51.5, -0.2)`);
  await pool.query(
    `insert into provider(id, name, title, team_id) values ($1, 'Dr Abroad', 'Consultant', 'heart-team'),
       ($2, 'Dr Steps', 'Consultant', 'heart-team'), ($3, 'Dr Near', 'Consultant', 'heart-team')`,
    [abroad, steps, near],
  );
  await pool.query(
    `insert into provider_specialty(provider_id, specialty_id)
     values ($1, 'cardiology'), ($2, 'cardiology'), ($3, 'cardiology')`,
    [abroad, steps, near],
  );
  const session = `insert into session(id, provider_id, location_id, visit_type_id, weekday, starts, ends, effective)
    select gen_random_uuid(), $1, $2, 'heart-visit', day, $3, $4, daterange('2026-01-01', null)
    from generate_series(1, 7) as day`;
  await pool.query(session, [abroad, 'karachi-heart', '08:00', '12:00']);
  await pool.query(session, [steps, 'stairs', '08:00', '12:00']);
  await pool.query(session, [near, 'near', '15:00', '17:00']);
  await materialise(pool, START);
  return { abroad, steps, near };
}

/** What appointment tells of a profile. */
export async function setReach(
  scheduler: TestScheduler,
  { id: patientId }: Person,
  reach: { regionId?: string; needsStepFree?: boolean; profileVersion?: number },
): Promise<void> {
  await scheduler.call(
    'SetPatientReach',
    { patientId, regionId: '', needsStepFree: false, profileVersion: 1, ...reach },
    asAppointment(),
  );
}
