/** What knows the scheduler's tables: it and the steps of `scheduler.sql`. */
import { visitTypeId } from '@healthbooker/local/seed/directory';
import type pg from 'pg';
import type { Size } from '../size.ts';
import {
  beginStaging,
  connect,
  endStaging,
  readSql,
  runSteps,
  stage,
  type Tell,
  withoutIndexes,
} from './bulk.ts';
import type { Seeded, Visit } from './seeded.ts';
import { collectMoments, type Moments, type Places, toTemplate } from './template.ts';

/** Tables that are as they are in the seeded hospital. */
const COPIED = ['region', 'location', 'specialty', 'visit_type', 'team'];
/** How the rows that were looked at lie to each other decides; what else a version tells is of its own visit. */
const untimed = new Set(['proposal']);
/** A visit that was booked later than it may be, or in a time kept for others, was booked by staff. */
const LONGEST_LEAD_MS = 88 * 86_400_000;

type Document = Record<string, unknown>;
type DecisionRow = Document & {
  appointment_id: string;
  version: number;
  inputs: Document;
  outcome: Document;
};
type OutboxRow = Document & { key: string; version: number; payload: Document };

/** A visit that others keep something of: clinical entries, mails. */
export type AgedVisit = {
  appointment_id: string;
  patient_id: string;
  provider_id: string;
  end_at: string;
  asked_at: string;
  fate: string;
  /** The id of the seeded visit that it is made like. */
  seed_visit_id: string;
};

export const visitColumns =
  'appointment_id uuid, patient_id uuid, provider_id uuid, end_at timestamptz, asked_at timestamptz, fate text, seed_visit_id uuid';
const VISITS_PER_PAGE = 20_000;

/**
 * Fills the database of the scheduler from the seeded hospital in `seedUrl`. `take` gets every visit, a page at a time in
 * the order in which they were asked for, and undefined behind the last.
 */
export async function fillScheduler(
  url: string,
  seedUrl: string,
  seeded: Seeded,
  size: Size,
  tell: Tell,
  take: (visits: AgedVisit[] | undefined) => Promise<void>,
): Promise<void> {
  const client = await connect(url);
  const source = await connect(seedUrl);
  try {
    await beginStaging(client, size);
    await withoutIndexes(
      url,
      client,
      async () => {
        for (const table of COPIED) await copyTable(source, client, table);
        await stageClinicians(source, client);
        await stageOpenings(client, seeded);
        await stageVisits(source, client, seeded);
        await stageWaiting(source, client, seeded);
        await runSteps(url, client, readSql(import.meta.url, 'scheduler.sql'), tell);
        await giveVisits(client, take);
      },
      tell,
    );
    await endStaging(client, tell);
  } finally {
    await Promise.all([client.end(), source.end()]);
  }
}

async function giveVisits(
  client: pg.Client,
  take: (visits: AgedVisit[] | undefined) => Promise<void>,
): Promise<void> {
  await client.query(
    `begin; declare visits cursor for
     select v.appointment_id, v.patient_id, v.provider_id, v.end_at, v.asked_at, v.fate,
       p.reservation ->> 'appointment_id' as seed_visit_id
     from aged.visit v join aged.pattern p on p.n = v.pattern order by v.asked_at, v.n`,
  );
  for (;;) {
    const { rows } = await client.query<AgedVisit>(`fetch ${VISITS_PER_PAGE} from visits`);
    if (rows.length === 0) break;
    await take(rows);
  }
  await client.query('commit');
  await take(undefined);
}

async function rowsOf<Row = Document>(source: pg.Client, table: string, order: string): Promise<Row[]> {
  const { rows } = await source.query(`select to_jsonb(t) as row from ${table} t order by ${order}`);
  return rows.map(({ row }) => row);
}

async function copyTable(source: pg.Client, client: pg.Client, table: string): Promise<void> {
  await client.query(
    `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(await rowsOf(source, table, 'id'))],
  );
}

async function stageClinicians(source: pg.Client, client: pg.Client): Promise<void> {
  const { rows } = await source.query(
    `select row_number() over (order by p.id)::int as n, p.id, to_jsonb(p) as row, array_agg(o.specialty_id) as specialties
     from provider p join provider_specialty o on o.provider_id = p.id group by p.id`,
  );
  await stage(client, 'clinician', 'n int, id uuid, row jsonb, specialties text[]', rows);
  const sessions = await rowsOf(source, 'session', 'id');
  await stage(
    client,
    'week',
    'id uuid, provider_id uuid, location_id text, visit_type_id text, row jsonb',
    sessions.map((row) => ({
      id: row['id'],
      provider_id: row['provider_id'],
      location_id: row['location_id'],
      visit_type_id: row['visit_type_id'],
      row,
    })),
  );
}

async function stageOpenings(client: pg.Client, { openings }: Seeded): Promise<void> {
  await stage(
    client,
    'opening',
    'session_id uuid, local_start timestamp, seat int, start_at timestamptz, end_at timestamptz, reserved_for text, release_at timestamptz',
    openings.map(({ session, localStart, seat, startMs, endMs, reservedFor, releaseAtMs }) => ({
      session_id: session.id,
      local_start: localStart,
      seat,
      start_at: new Date(startMs),
      end_at: new Date(endMs),
      reserved_for: reservedFor,
      release_at: releaseAtMs === null ? null : new Date(releaseAtMs),
    })),
  );
}

/** The arguments of every template of a visit; what `scheduler.sql` gives them in this order. */
function placesOf({ id, patient, opening }: Visit, locationName: string): Places {
  const { provider, session } = opening;
  const places = [id, patient.id, opening.id, provider.id, provider.name, session.location, locationName];
  return new Map(places.map((value, index) => [value, index + 1]));
}

async function stageVisits(source: pg.Client, client: pg.Client, { visits }: Seeded): Promise<void> {
  const reservations = await rowsOf(source, 'reservation', 'appointment_id');
  const decisions = await rowsOf<DecisionRow>(source, 'decision', 'appointment_id, version');
  const events = await rowsOf<OutboxRow>(source, 'outbox', 'key, version');
  const locations = await rowsOf(source, 'location', 'id');
  const reservationOf = new Map(reservations.map((row) => [row['appointment_id'], row]));
  const decisionsOf = Map.groupBy(decisions, (row) => row.appointment_id);
  const eventsOf = Map.groupBy(events, (row) => row.key);
  const nameOf = new Map(locations.map((row) => [row['id'], String(row['name'])]));
  const patterns = visits.filter(isOrdinary).map((visit, n) => {
    const asked = visit.versions[0]?.atMs ?? 0;
    // A visit is booked and cancelled so long after it was asked for; everything else hangs on when it takes place.
    const askedFor = new Set(
      visit.versions
        .filter(({ status }) => status === 'booked' || status === 'cancelled')
        .map(({ atMs }) => atMs),
    );
    const moments = collectMoments({ start: visit.opening.startMs, asked }, (ms) =>
      askedFor.has(ms) ? 'asked' : 'start',
    );
    const places = placesOf(visit, nameOf.get(visit.opening.session.location) ?? '');
    const versions = versionsOf(
      decisionsOf.get(visit.id) ?? [],
      eventsOf.get(visit.id) ?? [],
      places,
      moments,
    );
    return { n, visit, moments: moments.list, versions };
  });
  await stage(
    client,
    'pattern',
    'n int, provider_id uuid, visit_type_id text, fate text, reservation jsonb, from_asked boolean[], offsets_ms bigint[], last_moment int',
    patterns.map(({ n, visit, moments, versions }) => ({
      n,
      provider_id: visit.opening.provider.id,
      visit_type_id: visitTypeId(visit.opening.provider.specialty, visit.opening.session.kind),
      fate: visit.versions.at(-1)?.status,
      reservation: reservationOf.get(visit.id),
      from_asked: moments.map(({ base }) => base === 'asked'),
      offsets_ms: moments.map(({ offset_ms }) => offset_ms),
      last_moment: versions.at(-1)?.moment,
    })),
  );
  await stage(
    client,
    'pattern_version',
    'pattern int, version int, moment int, decision jsonb, op_key text, inputs text, outcome text, event jsonb, payload text',
    patterns.flatMap(({ n, versions }) => versions.map((version) => ({ pattern: n, ...version }))),
  );
}

/** Booked by the patient in a time for everybody. */
function isOrdinary({ opening, versions: [first] }: Visit): boolean {
  return opening.reservedFor === null && opening.startMs - (first?.atMs ?? 0) < LONGEST_LEAD_MS;
}

/** Each version of a visit or entry: rows without their documents, and these as templates. `moment` is when it was decided. */
function versionsOf(
  decisions: readonly DecisionRow[],
  events: readonly OutboxRow[],
  places: Places,
  moments: Moments,
) {
  return decisions.map(({ inputs, outcome, ...decision }, index) => {
    const { payload, ...event } = events[index] as OutboxRow;
    const decidedAt = Date.parse(String(decision['decided_at']));
    return {
      version: decision.version,
      // Arrays of PostgreSQL begin with 1.
      moment: moments.indexOf(decidedAt) + 1,
      decision,
      op_key: toTemplate(decision['op_key'], places, moments).slice(1, -1),
      inputs: toTemplate(inputs, places, moments, untimed),
      outcome: toTemplate(outcome, places, moments),
      event,
      payload: toTemplate(payload, places, moments),
    };
  });
}

async function stageWaiting(source: pg.Client, client: pg.Client, { waiting }: Seeded): Promise<void> {
  const entries = await rowsOf(source, 'waitlist_entry', 'appointment_id');
  const decisions = await rowsOf<DecisionRow>(source, 'decision', 'appointment_id, version');
  const events = await rowsOf<OutboxRow>(source, 'outbox', 'key, version');
  const entryOf = new Map(entries.map((row) => [row['appointment_id'], row]));
  const decisionsOf = Map.groupBy(decisions, (row) => row.appointment_id);
  const eventsOf = Map.groupBy(events, (row) => row.key);
  const patterns = waiting.map(({ id, patient, enrolledAt }, n) => {
    const asked = Date.parse(enrolledAt);
    const moments = collectMoments({ start: asked, asked }, () => 'asked');
    const places = new Map([
      [id, 1],
      [patient.id, 2],
    ]);
    const versions = versionsOf(decisionsOf.get(id) ?? [], eventsOf.get(id) ?? [], places, moments);
    return { n, id, asked, moments: moments.list, versions };
  });
  await stage(
    client,
    'wait',
    'n int, entry jsonb, asked_at timestamptz, from_asked boolean[], offsets_ms bigint[], last_version int',
    patterns.map(({ n, id, asked, moments, versions }) => ({
      n,
      entry: entryOf.get(id),
      asked_at: new Date(asked),
      from_asked: moments.map(() => true),
      offsets_ms: moments.map(({ offset_ms }) => offset_ms),
      last_version: versions.length,
    })),
  );
  await stage(
    client,
    'wait_version',
    'pattern int, version int, moment int, decision jsonb, op_key text, inputs text, outcome text, event jsonb, payload text',
    patterns.flatMap(({ n, versions }) => versions.map((version) => ({ pattern: n, ...version }))),
  );
}
