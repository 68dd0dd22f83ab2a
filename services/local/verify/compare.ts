import { type AppointmentRow, type HeadlineRow, type Items, readItems } from './read-items.ts';
import { withDatabase } from './sql.ts';
import type { Acknowledged, Finding, VerifiedStores } from './types.ts';

/** Each appointment as the scheduler has it, whole seconds as the table writes them. */
const reservations = `
select appointment_id as id, patient_id as "patientId", version, status,
  to_char(lower(during) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startAt"
from reservation`;

/** Every version of an entry that was announced. */
const announced = `
select key || '/' || version as id, payload->>'patientId' as "patientId", (payload->>'visible')::boolean as visible
from outbox where type = 'record.added'`;

/**
 * Changes of appointments that the ledger must know of: published in the last day, still the current version, and
 * one a patient hears of.
 */
const toBeTold = `
select r.appointment_id || '/' || r.sequence as id
from reservation r join outbox o on o.key = r.appointment_id::text and o.version = r.version
where r.status in ('booked', 'cancelled') and o.published_at > now() - interval '1 day'`;

const told = `select subject_id || '/' || sequence as id from message`;

/** The table shows exactly the scheduler's appointments, each in its newest version. */
async function compareTable({ databases, dynamodb }: VerifiedStores): Promise<Finding[]> {
  if (databases.scheduler === undefined || dynamodb === undefined) return [];
  // The table first: what is committed in between is newer in the scheduler, and is looked at again.
  const { appointments } = await readItems(dynamodb);
  const rows = await withDatabase(databases.scheduler, (client) =>
    client.query<AppointmentRow & { id: string }>(reservations),
  );
  const findings: Finding[] = [];
  for (const { id, ...row } of rows.rows) {
    const item = appointments.get(id);
    appointments.delete(id);
    if (item === undefined) findings.push({ broken: 'no item for a reservation', id });
    else if (!sameFields(item, row)) findings.push({ broken: 'item differs from its reservation', id });
  }
  for (const id of appointments.keys()) findings.push({ broken: 'item without a reservation', id });
  return findings;
}

/** Every announced version of an entry stands on its patient's timeline. */
async function compareHeadlines({ databases, dynamodb }: VerifiedStores): Promise<Finding[]> {
  if (databases.ehr === undefined || dynamodb === undefined) return [];
  const { headlines }: Items = await readItems(dynamodb);
  const { rows } = await withDatabase(databases.ehr, (client) =>
    client.query<HeadlineRow & { id: string }>(announced),
  );
  return rows
    .filter(({ id, ...row }) => !sameFields(headlines.get(id), row))
    .map(({ id }) => ({ broken: 'no headline for an entry', id }));
}

/** Whoever has to hear of a change does. */
async function compareLedger({ databases }: VerifiedStores): Promise<Finding[]> {
  const { scheduler, notification } = databases;
  if (scheduler === undefined || notification === undefined) return [];
  const ids = (url: string, sql: string) => withDatabase(url, (client) => client.query<{ id: string }>(sql));
  const owed = await ids(scheduler, toBeTold);
  const known = new Set((await ids(notification, told)).rows.map(({ id }) => id));
  return owed.rows.filter(({ id }) => !known.has(id)).map(({ id }) => ({ broken: 'nobody was told', id }));
}

/** Comparisons across stores: they hold once events have been followed. */
export async function compareStores(stores: VerifiedStores): Promise<Finding[]> {
  const findings = await Promise.all([compareTable(stores), compareHeadlines(stores), compareLedger(stores)]);
  return findings.flat();
}

/** Whatever a client was told is committed, in that version or a later one. It holds at any time. */
export async function compareAcknowledged(
  { databases }: VerifiedStores,
  acknowledged: readonly Acknowledged[],
): Promise<Finding[]> {
  if (databases.scheduler === undefined || acknowledged.length === 0) return [];
  const { rows } = await withDatabase(databases.scheduler, (client) =>
    client.query<{ id: string; version: number }>('select appointment_id as id, version from reservation'),
  );
  const committed = new Map(rows.map(({ id, version }) => [id, version]));
  return acknowledged
    .filter(({ appointmentId, version }) => (committed.get(appointmentId) ?? 0) < version)
    .map(({ appointmentId }) => ({ broken: 'acknowledged and lost', id: appointmentId }));
}

function sameFields(item: object | undefined, row: object): boolean {
  if (item === undefined) return false;
  const fields = new Map(Object.entries(item));
  return Object.entries(row).every(([name, value]) => fields.get(name) === value);
}
