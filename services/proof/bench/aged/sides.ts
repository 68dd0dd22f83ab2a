import { closeDatabase } from '@healthbooker/local/postgres/roles';
import { connect, type Tell } from '../../aged/fill/bulk.ts';
import type { AgedHospital, ServiceName } from '../../aged/hospital.ts';
import { beginWork, type Work } from '../../aged/jobs/work.ts';

/** The same hospital twice: as it is after years, and as if it had opened yesterday. */
export type Sides = { aged: Work; fresh: Work; close(): Promise<void> };

const changed = ['scheduler', 'notification'] as const;
const MOST_MS = 120_000;

/**
 * What a hospital does not have that opened the day before $1: everything that is over, and all but a few who wait. Its
 * clinicians, rules, free slots and visits ahead are the same.
 */
const forgotten: Readonly<Record<(typeof changed)[number], readonly string[]>> = {
  scheduler: [
    "delete from reservation where upper(during) < $1::timestamptz - interval '1 day'",
    "delete from slot where end_at < $1::timestamptz - interval '1 day'",
    "delete from hold where state <> 'open'",
    // One of 85 still waits.
    `delete from waitlist_entry
     where state not in ('waiting', 'offered') or state = 'waiting' and get_byte(uuid_send(appointment_id), 15) >= 3`,
    'delete from leave_visit v where not exists (select from reservation r where r.appointment_id = v.appointment_id)',
    ...['decision', 'operation'].map(
      (table) => `delete from ${table} d
       where not exists (select from reservation r where r.appointment_id = d.appointment_id)
         and not exists (select from waitlist_entry e where e.appointment_id = d.appointment_id)`,
    ),
    "delete from access where at < $1::timestamptz - interval '1 day'",
  ],
  notification: ["delete from message where queued_at < $1::timestamptz - interval '1 day'"],
};

/** What is partitioned by time holds what is over, but for the words of messages, which go with the message. */
const partitioned = `
select oid::regclass::text as name from pg_class where relkind = 'p' and relname <> 'message_words' and relnamespace = 'public'::regnamespace`;

const inside = (url: string, database: string) =>
  Object.assign(new URL(url), { pathname: `/${database}` }).href;

/**
 * Copies the databases that are written to twice, in the server of the kept hospital, which stays as it is, and takes what
 * is over out of one of the copies. `ehr` is only read and is not copied.
 */
export async function openSides(hospital: AgedHospital, tell: Tell): Promise<Sides> {
  const admin = await connect(hospital.adminUrl);
  const named = (service: string, side: string) => `${service}_bench_${side}`;
  const drop = async () => {
    for (const side of ['aged', 'fresh']) {
      for (const service of changed)
        await admin.query(`drop database if exists ${named(service, side)} with (force)`);
    }
  };
  const open = (side: string) => {
    const urlsOf = (service: ServiceName, database: string) => {
      const { url, ownerUrl } = hospital.databases[service];
      return { url: inside(url, database), ownerUrl: inside(ownerUrl, database) };
    };
    const urls = {
      scheduler: urlsOf('scheduler', named('scheduler', side)),
      notification: urlsOf('notification', named('notification', side)),
      ehr: hospital.databases.ehr,
    };
    return beginWork({ urls, drop }, hospital.asOf, MOST_MS);
  };
  await drop();
  try {
    for (const side of ['aged', 'fresh']) {
      tell(`copies the hospital that is ${side}`);
      for (const service of changed) {
        const name = named(service, side);
        // Page by page through the log, the larger ones would take several times as long.
        await admin.query(
          `create database ${name} template ${service} owner ${service}_owner strategy file_copy`,
        );
        await closeDatabase(admin, service, name);
      }
    }
    for (const service of changed) {
      tell(`makes the ${service} of the other one forget`);
      const owner = await connect(inside(hospital.adminUrl, named(service, 'fresh')));
      // Nothing that refers to what goes is looked up: all of it goes.
      await owner.query("set session_replication_role = replica; set work_mem = '128MB'");
      for (const sql of forgotten[service]) {
        await owner.query(sql, sql.includes('$1') ? [hospital.asOf] : []);
      }
      for (const { name } of (await owner.query<{ name: string }>(partitioned)).rows) {
        await owner.query(`truncate ${name}`);
      }
      await owner.query('vacuum (full, analyze)');
      await owner.end();
    }
    await admin.query('checkpoint');
    for (const side of ['aged', 'fresh']) {
      const owner = await connect(inside(hospital.databases.scheduler.ownerUrl, named('scheduler', side)));
      await owner.query('select make_outbox_sent_day(current_date + n) from generate_series(0, 1) n');
      await owner.end();
    }
    const [aged, fresh] = [await open('aged'), await open('fresh')];
    return {
      aged,
      fresh,
      async close() {
        await Promise.all([aged.close(), fresh.close()]);
        await drop();
        await admin.end();
      },
    };
  } catch (error) {
    await drop();
    await admin.end();
    throw error;
  }
}
