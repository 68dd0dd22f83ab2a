import { isDeepStrictEqual } from 'node:util';
import { attributesOf, readItem } from '@healthbooker/appointment/tables/appointment-item';
import { wordOf } from '@healthbooker/appointment/tables/flat-item';
import { headlineAttributesOf, readHeadlineItem } from '@healthbooker/appointment/tables/record-headline';
import type { EntryHeadline__Output } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EntryHeadline';
import { readEntryHeadline } from '@healthbooker/protos/gen/readers';
import { findItems, type Item, openTable, type Table, walkAppointments } from './items.ts';
import { pagesOf, withDatabase } from './sql.ts';
import type { Acknowledged, Finding, VerifiedStores } from './types.ts';

/** Each appointment as the scheduler has it, whole seconds as the table writes them. */
const reservations = `
select appointment_id as id, patient_id as "patientId", version, status,
  to_char(lower(during) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startAt"
from reservation
where changed_at >= $1 and appointment_id > $2
order by appointment_id limit $3`;

type ReservationRow = { id: string; patientId: string; version: number; status: string; startAt: string };

/** Every version of an entry that was announced. */
const announced = `
select key || '/' || version as id, id as place, payload
from event_view
where type = 'record.added' and created_at >= $1 and id > $2
order by event_view.id limit $3`;

type AnnouncedRow = { id: string; place: string; payload: unknown };

/**
 * Changes of appointments that the ledger must know of: published in the last day, still the current version, and
 * one a patient hears of.
 */
const toBeTold = `
select r.appointment_id || '/' || r.sequence as id, r.appointment_id as "appointmentId"
from reservation r join event_view o on o.key = r.appointment_id::text and o.version = r.version
where r.status in ('booked', 'cancelled') and o.published_at > $1
  and r.appointment_id > $2
order by r.appointment_id limit $3`;

const told = `
select subject_id || '/' || sequence as id from message where subject_id || '/' || sequence = any($1::text[])`;

/** What the scheduler put on record of who read, wrote or tried what, long enough ago to be shown. */
const accesses = `
select id from access
where at >= $1 and at < $2 and id > $3
order by access.id limit $4`;

/** How long ago what people are told of was published at most, and how long it takes until an access is shown. */
const [told_ms, shown_ms] = [86_400_000, 10_000];

const accessesTaken = 'select source_id as id from access where source_id = any($1::uuid[])';

const [first_uuid, first_number] = ['00000000-0000-0000-0000-000000000000', '0'];

/** The table shows exactly the scheduler's appointments, each in its newest version. */
async function compareTable({ databases, dynamodb }: VerifiedStores, since: Date): Promise<Finding[]> {
  const { scheduler } = databases;
  if (scheduler === undefined || dynamodb === undefined) return [];
  const table = openTable(dynamodb);
  try {
    return [
      ...(await reservationsWithoutItem(scheduler, table, since)),
      ...(await itemsWithoutReservation(scheduler, table, since)),
    ];
  } finally {
    table.close();
  }
}

async function reservationsWithoutItem(scheduler: string, table: Table, since: Date): Promise<Finding[]> {
  const findings: Finding[] = [];
  const pages = pagesOf<ReservationRow>(scheduler, reservations, [since], first_uuid, ({ id }) => id);
  for await (const page of pages) {
    const keyOf = ({ patientId, id }: ReservationRow) => ({ PK: patientId, SK: `APPOINTMENT#${id}` });
    const items = await findItems(table, page.map(keyOf));
    for (const row of page) {
      const { PK, SK } = keyOf(row);
      const item = items.get(`${PK} ${SK}`);
      const broken = whatIsBroken(item, row);
      if (broken !== undefined) findings.push({ broken, id: row.id });
    }
  }
  return findings;
}

/** What is wrong with the item of a reservation: by its version, and by what is derived from that and stands beside it. */
function whatIsBroken(item: Item | undefined, row: ReservationRow): string | undefined {
  if (item === undefined) return 'no item for a reservation';
  try {
    const version = readItem(item);
    const derived = attributesOf(version);
    const isSame =
      version.patientId === row.patientId &&
      version.version === row.version &&
      wordOf(version.status, 'VISIT_STATUS_') === row.status &&
      derived.appointmentDate === row.startAt;
    if (!isSame) return 'item differs from its reservation';
    const isDerived = Object.entries(derived).every(([name, value]) => item[name] === value);
    return isDerived ? undefined : 'item is found by what its reservation does not say';
  } catch {
    return 'item holds no reservation';
  }
}

async function itemsWithoutReservation(scheduler: string, table: Table, since: Date): Promise<Finding[]> {
  const findings: Finding[] = [];
  await withDatabase(scheduler, async (client) => {
    for await (const items of walkAppointments(table, since)) {
      const { rows } = await client.query<{ id: string; patientId: string }>(
        `select appointment_id as id, patient_id as "patientId" from reservation
         where appointment_id = any($1::uuid[])`,
        [items.map(({ id }) => id)],
      );
      const patients = new Map(rows.map(({ id, patientId }) => [id, patientId]));
      for (const { id, patientId } of items) {
        if (patients.get(id) !== patientId) findings.push({ broken: 'item without a reservation', id });
      }
    }
  });
  return findings;
}

/** Every announced version of an entry stands on its patient's timeline. */
async function compareHeadlines({ databases, dynamodb }: VerifiedStores, since: Date): Promise<Finding[]> {
  if (databases.ehr === undefined || dynamodb === undefined) return [];
  const table = openTable(dynamodb);
  const findings: Finding[] = [];
  try {
    const pages = pagesOf<AnnouncedRow>(
      databases.ehr,
      announced,
      [since],
      first_number,
      ({ place }) => place,
    );
    for await (const page of pages) {
      const headlines = page.map(({ id, payload }) => {
        const headline = readEntryHeadline(payload);
        return { id, headline, attributes: headlineAttributesOf(headline) };
      });
      const items = await findItems(
        table,
        headlines.map(({ attributes: { PK, SK } }) => ({ PK, SK })),
      );
      for (const { id, headline, attributes } of headlines) {
        const item = items.get(`${attributes.PK} ${attributes.SK}`);
        if (item === undefined) findings.push({ broken: 'no headline for an entry', id });
        else if (!isHeadlineOf(item, headline))
          findings.push({ broken: 'headline differs from its entry', id });
      }
    }
  } finally {
    table.close();
  }
  return findings;
}

/** Whether an item holds this headline, and nothing stands beside it that it does not say. */
function isHeadlineOf(item: Item, headline: EntryHeadline__Output): boolean {
  try {
    const isDerived = Object.entries(headlineAttributesOf(headline)).every(
      ([name, value]) => item[name] === value,
    );
    return isDerived && isDeepStrictEqual(readHeadlineItem(item), headline);
  } catch {
    return false;
  }
}

/** Everybody who must hear of a change has a message about it. */
async function compareLedger({ databases }: VerifiedStores, since: Date, now: Date): Promise<Finding[]> {
  const { scheduler, notification } = databases;
  if (scheduler === undefined || notification === undefined) return [];
  type Owed = { id: string; appointmentId: string };
  const from = new Date(Math.max(since.getTime(), now.getTime() - told_ms));
  return withDatabase(notification, async (ledger) => {
    const findings: Finding[] = [];
    const pages = pagesOf<Owed>(scheduler, toBeTold, [from], first_uuid, (row) => row.appointmentId);
    for await (const page of pages) {
      const { rows } = await ledger.query<{ id: string }>(told, [page.map(({ id }) => id)]);
      const known = new Set(rows.map(({ id }) => id));
      for (const { id } of page) if (!known.has(id)) findings.push({ broken: 'nobody was told', id });
    }
    return findings;
  });
}

/** Every access row of the scheduler is in the list that patients are shown. */
async function compareAccess({ databases }: VerifiedStores, since: Date, now: Date): Promise<Finding[]> {
  const until = new Date(now.getTime() - shown_ms);
  const { scheduler, ehr } = databases;
  if (scheduler === undefined || ehr === undefined) return [];
  return withDatabase(ehr, async (shown) => {
    const findings: Finding[] = [];
    const pages = pagesOf<{ id: string }>(scheduler, accesses, [since, until], first_uuid, ({ id }) => id);
    for await (const page of pages) {
      const { rows } = await shown.query<{ id: string }>(accessesTaken, [page.map(({ id }) => id)]);
      const taken = new Set(rows.map(({ id }) => id));
      for (const { id } of page) if (!taken.has(id)) findings.push({ broken: 'a look is not shown', id });
    }
    return findings;
  });
}

/**
 * Comparisons across stores of what changed since an instant: they hold once events have been followed. Both sides
 * are read by the page, so that memory stays the same however much there is.
 */
export async function compareStores(
  stores: VerifiedStores,
  since: Date,
  now = new Date(),
): Promise<Finding[]> {
  const findings = await Promise.all([
    compareTable(stores, since),
    compareHeadlines(stores, since),
    compareLedger(stores, since, now),
    compareAccess(stores, since, now),
  ]);
  return findings.flat();
}

/** Everything that was acknowledged to a client is committed, in that version or a later one. It holds at any time. */
export async function compareAcknowledged(
  { databases }: VerifiedStores,
  acknowledged: readonly Acknowledged[],
): Promise<Finding[]> {
  if (databases.scheduler === undefined || acknowledged.length === 0) return [];
  const { rows } = await withDatabase(databases.scheduler, (client) =>
    client.query<{ id: string; version: number }>(
      'select appointment_id as id, version from reservation where appointment_id = any($1::uuid[])',
      [acknowledged.map(({ appointmentId }) => appointmentId)],
    ),
  );
  const committed = new Map(rows.map(({ id, version }) => [id, version]));
  return acknowledged
    .filter(({ appointmentId, version }) => (committed.get(appointmentId) ?? 0) < version)
    .map(({ appointmentId }) => ({ broken: 'acknowledged and lost', id: appointmentId }));
}
