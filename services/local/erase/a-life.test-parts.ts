import { randomUUID } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { keepNumber } from '@healthbooker/appointment/tables/patient-number';
import { projectAppointment } from '@healthbooker/appointment/tables/project-appointment';
import { putHeadline } from '@healthbooker/appointment/tables/record-headline';
import type { Store } from '@healthbooker/appointment/tables/store';
import { readReservationVersion } from '@healthbooker/protos/gen/readers';
import type pg from 'pg';
import type { TestHospital } from '../test/hospital.ts';

/** The connections of the owners. */
export type Owners = Readonly<Record<'scheduler' | 'ehr' | 'notification', pg.Pool>>;

/** A person and whatever else is only theirs. */
export type Life = {
  person: string;
  appointment: string;
  waiting: string;
  link: string;
  entry: string;
  message: string;
};

const year_ms = 365.25 * 86_400_000;
export const yearsAgo = (years: number) => new Date(Date.now() - years * year_ms);

/** Each version of an entry has a time of its own. */
const recordedAt = (at: Date, version: number) => new Date(at.getTime() + version * 1000).toISOString();

/** Puts a person into every table and kind of item, with everything as long ago. Whoever acted for them, did so until then. */
export async function live(
  { owners, store, hospital }: { owners: Owners; store: Store; hospital: TestHospital },
  at: Date,
  proxy: string = randomUUID(),
): Promise<Life> {
  const [person, appointment, waiting, link, entry, message] = Array.from({ length: 6 }, () =>
    randomUUID(),
  ) as [string, string, string, string, string, string];
  const [referral, series, leave] = [randomUUID(), randomUUID(), randomUUID()];
  const [provider] = hospital.providers;
  const key = `op-${person}`;
  const { scheduler, ehr, notification } = owners;
  const [slot = ''] = await hospital.addSlots(at, 1);
  const say = async (on: pg.Pool, text: string, values: unknown[]) => {
    await on.query(text, values);
  };
  await say(scheduler, `update slot set state = 'booked' where id = $1`, [slot]);
  await say(
    scheduler,
    `insert into referral(id, patient_id, kind, specialty_id, urgency, due_date, ordered_by, ordered_at, op_key)
     values ($1, $2, 'referral', 'cardiology', 'soon', $3::timestamptz, $4, $3::timestamptz, $5)`,
    [referral, person, at, provider, key],
  );
  await say(scheduler, `insert into series values ($1, $2, 2, $3)`, [series, person, at]);
  await say(
    scheduler,
    `insert into reservation(appointment_id, patient_id, slot_id, during, version, status, sequence, details, booked_at,
       changed_at, referral_id, series_id, series_place)
     select $1, $2, id, during, 2, 'fulfilled', 0, '{"reason": "in my own words"}', $3, $3, $4, $5, 1 from slot where id = $6`,
    [appointment, person, at, referral, series, slot],
  );
  await say(
    scheduler,
    `insert into waitlist_entry(appointment_id, patient_id, specialty_id, visit_type_id, urgency, enrolled_at, auto_accept,
       version, state, change, changed_at, target_date, tie_break, retry_at)
     values ($1, $2, 'cardiology', 'heart-first', 'soon', $3::timestamptz, false, 1, 'withdrawn', 'withdrawn', $3::timestamptz, $3::timestamptz, 'a', null)`,
    [waiting, person, at],
  );
  await say(
    scheduler,
    `insert into hold(id, slot_id, patient_id, entry_id, urgency, expires_at, state, referral_id)
     values (gen_random_uuid(), $1, $2, $3, 'soon', $4, 'declined', $5)`,
    [slot, person, waiting, at, referral],
  );
  await say(
    scheduler,
    `insert into provider_leave(id, provider_id, during, note, created_at, ended_at)
     values ($1, $2, tstzrange($3::timestamptz, $3::timestamptz + interval '1 hour'), '', $3::timestamptz, $3::timestamptz)`,
    [leave, provider, at],
  );
  await say(
    scheduler,
    `insert into leave_visit(leave_id, appointment_id, from_slot_id, state, changed_at) values ($1, $2, $3, 'settled', $4)`,
    [leave, appointment, slot, at],
  );
  await say(
    scheduler,
    `insert into proxy(id, patient_id, proxy_id, granted_by, since, ended_at, ended_by, confirmed_by, confirmed_at)
     values ($1, $2, $3, $2, $4, $4, $3, gen_random_uuid(), $4)`,
    [link, person, proxy, at],
  );
  await say(scheduler, `insert into proxy_notice values ($1, $2, $3)`, [Buffer.from(link), link, at]);
  await say(scheduler, `insert into proxy_invitation values ($1, $2, $3, null, 'record')`, [
    Buffer.from(person),
    person,
    at,
  ]);
  await say(scheduler, `insert into patient_reach values ($1, 'london', true, 1, $2)`, [person, at]);
  for (const id of [appointment, waiting]) {
    await say(scheduler, `insert into operation values ($1, $2, $3, 1, '\\x00', '{}')`, [
      person,
      `${key}-${id}`,
      id,
    ]);
  }
  await say(
    scheduler,
    `insert into decision_past values ($1, 1, 1, '{"seen": {"rule": "note"}}', '{}', $2)`,
    [appointment, at],
  );
  await say(
    scheduler,
    `insert into decision values
       ($1, 2, null, null, 1, '{"seen": {"rule": "note"}}', '{}', $3),
       ($2, 1, null, null, 1, '{"seen": {"rule": "note"}}', '{"entry": true}', $3)`,
    [appointment, waiting, at],
  );
  await say(
    scheduler,
    `insert into outbox(key, version, type, payload, created_at, published_at) values ($1, 2, 'appointment.changed', $2, $3, $3)`,
    [appointment, { patientId: person }, at],
  );
  await say(
    scheduler,
    `insert into outbox_sent(id, key, version, type, payload, created_at)
     values (nextval('outbox_id_seq'), $1, 1, 'waitlist.changed', $2, $3), (nextval('outbox_id_seq'), $4, 1, 'proxy.changed', $2, $3)`,
    [waiting, { patientId: person }, at, link],
  );
  for (const on of [scheduler, ehr]) {
    await say(
      on,
      `insert into access(at, patient_id, reader_id, reader_name, role, action, what, why, trace_id)
       values ($1, $2, $2, 'Their name', 'Patients', 'write', 'visit', 'own-record', 'aa')`,
      [at, person],
    );
  }
  // Ehr takes the scheduler's row.
  const { rows } = await scheduler.query('select id from access where patient_id = $1', [person]);
  await say(
    ehr,
    `insert into access(at, patient_id, reader_id, reader_name, role, action, what, why, trace_id, source_id)
     values ($1, $2, $2, 'Their name', 'Patients', 'write', 'visit', 'own-record', 'aa', $3)`,
    [at, person, rows[0]?.id],
  );
  await say(ehr, `insert into chart values ($1, 2)`, [person]);
  for (const version of [1, 2]) {
    await say(
      ehr,
      `insert into entry(entry_id, version, patient_id, kind, body, release, author_id, recorded_at, chart_version, operation_key,
         request_sha256, author_name, amend_reason)
       values ($1, $5, $2, 'condition', '{"term": "Asthma"}', 'now', $3, $4, $5, $6, '\\x00', 'Dr Test 1', $7)`,
      [
        entry,
        person,
        provider,
        recordedAt(at, version),
        version,
        `${key}-${version}`,
        version === 1 ? null : 'a slip',
      ],
    );
  }
  await say(ehr, `insert into draft values ($1, $2, 'note', 1, '{}', $3, $4)`, [provider, person, key, at]);
  const headline = {
    entryId: entry,
    patientId: person,
    authorId: provider,
    kind: 'condition',
    visible: true,
  };
  await say(
    ehr,
    `insert into outbox(key, version, type, payload, created_at, published_at) values ($1, 2, 'record.added', $2, $3, $3)`,
    [entry, { ...headline, version: 2, recordedAt: recordedAt(at, 2) }, at],
  );
  await say(
    ehr,
    `insert into outbox_sent(id, key, version, type, payload, created_at) values ($4, $1, 1, 'record.added', $2, $3)`,
    [
      entry,
      { ...headline, version: 1, recordedAt: recordedAt(at, 1) },
      at,
      Math.floor(Math.random() * 1e9) + 1e6,
    ],
  );
  // To the person, and about them to who acted for them.
  for (const [id, whose, subject] of [
    [message, person, appointment],
    [randomUUID(), proxy, link],
  ]) {
    await say(
      notification,
      `insert into message(id, person_id, channel, template, subject_id, subject_version, sequence, state, due_at, changed_at,
         queued_at, sent_at)
       values ($1, $2, 'email', 'appointment-booked', $3, 1, 0, 'sent', $4, $4, $4, $4)`,
      [id, whose, subject, at],
    );
  }
  await say(
    notification,
    `insert into message_past(id, ordinal, person_id, channel, template, subject_id, subject_version, sequence, state, tries,
       failure, changed_at, queued_at, sent_at)
     values (gen_random_uuid(), $1, $2, 'email', 'offer-made', $3, 1, 0, 'sent', 1, '', $4, $4, $4)`,
    [Math.floor(Math.random() * 1e9), person, waiting, at],
  );
  await say(
    notification,
    `insert into message_words values ($1, $2, 'a@example.org', 'subject', 'text', 'html', '')`,
    [message, new Date()],
  );

  await items(store, { person, appointment, entry }, at, { provider, slot });
  return { person, appointment, waiting, link, entry, message };
}

/** Every kind of item that a person has in the table. */
async function items(
  store: Store,
  { person, appointment, entry }: Pick<Life, 'person' | 'appointment' | 'entry'>,
  at: Date,
  { provider, slot }: { provider: string; slot: string },
): Promise<void> {
  const iso = `${at.toISOString().slice(0, 19)}Z`;
  const version = readReservationVersion({
    appointmentId: appointment,
    patientId: person,
    version: 2,
    status: 'VISIT_STATUS_FULFILLED',
    slot: {
      id: slot,
      providerId: provider,
      providerName: 'Dr Test 1',
      timeZone: 'Europe/London',
      mode: 'VISIT_MODE_IN_PERSON',
      specialtyId: 'cardiology',
      visitTypeId: 'heart-first',
      locationId: 'north',
      startAt: iso,
      endAt: iso,
    },
    bookedAt: iso,
    changedAt: iso,
  });
  await projectAppointment(store, version);
  for (const each of [1, 2]) {
    await putHeadline(store, {
      entryId: entry,
      version: each,
      patientId: person,
      authorId: provider,
      kind: 'condition',
      recordedAt: recordedAt(at, each),
      visible: true,
    });
  }
  const medicalRecordNumber = person.slice(0, 8);
  const change = { id: randomUUID(), at: iso, kind: 'phone', before: '1', after: '2' };
  const profile = {
    PK: person,
    SK: 'METADATA',
    email: `${person}@example.org`,
    role: 'patient',
    name: 'Their Name',
    birthDate: '1950-01-01',
    sex: 'female',
    phone: '2',
    medicalRecordNumber,
    timeZone: 'Europe/London',
    language: 'en',
    accessNeeds: [],
    lastChange: change,
    version: 3,
  };
  const put = (Item: object) => store.client.send(new PutCommand({ TableName: store.table, Item }));
  await put(profile);
  await put({ PK: person, SK: `CONTACT#${change.id}`, ...change });
  for (const PK of ['NOTICES', 'REACH', 'REQUESTS']) {
    await put({ PK, SK: randomUUID(), personId: person, kind: 'phone', at: iso });
  }
  await keepNumber(store, { PK: person, medicalRecordNumber });
}
