import { randomUUID } from 'node:crypto';
import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import { answers } from '@healthbooker/scheduler/test/waiting';
import { keyed } from './keyed.ts';
import { clinics, personOf, rowsOf, type Scene, tried } from './scene.ts';
import { day_ms, dayOf } from './time.ts';

/** Waits for a time of the next days, which are full. */
export async function join(scene: Scene): Promise<void> {
  const { chance, patients, running } = scene;
  const patient = chance.anyOf([...patients.values()]);
  const day = (days: number) => dayOf(new Date(running.time.now().getTime() + days * day_ms));
  const first = 1 + Math.floor(chance.draw() * 3);
  await keyed(scene, 'join', patient, {
    patientId: patient.id,
    need: {
      ...chance.anyOf(clinics),
      symptoms: chance.anyOf(Object.values(answers)),
      earliestDate: day(first),
      latestDate: day(first + Math.floor(chance.draw() * 6)),
    },
    reason: 'As soon as possible',
    autoAccept: chance.happens(0.3),
    operationKey: randomUUID(),
  });
}

/** A third is accepted, some are declined, and the rest is let pass until the offer ends. */
export async function answerOffers(scene: Scene): Promise<void> {
  const { chance } = scene;
  const offers = await rowsOf<{ id: string; patient_id: string; version: number; hold_id: string }>(
    scene,
    `select w.appointment_id as id, w.patient_id, w.version, h.id as hold_id
     from waitlist_entry w join hold h on h.entry_id = w.appointment_id and h.state = 'open' where w.state = 'offered'
     order by w.appointment_id`,
  );
  for (const { id, patient_id, version, hold_id } of offers) {
    const patient = personOf(scene.patients, patient_id);
    const request = {
      appointmentId: id,
      expectedVersion: version,
      holdId: hold_id,
      operationKey: randomUUID(),
    };
    const drawn = chance.draw();
    if (drawn < 0.35) await keyed(scene, 'accept', patient, request);
    else if (drawn < 0.55) await keyed(scene, 'decline', patient, request);
  }
}

/** Somebody does not want to wait any longer. */
export async function leaveList(scene: Scene): Promise<void> {
  const waiting = await rowsOf<{ id: string; patient_id: string; version: number }>(
    scene,
    `select appointment_id as id, patient_id, version from waitlist_entry where state = 'waiting' order by appointment_id`,
  );
  const found = scene.chance.oneOf(waiting);
  if (found === undefined) return;
  const { id: appointmentId, version: expectedVersion } = found;
  const request = { appointmentId, expectedVersion, operationKey: randomUUID() };
  await keyed(scene, 'leave', personOf(scene.patients, found.patient_id), request);
}

/** Reception looks at who waits. */
export async function readBoard(scene: Scene): Promise<void> {
  const { running, reception, chance } = scene;
  const { specialtyId } = chance.anyOf(clinics);
  await tried(scene, 'read-board', async () =>
    running.scheduler.service<WaitlistServiceDefinition>('healthbooker.scheduler.v1.WaitlistService')(
      'ListWaitlist',
      { specialtyId },
      await reception.atClinic(),
    ),
  );
}
