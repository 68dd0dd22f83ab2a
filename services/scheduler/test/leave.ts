import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import type { PlanLeaveResponse__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/PlanLeaveResponse';
import { anAdmin, aPatient, aReceptionist, type Person, startScheduler, wanting } from './service.ts';

export type Booked = { patient: Person; appointmentId: string; slotId: string };
export type LeaveBed = Awaited<ReturnType<typeof makeLeaveBed>>;

/** The days on which Dr Heart is away in these tests. */
export const period = { firstDate: '2026-12-10', lastDate: '2026-12-11', fromTime: '', toTime: '' };

/** A scheduler with what tests of leave do again and again; Dr Heart goes on leave, an administrator asks. */
export async function makeLeaveBed() {
  const [scheduler, admin] = await Promise.all([startScheduler(), anAdmin()]);
  const call = scheduler.service<LeaveServiceDefinition>('healthbooker.scheduler.v1.LeaveService');
  const heart = scheduler.hospital.heart.provider;

  /** Patients with visits of Dr Heart from 10 December on. */
  async function bookVisits(count: number, patient?: Person): Promise<Booked[]> {
    const { rows } = await scheduler.pool.query(
      `select id from slot where provider_id = $1 and state = 'free' and local_start >= '2026-12-10' order by start_at limit $2`,
      [heart, count],
    );
    const booked: Booked[] = [];
    for (const { id } of rows) {
      const who = patient ?? (await aPatient());
      const wish = wanting(who, id);
      await scheduler.call('Reserve', wish, who.as());
      booked.push({ patient: who, appointmentId: wish.appointmentId, slotId: id });
    }
    return booked;
  }

  const plan = () => call('PlanLeave', { providerId: heart, period }, admin.as(20_000));

  function application(planned: PlanLeaveResponse__Output, changes: Record<string, unknown> = {}) {
    return {
      leaveId: randomUUID(),
      providerId: heart,
      period,
      note: 'Conference',
      moves: planned.moves.map(({ appointmentId, version, to }) => ({
        appointmentId,
        expectedVersion: version,
        toSlotId: to?.id ?? '',
      })),
      onlyIfUnchanged: true,
      operationKey: randomUUID(),
      ...changes,
    };
  }

  async function apply(planned: PlanLeaveResponse__Output, changes: Record<string, unknown> = {}) {
    const request = application(planned, changes);
    return { request, ...(await call('ApplyLeave', request, admin.as(20_000))) };
  }

  const everything = async () =>
    (
      await scheduler.pool.query(`
        select (select count(*) from provider_leave)::int as leave, (select count(*) from decision)::int as decisions,
          (select string_agg(id::text || state || is_retired, ',' order by id) from slot) as slots`)
    ).rows[0];

  async function reservation(appointmentId: string) {
    const reply = await scheduler.call('GetReservation', { appointmentId }, (await aReceptionist()).as());
    assert.ok(reply.reservation);
    return reply.reservation;
  }

  return {
    scheduler,
    call,
    admin,
    heart,
    bookVisits,
    plan,
    application,
    apply,
    everything,
    reservation,
    close: () => scheduler.close(),
  };
}
