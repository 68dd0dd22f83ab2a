import { randomUUID } from 'node:crypto';
import type { AvailabilityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AvailabilityService';
import type { Impact__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Impact';
import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import type { PlannedMove__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/PlannedMove';
import { Registry } from 'prom-client';
import { materialise } from '../calendar/materialise.ts';
import { listWithin } from '../leave/list-within.ts';
import { createMeasures } from '../measures.ts';
import { addRegions, setReach } from './regions.ts';
import {
  anAdmin,
  aPatient,
  aReceptionist,
  type Person,
  startScheduler,
  type TestScheduler,
  wanting,
} from './service.ts';

export type Bed = Awaited<ReturnType<typeof makeDisruptionBed>>;
export type Visit = { patient: Person; appointmentId: string; slotId: string };
/** What a change says before it is saved and when it is. */
export type Plan = {
  moves: PlannedMove__Output[];
  method: string;
  placed: number;
  mostPlaceable: number;
};

/** A scheduler with clinicians in London and Karachi, and what tests of changes that hit visits do again and again. */
export async function makeDisruptionBed() {
  const [scheduler, admin, reception] = await Promise.all([startScheduler(), anAdmin(), aReceptionist()]);
  const clinicians = await addRegions(scheduler.pool);
  const { pool } = scheduler;
  const availability = scheduler.service<AvailabilityServiceDefinition>(
    'healthbooker.scheduler.v1.AvailabilityService',
  );
  const leave = scheduler.service<LeaveServiceDefinition>('healthbooker.scheduler.v1.LeaveService');

  /** Free slots that a condition names, earliest first. */
  async function freeSlots(where: string, count: number): Promise<string[]> {
    const { rows } = await pool.query(
      `select id from slot where state = 'free' and ${where} order by start_at, id limit $1`,
      [count],
    );
    return rows.map(({ id }) => id);
  }

  /** Visits of patients of their own, every other one of whom cannot climb steps. */
  async function book(slotIds: readonly string[], patient?: Person): Promise<Visit[]> {
    const visits: Visit[] = [];
    for (const [index, slotId] of slotIds.entries()) {
      const who = patient ?? (await aPatient());
      if (patient === undefined) await setReach(scheduler, who, { needsStepFree: index % 2 === 0 });
      const wish = wanting(who, slotId);
      await scheduler.call('Reserve', wish, who.as());
      visits.push({ patient: who, appointmentId: wish.appointmentId, slotId });
    }
    return visits;
  }

  /** A session of a provider as requests have it, with its version. */
  async function sessionOf(providerId: string, starts: string, weekday: number) {
    const { sessions } = await availability('ListSessions', { providerId, pageSize: 200 }, admin.as());
    const found = sessions.find((each) => each.starts === starts && each.weekday === weekday);
    if (found === undefined) throw new Error('there is no such session');
    return { session: found, expectedVersion: found.version };
  }

  const applied = (moves: readonly PlannedMove__Output[]) =>
    moves.map(({ appointmentId, version, to }) => ({
      appointmentId,
      expectedVersion: version,
      toSlotId: to?.id ?? '',
    }));

  async function close(locationId: string, firstDate: string, lastDate: string, id: string = randomUUID()) {
    const closure = { id, locationId, firstDate, lastDate, note: 'Burst pipe' };
    const tried = await availability('AddClosure', { closure, dryRun: true }, admin.as(20_000));
    const plan = planOf(tried.impact);
    const save = (moves = applied(plan.moves), onlyIfUnchanged = true) =>
      availability('AddClosure', { closure, moves, onlyIfUnchanged }, admin.as(20_000));
    return { id: closure.id, plan, save };
  }

  /** What became of each visit of a disruption, settled ones too. */
  async function listOf(leaveId: string) {
    const visits = [];
    for (let pageToken = ''; ; ) {
      const page = await leave('ListWorklist', { leaveId, pageSize: 100, pageToken }, reception.as());
      visits.push(...page.visits);
      pageToken = page.nextPageToken;
      if (pageToken === '') return visits;
    }
  }

  const extend = () => extendSlots(scheduler);

  return {
    scheduler,
    pool,
    admin,
    reception,
    clinicians,
    availability,
    leave,
    freeSlots,
    book,
    sessionOf,
    applied,
    close,
    listOf,
    extend,
    end: () => scheduler.close(),
  };
}

/** Runs the job that makes slots, as it runs each minute. */
export async function extendSlots({ pool, clock }: Pick<TestScheduler, 'pool' | 'clock'>) {
  const nothing = { wake: () => undefined, settle: () => undefined };
  const parts = {
    pool,
    clock: () => clock.now,
    measures: createMeasures(new Registry()),
    relay: nothing,
    settler: nothing,
    tieBreak: () => '',
    holdMs: 1,
    reserveQueueMax: 1,
    log: { info() {}, warn() {}, error() {}, debug() {} },
  };
  return materialise(pool, clock.now, { within: listWithin(parts as never) });
}

export function planOf(impact: Impact__Output | null): Plan {
  if (impact === null) throw new Error('a change says what it does');
  const { moves, method, placed, mostPlaceable } = impact;
  return { moves, method, placed, mostPlaceable };
}

/**
 * How many of these visits could have a time at most, by a maximum matching (Kuhn): each with any slot of its kind and
 * region that is free, or that one of them has now, that the patient gets to, a day ahead and within the horizon.
 */
export async function mostPlaceable({ pool, scheduler }: Bed, visits: readonly string[]): Promise<number> {
  const { rows } = await pool.query<{ visit: string; slots: string[] }>(
    `select v.appointment_id as visit,
       coalesce(array_agg(s.id) filter (where s.id is not null), '{}') as slots
     from leave_visit v
     join slot o on o.id = v.from_slot_id
     join location lo on lo.id = o.location_id
     join reservation r on r.appointment_id = v.appointment_id
     left join patient_reach k on k.patient_id = r.patient_id
     join visit_type t on t.id = o.visit_type_id
     left join lateral (
       select s.id from slot s join location l on l.id = s.location_id
       where s.visit_type_id = o.visit_type_id and s.mode = o.mode and l.region_id = lo.region_id and not s.is_retired
         and (s.state = 'free' or s.id in (select to_slot_id from leave_visit where appointment_id = any ($1::uuid[])))
         and (l.step_free_route <> '' or not coalesce(k.needs_step_free, false))
         and s.start_at > $2::timestamptz + interval '1 day'
         and s.start_at <= $2::timestamptz + make_interval(days => t.horizon_days)) s on true
     where v.appointment_id = any ($1::uuid[])
     group by v.appointment_id`,
    [visits, scheduler.clock.now],
  );
  const takenBy = new Map<string, number>();
  const tries = (visit: number, seen: Set<string>): boolean =>
    (rows[visit]?.slots ?? []).some((slot) => {
      if (seen.has(slot)) return false;
      seen.add(slot);
      const other = takenBy.get(slot);
      if (other !== undefined && !tries(other, seen)) return false;
      takenBy.set(slot, visit);
      return true;
    });
  return rows.filter((_, visit) => tries(visit, new Set())).length;
}
