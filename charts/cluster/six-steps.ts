import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { becomePatient, enter, mails, send } from './portal.ts';
import { say, until } from './programs.ts';

const symptoms = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };
const note = 'Regular pulse, no murmur.';
const clinician = 'amara.okafor@example.com';

/**
 * The main journey, over the one address that browsers use: sign-up, a time, the booking with its mail, the
 * clinician's day, a note in the chart, and the patient who reads the note and sees who looked.
 */
export async function sixSteps(url: string): Promise<void> {
  const email = `six-steps-${randomUUID().slice(0, 8)}@example.com`;
  const patient = await becomePatient(url, email, 'Sixtine Steps');
  say('1 signed up and signed in');

  const doctor = await enter(url, clinician, 'staff');
  const session = await send(url, doctor, 'POST', '/clinic/v1/session', { body: {} });
  assert.equal(session.status, 200, JSON.stringify(session.body));
  const { provider } = session.body as { provider: { id: string; specialtyIds: string[] } };
  const directory = await send(url, patient, 'GET', '/v1/directory');
  const { providers, locations } = directory.body as {
    providers: { id: string; locationIds: string[] }[];
    locations: { id: string; regionId: string }[];
  };
  const [place] = providers.find(({ id }) => id === provider.id)?.locationIds ?? [];
  const region = locations.find(({ id }) => id === place)?.regionId;
  const found = await send(
    url,
    patient,
    'GET',
    `/v1/slots?specialtyId=${provider.specialtyIds[0]}&providerId=${provider.id}&regionId=${region}`,
  );
  const [slot] = found.body['slots'] as { id: string; startAt: string }[];
  assert.ok(slot, JSON.stringify(found.body));
  say(`2 found ${slot.startAt}`);

  const booked = await send(url, patient, 'POST', '/v1/appointments', {
    body: { slotId: slot.id, reason: 'Palpitations at night', symptoms },
  });
  assert.equal(booked.status, 201, JSON.stringify(booked.body));
  const { id } = booked.body['appointment'] as { id: string };
  await until('the timeline shows the booking', 10_000, async () => {
    const { body } = await send(url, patient, 'GET', '/v1/appointments');
    return (body['appointments'] as { id: string }[]).some((each) => each.id === id);
  });
  await until('the booking is mailed', 30_000, async () =>
    (await mails(url, email)).some(({ subject }) => /is booked/.test(subject)),
  );
  say('3 booked, shown and mailed');

  const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date(slot.startAt));
  const day = await send(url, doctor, 'GET', `/clinic/v1/day?date=${date}`);
  const visits = day.body['visits'] as { appointment: { id: string }; patient: { personId: string } }[];
  const visit = visits.find(({ appointment }) => appointment.id === id);
  assert.ok(visit, `${date} does not show the visit`);
  say('4 on the clinician’s day');

  const chart = `/clinic/v1/patients/${visit.patient.personId}`;
  const read = await send(url, doctor, 'GET', `${chart}/chart`);
  assert.equal(read.status, 200, JSON.stringify(read.body));
  const added = await send(url, doctor, 'POST', `${chart}/entries`, {
    body: { body: { kind: 'encounter-note', text: note, plan: '', appointmentId: id }, release: 'now' },
  });
  assert.equal(added.status, 201, JSON.stringify(added.body));
  say('5 the chart is read, and has a note');

  const record = await send(url, patient, 'GET', '/v1/record');
  assert.ok(JSON.stringify(record.body).includes(note), 'the patient does not see the note');
  await until('the patient sees who looked', 10_000, async () => {
    const access = await send(url, patient, 'GET', '/v1/record/access');
    return (access.body['events'] as { readerId: string }[]).some(({ readerId }) => readerId === provider.id);
  });
  say('6 the patient read the note, and who looked');
}
