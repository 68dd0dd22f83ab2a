import { createHash } from 'node:crypto';
import { regionOf } from '@healthbooker/appointment/regions/region-of';
import { materialise } from '@healthbooker/scheduler/calendar/materialise';
import { RULE_VERSION } from '@healthbooker/scheduler/engine/decide';
import pg from 'pg';
import { insertAbsences } from './absences.ts';
import { isByStaff, likeness, seenOf } from './decisions.ts';
import { locations, regions, specialties, visitTypeId, visitTypes } from './directory.ts';
import { insertRows, inTransaction } from './insert-rows.ts';
import type { Patient } from './patients.ts';
import { instant, reservationVersions } from './reservations.ts';
import { officeStaff, providers } from './staff.ts';
import { daysFrom, type Opening, opened_days_ago, openingsBetween, type Visit } from './visits.ts';

const buffer_ms = 5 * 60_000;
/** Visits in the days ahead were chosen among others; those before are told of without. */
const shown_days = 75;

/**
 * Writes the directory and the visits as the scheduler keeps them: booked slots, reservations, a decision and a
 * published event per version. The free slots around them are made by the scheduler's own job, which would
 * otherwise leave the first people who look with nothing to choose from.
 */
export async function seedScheduler(
  url: string,
  { patients, visits, today }: { patients: readonly Patient[]; visits: readonly Visit[]; today: string },
): Promise<void> {
  await inTransaction(url, async (client) => {
    await insertDirectory(client, today);
    await insertRows(client, 'slot', visits.map(slotRow(Date.parse(today))));
    await insertRows(client, 'reservation', visits.map(reservationRow));
    const shown = { from: today, until: daysFrom(today, shown_days) };
    const openings = Map.groupBy(openingsBetween(shown, today), likeness);
    const rows = visits.flatMap((visit) => decisionRows(visit, openings.get(likeness(visit.opening)) ?? []));
    await insertRows(client, 'patient_reach', patients.map(reachRow));
    await insertRows(client, 'decision', rows);
    await insertRows(client, 'outbox', visits.flatMap(outboxRows));
    await insertAbsences(client, visits, today);
  });
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  await materialise(pool, new Date());
  await pool.end();
}

/** What appointment tells of a profile. */
function reachRow({ id, postcode, accessNeeds }: Patient) {
  return {
    patient_id: id,
    region_id: regionOf(postcode) ?? null,
    needs_step_free: accessNeeds.includes('Step-free access'),
    profile_version: 1,
    changed_at: new Date(),
  };
}

async function insertDirectory(client: pg.Client, today: string): Promise<void> {
  await insertRows(
    client,
    'specialty',
    specialties.map(({ id, name, plain_name }) => ({ id, name, plain_name })),
  );
  await insertRows(client, 'region', regions);
  await insertRows(client, 'location', locations);
  await insertRows(
    client,
    'team',
    specialties.map(({ id, name }) => ({ id: `${id}-team`, name: `${name} team` })),
  );
  await insertRows(client, 'visit_type', visitTypes);
  await insertRows(
    client,
    'provider',
    providers.map(({ id, name, title, teamId }) => ({ id, name, title, team_id: teamId, is_active: true })),
  );
  await insertRows(
    client,
    'provider_specialty',
    providers.map(({ id, specialty }) => ({ provider_id: id, specialty_id: specialty })),
  );
  await insertRows(
    client,
    'session',
    providers.flatMap((provider) =>
      provider.sessions.map(({ id, weekday, starts, ends, location, kind, seats, carveOut }) => ({
        id,
        provider_id: provider.id,
        location_id: location,
        visit_type_id: visitTypeId(provider.specialty, kind),
        weekday,
        starts,
        ends,
        seats,
        effective: `[${daysFrom(today, -opened_days_ago)},)`,
        reserved_for: carveOut?.urgency ?? null,
        reserved_share: carveOut?.share ?? 0,
        release_before_min: carveOut?.releaseBefore_min ?? 0,
      })),
    ),
  );
}

function slotRow(todayMs: number) {
  return ({ opening, versions }: Visit) => {
    const { provider, session, startMs, endMs } = opening;
    const isGivenBack = versions.at(-1)?.status === 'cancelled';
    return {
      id: opening.id,
      session_id: session.id,
      local_start: opening.localStart,
      seat: opening.seat,
      visit_id: opening.visitId,
      provider_id: provider.id,
      specialty_id: provider.specialty,
      location_id: session.location,
      visit_type_id: visitTypeId(provider.specialty, session.kind),
      start_at: instant(startMs),
      end_at: instant(endMs),
      blocks: range(startMs, endMs + buffer_ms),
      reserved_for: opening.reservedFor,
      release_at: opening.releaseAtMs === null ? null : instant(opening.releaseAtMs),
      is_retired: false,
      state: isGivenBack ? (startMs < todayMs ? 'closed' : 'free') : 'booked',
    };
  };
}

function reservationRow(visit: Visit) {
  const now = reservationVersions(visit).at(-1);
  const { status, atMs } = visit.versions.at(-1) ?? { status: 'booked', atMs: visit.opening.startMs };
  return {
    appointment_id: visit.id,
    patient_id: visit.patient.id,
    slot_id: visit.opening.id,
    during: range(visit.opening.startMs, visit.opening.endMs),
    version: visit.versions.length,
    status,
    sequence: now?.sequence ?? 0,
    details: { reason: visit.reason, urgency: 'routine' },
    booked_at: now?.bookedAt,
    changed_at: instant(atMs),
  };
}

/** Who books for a patient: a receptionist, and never a clinician, as that gives them no right to the chart. */
function deskOf({ patient }: Visit): string {
  const desk = officeStaff.find(({ id, group }) => group === 'Receptionists' && id !== patient.id);
  if (!desk) throw new Error('The hospital has no receptionist');
  return desk.id;
}

function decisionRows(visit: Visit, openings: readonly Opening[]) {
  return reservationVersions(visit).map((reservation, index) => {
    const change = visit.versions[index]?.change;
    const request = {
      appointmentId: visit.id,
      patientId: visit.patient.id,
      slotId: visit.opening.id,
      change,
    };
    const byPatient = change === 'cancelled' || (change === 'booked' && !isByStaff(visit));
    return {
      appointment_id: visit.id,
      version: reservation.version,
      op_key: `seed-${reservation.version}-${visit.id}`,
      request_sha256: `\\x${createHash('sha256').update(JSON.stringify(request)).digest('hex')}`,
      rule_version: RULE_VERSION,
      inputs: {
        actor: byPatient ? visit.patient.id : change === 'booked' ? deskOf(visit) : visit.opening.provider.id,
        askedBy: byPatient ? 'patient' : 'staff',
        request,
        seen: seenOf(visit, index, openings),
      },
      outcome: {
        change,
        status: visit.versions[index]?.status,
        startAt: reservation.slot?.startAt,
        reservation,
      },
      decided_at: reservation.changedAt,
    };
  });
}

function outboxRows(visit: Visit) {
  return reservationVersions(visit).map((reservation) => ({
    key: visit.id,
    version: reservation.version,
    type: 'appointment.changed',
    payload: reservation,
    created_at: reservation.changedAt,
    published_at: reservation.changedAt,
  }));
}

function range(fromMs: number, toMs: number): string {
  return `[${instant(fromMs)},${instant(toMs)})`;
}
