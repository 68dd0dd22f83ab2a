import { acknowledge, isLost } from '../lib/acknowledged.ts';
import type { Person } from '../lib/person.ts';
import { think } from '../lib/think.ts';

type Slot = { id: string };
type Proposal = { offer: { id: string; slot: Slot } | null; others: Slot[] };
type Appointment = { id: string; version: number; status: string };

const symptoms = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };

/**
 * Asks for a time, holds another one that suits better, books it, reads it back and cancels it. If somebody else took
 * the slot meanwhile (409), or none is left, that is a good answer too, and the journey ends there.
 */
export async function book(person: Person): Promise<void> {
  const directory = await person.directory();
  if (directory === undefined) return;
  const { id: visitTypeId, specialtyId } = person.pick(directory.visitTypes);
  await think();
  const proposed = await person.call({
    op: 'proposal',
    method: 'POST',
    path: '/v1/proposals',
    // Nobody knows where these people live.
    body: { specialtyId, visitTypeId, symptoms, regionIds: directory.regions.map(({ id }) => id) },
    answers: [200, 409, 422],
  });
  const { offer = null, others = [] } = (proposed.json ?? {}) as Partial<Proposal>;
  if (offer === null) return;
  await think();

  const wanted = others.length > 0 ? person.pick(others) : offer.slot;
  const held = await person.call({
    op: 'hold',
    method: 'POST',
    path: '/v1/holds',
    body: { slotId: wanted.id },
    answers: [201, 409],
  });
  if (held.status !== 201) return;
  await think();

  const booked = await person.call({
    op: 'book',
    method: 'POST',
    path: '/v1/appointments',
    body: { slotId: wanted.id, holdId: (held.json as { id: string }).id, reason: 'A load test', symptoms },
    answers: [201, 409, 422],
  });
  if (booked.status !== 201) return;
  const { appointment } = booked.json as { appointment: Appointment };
  acknowledge(appointment, person.name);
  await think();

  const path = `/v1/appointments/${appointment.id}`;
  const read = await person.call({ op: 'read-back', method: 'GET', path, answers: [200, 404] });
  if (read.isAnswer && !isSame(appointment, read.json)) isLost();
  await think();

  const cancelled = await person.call({
    op: 'cancel',
    method: 'POST',
    path: `${path}/cancel`,
    body: { version: appointment.version },
    answers: [200],
  });
  if (cancelled.isAnswer)
    acknowledge((cancelled.json as { appointment: Appointment }).appointment, person.name);
  await think();
}

function isSame(appointment: Appointment, page: unknown): boolean {
  const found = (page as { appointment?: Appointment } | undefined)?.appointment;
  return found?.version === appointment.version && found.status === appointment.status;
}
