import { randomUUID } from 'node:crypto';
import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import { answers } from '@healthbooker/scheduler/test/waiting';
import { keyed } from './keyed.ts';
import { clinics, personOf, rowsOf, type Scene, tried } from './scene.ts';
import { day_ms, hour_ms } from './time.ts';

type Visit = { id: string; patient_id: string; version: number; status: string; provider_id: string };
const visit = 'appointment_id as id, patient_id, version, status, provider_id';

/** A slot that is free from some hours ahead on: mostly one of the next days, now and then one far ahead. */
export async function freeSlot(scene: Scene, specialtyId: string): Promise<string | undefined> {
  const { running, chance } = scene;
  const ahead_days = chance.happens(0.15) ? chance.draw() * 80 : 0;
  const from = new Date(running.time.now().getTime() + 3 * hour_ms + ahead_days * day_ms);
  const free = await rowsOf<{ id: string }>(
    scene,
    `select id from slot where state = 'free' and specialty_id = $1 and start_at > $2 and release_at is null
     order by start_at, id limit 60`,
    [specialtyId, from],
  );
  return free[Math.floor(free.length * chance.draw() ** 2)]?.id;
}

/** Books a time, having held it or not. */
export async function book(scene: Scene): Promise<void> {
  const { chance, patients } = scene;
  const patient = chance.anyOf([...patients.values()]);
  const slotId = await freeSlot(scene, chance.anyOf(clinics).specialtyId);
  if (slotId === undefined) return;
  const held = chance.happens(0.4) ? await hold(scene, patient.id, slotId) : undefined;
  await keyed(scene, 'book', patient, {
    slotId,
    holdId: held ?? '',
    reason: 'It hurts again',
    symptoms: chance.anyOf(Object.values(answers)),
    idempotencyKey: randomUUID(),
    otherRegionAgreed: true,
  });
}

/** Looks at a time, and goes away: the hold ends by itself. */
export async function lookAt(scene: Scene): Promise<void> {
  const { chance, patients } = scene;
  const slotId = await freeSlot(scene, chance.anyOf(clinics).specialtyId);
  if (slotId !== undefined) await hold(scene, chance.anyOf([...patients.keys()]), slotId);
}

async function hold(scene: Scene, patientId: string, slotId: string): Promise<string | undefined> {
  const { running, patients } = scene;
  const patient = personOf(patients, patientId);
  const request = { patientId, slotId, otherRegionAgreed: true };
  const held = await tried(scene, 'hold', async () =>
    running.scheduler.call('HoldSlot', request, await patient.as()),
  );
  return held?.hold?.id;
}

async function upcoming(scene: Scene): Promise<Visit | undefined> {
  const from = new Date(scene.running.time.now().getTime() + 3 * hour_ms);
  const rows = await rowsOf<Visit>(
    scene,
    `select ${visit} from reservation_view where status = 'booked' and start_at > $1 order by start_at, appointment_id`,
    [from],
  );
  return scene.chance.oneOf(rows);
}

export async function move(scene: Scene): Promise<void> {
  const [found, slotId] = [await upcoming(scene), await freeSlot(scene, 'cardiology')];
  if (found === undefined || slotId === undefined) return;
  await keyed(scene, 'move', personOf(scene.patients, found.patient_id), {
    appointmentId: found.id,
    expectedVersion: found.version,
    slotId,
    idempotencyKey: randomUUID(),
    otherRegionAgreed: true,
  });
}

export async function cancel(scene: Scene): Promise<void> {
  const found = await upcoming(scene);
  if (found === undefined) return;
  await keyed(scene, 'cancel', personOf(scene.patients, found.patient_id), {
    appointmentId: found.id,
    expectedVersion: found.version,
    idempotencyKey: randomUUID(),
  });
}

/** Patients say whether the time suits to which the hospital moved their visits. */
export async function answerNewTimes(scene: Scene): Promise<void> {
  const { chance, running } = scene;
  const asked = await rowsOf<Visit>(
    scene,
    `select ${visit} from reservation_view where status = 'booked' and awaits_answer and start_at > $1`,
    [running.time.now()],
  );
  for (const { id, patient_id, version } of asked.filter(() => chance.happens(0.6))) {
    const request = {
      appointmentId: id,
      expectedVersion: version,
      answer: chance.anyOf(['NEW_TIME_ANSWER_KEEP', 'NEW_TIME_ANSWER_REFUSE'] as const),
      operationKey: randomUUID(),
    };
    await tried(scene, 'answer-new-time', async () =>
      running.scheduler.service<LeaveServiceDefinition>('healthbooker.scheduler.v1.LeaveService')(
        'AnswerNewTime',
        request,
        await personOf(scene.patients, patient_id).as(),
      ),
    );
  }
}

/** What became of the visits that ended lately; a few are forgotten until somebody looks again days later. */
export async function closeVisits(scene: Scene): Promise<Visit[]> {
  const { chance, running } = scene;
  const now = running.time.now();
  const ended = await rowsOf<Visit>(
    scene,
    `select ${visit} from reservation_view
     where status in ('booked', 'arrived', 'checked-in') and end_at <= $1 and start_at > $2 order by start_at, appointment_id`,
    [now, new Date(now.getTime() - 9 * day_ms)],
  );
  const seen = await Promise.all(
    ended
      .filter(() => chance.happens(0.7))
      .map(async (found) => {
        const isMissed = found.status === 'booked' && chance.happens(0.12);
        if (!isMissed) return (await fulfil(scene, found)) ? [found] : [];
        await become(scene, found, 'NOSHOW');
        return [];
      }),
  );
  return seen.flat();
}

async function fulfil(scene: Scene, found: Visit): Promise<boolean> {
  let version: number | undefined = found.version;
  if (found.status === 'booked') version = await become(scene, found, 'ARRIVED');
  if (version === undefined) return false;
  return (await become(scene, { ...found, version }, 'FULFILLED')) !== undefined;
}

/** Statuses said of the wrong patient: undone within the hour, or weeks later, when the slot is none of the live ones. */
export async function undo(scene: Scene, from_days: number, to_days: number): Promise<void> {
  const { chance, running } = scene;
  const ago = (days: number) => new Date(running.time.now().getTime() - days * day_ms);
  const rows = await rowsOf<Visit>(
    scene,
    `select ${visit} from reservation_view where status in ('fulfilled', 'noshow') and start_at > $1 and start_at < $2
     order by start_at, appointment_id`,
    [ago(to_days), ago(from_days)],
  );
  const found = chance.oneOf(rows);
  if (found === undefined) return;
  const version = await become(scene, found, found.status === 'noshow' ? 'BOOKED' : 'CHECKED_IN');
  // What is said again follows, and the patient who was thought to have missed it was there.
  const status = found.status === 'noshow' ? 'booked' : 'checked-in';
  const said = version !== undefined && (await fulfil(scene, { ...found, status, version }));
  await tried(scene, from_days > 1 ? 'undo weeks later' : 'undo', async () => {
    if (!said) throw new Error(`that ${found.id} is ${found.status} could not be undone`);
  });
}

/** The version that comes of it; undefined: refused. */
async function become(
  scene: Scene,
  { id, version, provider_id }: Visit,
  status: string,
): Promise<number | undefined> {
  const request = {
    appointmentId: id,
    expectedVersion: version,
    status: `VISIT_STATUS_${status}`,
    operationKey: randomUUID(),
  };
  const done = await keyed(scene, 'status', personOf(scene.clinicians, provider_id), request);
  return done?.version;
}
