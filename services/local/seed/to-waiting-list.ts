import { createHash } from 'node:crypto';
import { readWaitlistEntryVersion } from '@healthbooker/protos/gen/readers';
import { RULE_VERSION } from '@healthbooker/scheduler/engine/decide';
import { insertRows, inTransaction } from './insert-rows.ts';
import { officeStaff } from './staff.ts';
import type { Waiting } from './waiting.ts';

const urgencyNames = {
  routine: 'URGENCY_ROUTINE',
  soon: 'URGENCY_SOON',
  urgent: 'URGENCY_URGENT',
} as const;

/** Writes entries of the waiting list as the scheduler keeps them: each version with its decision and its event. */
export async function seedWaitingList(url: string, waiting: readonly Waiting[]): Promise<void> {
  await inTransaction(url, async (client) => {
    await insertRows(client, 'waitlist_entry', waiting.map(entryRow));
    await insertRows(client, 'decision', waiting.flatMap(decisionRows));
    await insertRows(client, 'outbox', waiting.flatMap(outboxRows));
  });
}

type Version = { version: number; change: 'joined' | 'contacted'; at: string };

/** Joining, and the call that followed. */
function versionsOf({ enrolledAt, contact }: Waiting): Version[] {
  return [
    { version: 1, change: 'joined', at: enrolledAt },
    ...(contact === null ? [] : [{ version: 2, change: 'contacted' as const, at: contact.at }]),
  ];
}

function entryRow(entry: Waiting) {
  const { patient, specialty, contact, reason, needs } = entry;
  const versions = versionsOf(entry);
  const last = versions.at(-1);
  return {
    appointment_id: entry.id,
    patient_id: patient.id,
    specialty_id: specialty,
    visit_type_id: entry.visitTypeId,
    provider_id: entry.providerId,
    location_id: null,
    region_ids: [patient.regionId],
    earliest_date: null,
    latest_date: null,
    times_of_day: entry.timesOfDay,
    days_of_week: entry.daysOfWeek,
    mode: entry.mode,
    is_longer: needs.length > 0,
    urgency: entry.urgency,
    target_date: entry.targetDate,
    auto_accept: false,
    tie_break: entry.id,
    details: { reason, needs, ...(contact === null ? {} : { contact }) },
    enrolled_at: entry.enrolledAt,
    changed_at: last?.at,
    version: versions.length,
    misses: 0,
    state: 'waiting',
    change: last?.change,
  };
}

function decisionRows(entry: Waiting) {
  const reception = officeStaff.find(({ group }) => group === 'Receptionists');
  return versionsOf(entry).map(({ version, change, at }) => {
    const request = { appointmentId: entry.id, patientId: entry.patient.id, change };
    const isOwn = change === 'joined';
    const outcome = entry.contact?.outcome;
    return {
      appointment_id: entry.id,
      version,
      op_key: `seed-${version}-${entry.id}`,
      request_sha256: `\\x${createHash('sha256').update(JSON.stringify(request)).digest('hex')}`,
      rule_version: RULE_VERSION,
      inputs: {
        actor: isOwn ? entry.patient.id : (reception?.id ?? ''),
        askedBy: isOwn ? 'patient' : 'staff',
        request,
        seen: { rule: 'note', ...(isOwn || outcome === undefined ? {} : { outcome }) },
      },
      outcome: { change, state: 'waiting', entry: eventOf(entry, { version, change, at }) },
      decided_at: at,
    };
  });
}

function outboxRows(entry: Waiting) {
  return versionsOf(entry).map((version) => ({
    key: entry.id,
    version: version.version,
    type: 'waitlist.changed',
    payload: eventOf(entry, version),
    created_at: version.at,
    published_at: version.at,
  }));
}

/** The version as events and decisions keep it. */
function eventOf(entry: Waiting, { version, change, at }: Version) {
  return readWaitlistEntryVersion({
    appointmentId: entry.id,
    version,
    patientId: entry.patient.id,
    state: 'WAITLIST_STATE_WAITING',
    change,
    urgency: urgencyNames[entry.urgency],
    waitingSinceAt: entry.enrolledAt,
    targetDate: entry.targetDate,
    autoAccept: false,
    misses: 0,
    changedAt: at,
  });
}
