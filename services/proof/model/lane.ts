import { randomUUID } from 'node:crypto';
import { testDatabase } from '@healthbooker/local/test/database';
import { loadService } from '@healthbooker/protos/load';
import type { CallContext, Group } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { newTrace } from '@healthbooker/runtime/trace';
import { createTieBreak } from '@healthbooker/scheduler/engine/tie-break';
import { createMeasures } from '@healthbooker/scheduler/measures';
import type { Parts } from '@healthbooker/scheduler/parts';
import { openSchedulerPool } from '@healthbooker/scheduler/pool';
import { served } from '@healthbooker/scheduler/rpcs';
import { fillHospital } from '@healthbooker/scheduler/test/hospital';
import { expireOffers } from '@healthbooker/scheduler/waiting/expire-offers';
import { retryEntries } from '@healthbooker/scheduler/waiting/retry-entries';
import { settleSpecialty } from '@healthbooker/scheduler/waiting/settle';
import { expireHolds } from '@healthbooker/scheduler/waiting/settler';
import { Temporal } from 'temporal-polyfill';
import { BEGIN_MIN, HOLD_MIN, LENGTH_MIN, newModel, type Outcome, SLOTS_EACH } from './model.ts';
import type { EntryFound } from './waiting.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Histories follow each other on the calendar, so that none meets what another left. */
const HISTORY_MS = 10 * DAY_MS;
const specialty = 'cardiology';

/** An entry as it is stored, with the slot it was offered or booked, and the version of the visit that came of it. */
type EntryStored = {
  id: string;
  state: EntryFound['state'];
  version: number;
  holdId: string | null;
  slotId: string | null;
  endsMs: number | null;
  visitVersion: number | null;
};
/** What the database says after a step; a slot that nobody has has the patient null. */
export type Found = {
  slots: { state: string; patient: string | null }[];
  entries: (EntryFound & Omit<EntryStored, 'slotId' | 'endsMs'>)[];
};

const looking = `
select
  (
    select json_agg(json_build_object('state', s.state, 'patient', coalesce(r.patient_id, h.patient_id)) order by place)
    from unnest($1::uuid[]) with ordinality as wanted(id, place)
    join slot s using (id)
    left join reservation r on r.slot_id = s.id and r.status <> 'cancelled'
    left join hold h on h.slot_id = s.id and h.state = 'open'
  ) as slots,
  (
    select coalesce(json_agg(json_build_object(
      'id', wanted.id, 'state', e.state, 'version', e.version, 'holdId', h.id, 'slotId', coalesce(h.slot_id, r.slot_id),
      'endsMs', extract(epoch from h.expires_at) * 1000, 'visitVersion', r.version) order by place), '[]')
    from unnest($2::uuid[]) with ordinality as wanted(id, place)
    join waitlist_entry e on e.appointment_id = wanted.id
    left join hold h on h.entry_id = wanted.id and h.state = 'open'
    left join reservation r on r.appointment_id = wanted.id
  ) as entries`;

/** One database on which histories run one after the other. */
export type Lane = Awaited<ReturnType<typeof openLane>>;
/** One history: its slots and patients, and the clock. */
export type History = Awaited<ReturnType<Lane['begin']>>;

export async function openLane() {
  const database = await testDatabase('scheduler');
  const log = createLogger('model', 'silent');
  const metrics = createMetrics('model');
  const limits = { max: 4, metrics, log, statementTimeoutMs: 10_000 };
  // The owner's pool prepares and inspects; the scheduler works with its own pool.
  const pool = openSchedulerPool({ url: database.url, ...limits });
  const servicePool = openSchedulerPool({ url: database.serviceUrl, ...limits });
  const { heart } = await fillHospital(pool, '2026-01-01');
  const { rows } = await pool.query(
    'select distinct on (provider_id) id, provider_id from session where provider_id = any($1) order by provider_id',
    [[heart.provider, heart.colleague]],
  );
  let firstStart = Date.UTC(2027, 0, 4, 10);
  let now = new Date(firstStart);
  const parts: Parts = {
    pool: servicePool,
    clock: () => now,
    log,
    measures: createMeasures(metrics.registry),
    relay: { wake: () => undefined },
    // Each step settles what it freed before it ends.
    settler: { settle: () => undefined, settleAtOnce: async () => undefined },
    tieBreak: createTieBreak('model'),
    holdMs: HOLD_MIN * MINUTE_MS,
    reserveQueueMax: 1000,
  };
  const methods = new Map(
    served(parts).flatMap(({ protoService, rpcs }) => {
      const definition = loadService(protoService);
      return [...rpcs].map(([name, rpc]) => [name, { rpc, definition: definition[name] }] as const);
    }),
  );

  /** Calls a handler with what the wire would make of the request. */
  async function call(method: string, request: object, personId: string, group: Group = 'Patients') {
    const found = methods.get(method);
    if (found?.definition === undefined) throw new Error(`there is no ${method}`);
    const { rpc, definition } = found;
    const context: CallContext = {
      caller: {
        kind: 'person',
        personId,
        capacity: group === 'Patients' ? 'patient' : 'staff',
        groups: [group],
      },
      deadline: Date.now() + 10_000,
      trace: newTrace(),
      log,
      signal: new AbortController().signal,
    };
    return rpc.handle(definition.requestDeserialize(definition.requestSerialize(request)), context);
  }

  /** 'ok', or the kind of the refusal; the reply goes to `then`. */
  async function outcome(
    made: Promise<unknown>,
    then: (reply: Record<string, unknown>) => void = () => undefined,
  ): Promise<Outcome> {
    try {
      then((await made) as Record<string, unknown>);
      return 'ok';
    } catch (error) {
      if (error instanceof ServiceError) return error.kind;
      throw error;
    }
  }

  /** In production this follows a step later; here at once: the freed slots are settled. */
  async function settleAll(): Promise<void> {
    for (let more = true; more; ) ({ more } = await settleSpecialty(parts, specialty));
    await retryEntries(parts);
  }

  return {
    pool,
    call,
    outcome,
    settleAll,
    /** Puts fresh slots on the calendar, and the clock before them. */
    async begin(patients: number) {
      firstStart += HISTORY_MS;
      const start = firstStart;
      now = new Date(start + BEGIN_MIN * MINUTE_MS);
      const slots = newModel().slots.map(({ startMin }, index) => ({
        id: randomUUID(),
        session: rows[index < SLOTS_EACH ? 0 : 1],
        start: new Date(start + startMin * MINUTE_MS),
        end: new Date(start + (startMin + LENGTH_MIN) * MINUTE_MS),
      }));
      await pool.query(
        `insert into slot(id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id,
           visit_type_id, start_at, end_at, blocks, is_retired, state)
         select id, session, start at time zone 'Europe/London', 1, id, provider, '${specialty}', 'london', 'heart-visit',
           start, finish, tstzrange(start, finish), false, 'free'
         from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[])
           as s(id, session, provider, start, finish)`,
        [
          slots.map(({ id }) => id),
          slots.map(({ session }) => session.id),
          slots.map(({ session }) => session.provider_id),
          slots.map(({ start: from }) => from),
          slots.map(({ end }) => end),
        ],
      );
      return {
        slots: slots.map(({ id }) => id),
        providers: rows.map((row) => row.provider_id as string),
        /** The LeavePeriod from one minute to another, on the clock of the clinic. */
        period(fromMin: number, toMin: number) {
          const [from, to] = [fromMin, toMin].map((minute) => {
            const instant = Temporal.Instant.fromEpochMilliseconds(start + minute * MINUTE_MS);
            return instant.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString();
          }) as [string, string];
          return {
            firstDate: from.slice(0, 10),
            lastDate: to.slice(0, 10),
            fromTime: from.slice(11, 16),
            toTime: to.slice(11, 16),
          };
        },
        patients: Array.from({ length: patients }, () => randomUUID() as string),
        /** Ids of the visits booked so far, in order. */
        visits: [] as string[],
        holds: new Map<number, string>(),
        /** Ids of the entries made so far, in order. */
        entries: [] as string[],
        startMs: start,
        /** When the day of the starts ends, in minutes from the first of them. */
        lastDayEndsMin:
          (Temporal.Instant.fromEpochMilliseconds(start)
            .toZonedDateTimeISO('Europe/London')
            .startOfDay()
            .add({ days: 1 }).epochMilliseconds -
            start) /
          MINUTE_MS,
        need: {
          specialtyId: specialty,
          visitTypeId: 'heart-visit',
          regionIds: ['london'],
          earliestDate: new Date(start).toISOString().slice(0, 10),
          latestDate: new Date(start).toISOString().slice(0, 10),
        },
        /** Takes everybody off the list, so that the next history has it for itself; whether anybody was there. */
        async end(): Promise<boolean> {
          const { rows: open } = await pool.query(
            `select appointment_id, version, patient_id from waitlist_entry
             where appointment_id = any($1) and state in ('waiting', 'offered')`,
            [this.entries],
          );
          for (const { appointment_id, version, patient_id } of open) {
            const request = {
              appointmentId: appointment_id,
              expectedVersion: version,
              operationKey: randomUUID(),
            };
            await call('LeaveWaitlist', request, patient_id);
          }
          return open.length > 0;
        },
        async wait(minutes: number) {
          now = new Date(now.getTime() + minutes * MINUTE_MS);
          await expireHolds(servicePool, now);
          await expireOffers(parts);
        },
        /** What is stored: each slot with its state and who has it, and each entry. */
        async look(): Promise<Found> {
          const { rows: found } = await pool.query(looking, [slots.map(({ id }) => id), this.entries]);
          const { slots: slotsFound, entries } = found[0];
          return {
            slots: slotsFound,
            entries: entries.map(({ slotId, endsMs, ...entry }: EntryStored) => ({
              ...entry,
              slot: slotId === null ? null : slots.findIndex(({ id }) => id === slotId),
              untilMin: endsMs === null ? null : (endsMs - start) / MINUTE_MS,
            })),
          };
        },
      };
    },
    async close() {
      await Promise.all([pool.end(), servicePool.end()]);
      await database.drop();
    },
  };
}
