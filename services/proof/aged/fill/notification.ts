/** What knows the tables of notification: it and the steps of `notification.sql`. */
import { locations } from '@healthbooker/local/seed/directory';
import type { Visit } from '@healthbooker/local/seed/visits';
import { renderCalendar } from '@healthbooker/notification/calendar';
import { claimMessages, finishMessage, queueMessage, storeMail } from '@healthbooker/notification/ledger';
import { renderMail } from '@healthbooker/notification/mail/appointment-templates';
import { openNotificationPool } from '@healthbooker/notification/pool';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import type pg from 'pg';
import { connect, endStaging, readSql, runSteps, stage, type Tell, withoutIndexes } from './bulk.ts';
import type { Seeded } from './seeded.ts';

/** Mails of each kind that the aged ones are made like. */
const PATTERNS = 40;
const from = { name: 'HealthBooker', address: 'no-reply@healthbooker.example' };
const portal = 'https://healthbooker.example';

/** Fills the database of notification with the mails of the visits that it was given, like those that its ledger writes. */
export async function fillNotification(
  url: string,
  seedUrl: string,
  client: pg.Client,
  seeded: Seeded,
  tell: Tell,
): Promise<void> {
  await client.query('analyze aged.visit');
  await writeMails(seedUrl, seeded);
  const source = await connect(seedUrl);
  try {
    const { rows } = await source.query(
      `select row_number() over (partition by template order by subject_id)::int as n, template, subject_id,
         to_jsonb(m) as row
       from message m order by template, subject_id`,
    );
    await stage(client, 'pattern', 'n int, template text, subject_id text, row jsonb', rows);
  } finally {
    await source.end();
  }
  await withoutIndexes(
    url,
    client,
    () => runSteps(url, client, readSql(import.meta.url, 'notification.sql'), tell),
    tell,
  );
  await endStaging(client, tell);
}

/** Sends some mails about visits of the seeded hospital through the ledger. */
async function writeMails(url: string, { visits }: Seeded): Promise<void> {
  const metrics = createMetrics('aged');
  const pool = openNotificationPool({ url, max: 1, metrics, log: createLogger('aged', 'silent') });
  try {
    for (const template of ['appointment-booked', 'appointment-cancelled'] as const) {
      const isCancelled = template === 'appointment-cancelled';
      const fitting = visits.filter(
        ({ patient, versions }) =>
          patient.email !== undefined && (versions.at(-1)?.status === 'cancelled') === isCancelled,
      );
      for (const visit of fitting.slice(0, PATTERNS)) {
        const change = visit.versions.at(-1);
        await queueMessage(
          pool,
          {
            personId: visit.patient.id,
            template,
            appointmentId: visit.id,
            version: isCancelled ? 2 : 1,
            sequence: isCancelled ? 1 : 0,
            changedAt: new Date(change?.atMs ?? 0).toISOString(),
          },
          Date.now(),
        );
        for (const claim of await claimMessages(pool, 1, 60_000, Date.now())) {
          await storeMail(pool, claim, mailOf(template, visit));
          await finishMessage(
            pool,
            claim,
            { state: 'sent', providerMessageId: `250 ${visit.id}` },
            Date.now(),
          );
        }
      }
    }
  } finally {
    await pool.end();
  }
}

function mailOf(template: 'appointment-booked' | 'appointment-cancelled', { id, patient, opening }: Visit) {
  const place = locations.find((each) => each.id === opening.session.location);
  const [startAt, endAt] = [opening.startMs, opening.endMs].map((ms) => new Date(ms).toISOString()) as [
    string,
    string,
  ];
  const { email = '', name, timeZone } = patient;
  const address = place?.address ?? '';
  const locationName = place?.name ?? '';
  const url = `${portal}/appointments/${id}`;
  const rendered = renderMail(template, {
    name,
    startAt,
    clinicZone: place?.time_zone ?? 'UTC',
    patientZone: timeZone,
    clinicianName: opening.provider.name,
    locationName,
    address,
    phone: place?.phone ?? '',
    stepFreeRoute: place?.step_free_route ?? '',
    url,
    awaitsAnswer: false,
    lateCancellationHours: 24,
  });
  const calendar = renderCalendar(
    {
      appointmentId: id,
      sequence: 0,
      cancelled: template === 'appointment-cancelled',
      needsNewTime: false,
      startAt,
      endAt,
      changedAt: startAt,
      locationName,
      address,
      url,
    },
    from,
    { name, address: email },
  );
  return { ...rendered, recipient: email, calendar };
}
