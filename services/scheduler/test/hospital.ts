import { randomUUID } from 'node:crypto';
import type { Pool } from '@healthbooker/runtime/postgres';

/** People and places of a small hospital: cardiology in London (two of one team), skin in Karachi. */
export type Hospital = {
  heart: { provider: string; colleague: string };
  skin: { provider: string };
};

/**
 * Writes directory and sessions; no slots yet. Cardiology: Dr Heart every day 09:00 to 12:00 and 13:00 to 15:00 in
 * London, Dr Colleague every day 09:00 to 11:00; half-hour visits. Skin: every day 10:00 to 12:00 in Karachi,
 * every second start kept for urgent needs until a day before.
 */
export async function fillHospital(pool: Pool, from: string): Promise<Hospital> {
  const [heart, colleague, skin] = [randomUUID(), randomUUID(), randomUUID()];
  await pool.query(`
    insert into specialty(id, name, plain_name) values ('cardiology', 'Cardiology', 'Heart'), ('dermatology', 'Dermatology', 'Skin');
    insert into region(id, name) values ('london', 'London'), ('karachi', 'Karachi');
    insert into location(id, name, address, time_zone, phone, step_free_route, region_id) values
      ('london', 'London Clinic', '1 River Road', 'Europe/London', '+44 20 7946 0000', 'Lift at the side entrance', 'london'),
      ('karachi', 'Karachi Clinic', '2 Sea View', 'Asia/Karachi', '+92 21 0000 000', 'Ramp', 'karachi');
    insert into team(id, name) values ('heart-team', 'Heart'), ('skin-team', 'Skin');
    insert into visit_type(id, specialty_id, name, preparation, length_min, buffer_after_min, notice_min) values
      ('heart-visit', 'cardiology', 'Heart visit', 'Bring your medicines', 30, 0, 120),
      ('skin-visit', 'dermatology', 'Skin visit', 'No make-up', 25, 5, 120);`);
  await pool.query(
    `insert into provider(id, name, title, team_id) values
      ($1, 'Dr Heart', 'Consultant', 'heart-team'), ($2, 'Dr Colleague', 'Registrar', 'heart-team'),
      ($3, 'Dr Skin', 'Consultant', 'skin-team')`,
    [heart, colleague, skin],
  );
  await pool.query(
    `insert into provider_specialty(provider_id, specialty_id) values
      ($1, 'cardiology'), ($2, 'cardiology'), ($3, 'dermatology')`,
    [heart, colleague, skin],
  );
  const session = `insert into session(id, provider_id, location_id, visit_type_id, weekday, starts, ends, effective,
      reserved_for, reserved_share, release_before_min)
    select gen_random_uuid(), $1, $2, $3, day, $4, $5, daterange($6, null), $7, $8, 1440 from generate_series(1, 7) as day`;
  await pool.query(session, [heart, 'london', 'heart-visit', '09:00', '12:00', from, null, 0]);
  await pool.query(session, [heart, 'london', 'heart-visit', '13:00', '15:00', from, null, 0]);
  await pool.query(session, [colleague, 'london', 'heart-visit', '09:00', '11:00', from, null, 0]);
  await pool.query(session, [skin, 'karachi', 'skin-visit', '10:00', '12:00', from, 'urgent', 0.5]);
  return { heart: { provider: heart, colleague }, skin: { provider: skin } };
}
