import { randomUUID } from 'node:crypto';
import type { RawService } from '../access/raw-call.ts';
import type { TestHospital } from '../hospital.ts';
import { accessToken, workloadToken } from '../tokens.ts';
import type { Victim } from './victim.ts';

export const skin = { specialtyId: 'dermatology', visitTypeId: 'skin-first', locationId: 'north' };

/** The other specialty: of its clinicians none has to do with hearts. */
export async function openSkinClinic({ pool }: TestHospital): Promise<void> {
  await pool.query(`insert into specialty values ('dermatology', 'Dermatology', 'Skin')`);
  await pool.query(
    `insert into visit_type (id, specialty_id, name, preparation, length_min, notice_min)
     values ('skin-first', 'dermatology', 'First visit', '', 10, 0)`,
  );
}

/** A clinician of that specialty, in a team of their own. Returns the id of their one session, which slots are of. */
export async function hire({ pool }: TestHospital, providerId: string, name: string): Promise<string> {
  const sessionId = randomUUID();
  const team = `team-${providerId.slice(0, 8)}`;
  await pool.query('insert into team values ($1, $2)', [team, name]);
  await pool.query(`insert into provider (id, name, title, team_id) values ($1, $2, 'Consultant', $3)`, [
    providerId,
    name,
    team,
  ]);
  await pool.query('insert into provider_specialty values ($1, $2)', [providerId, skin.specialtyId]);
  await pool.query(
    `insert into session (id, provider_id, location_id, visit_type_id, weekday, starts, ends, effective,
       materialised_until)
     values ($1, $2, 'north', 'skin-first', 1, '08:00', '18:00', '[2020-01-01,2020-01-02)', '2020-01-02')`,
    [sessionId, providerId],
  );
  return sessionId;
}

/** Free slots of ten minutes, one after the other. */
export async function addSkinSlots(
  { pool }: TestHospital,
  providerId: string,
  sessionId: string,
  from: Date,
  count: number,
): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into slot (id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id,
       visit_type_id, start_at, end_at, blocks, state)
     select gen_random_uuid(), $1, at at time zone 'Europe/London', 1, gen_random_uuid(), $2, 'dermatology', 'north',
       'skin-first', at, at + interval '10 minutes', tstzrange(at, at + interval '10 minutes'), 'free'
     from generate_series(0, $4::int - 1) n, lateral (select $3::timestamptz + n * interval '10 minutes') x(at)
     returning id`,
    [sessionId, providerId, from, count],
  );
  return rows.map(({ id }) => id);
}

/** A link to a victim's record for a stranger, which somebody of reception made and another has to confirm. */
export async function linkToConfirm(scheduler: RawService, victim: Victim): Promise<string> {
  const wish = {
    patientId: victim.id,
    proxyId: randomUUID(),
    scope: 'PROXY_SCOPE_RECORD',
    evidence: 'A signed form',
    reason: 'Asked for at the desk',
    patientBirthDate: '1985-12-10',
  };
  const colleague = await accessToken({ sub: randomUUID(), groups: ['Receptionists'] });
  const edge = await workloadToken('clinic-edge', 'scheduler');
  const { link } = await scheduler.call('GrantProxy', wish, colleague, edge);
  return (link as { id: string }).id;
}
