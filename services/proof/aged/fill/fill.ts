import type pg from 'pg';
import type { Size } from '../size.ts';
import { beginStaging, connect, type Tell } from './bulk.ts';
import { fillEhr } from './ehr.ts';
import { fillNotification } from './notification.ts';
import { type AgedVisit, fillScheduler, visitColumns } from './scheduler.ts';
import { makeSeeded, writeSeeded } from './seeded.ts';

/** The databases of the three services that keep rows, by the owners' addresses. */
export type Urls = { scheduler: string; ehr: string; notification: string };

/**
 * Fills empty databases with the aged hospital. `seedUrls` are empty databases as well: the seeded hospital is written
 * there first, since its rows are those that the services write, and every row here is made like one of them.
 */
export async function fill(urls: Urls, seedUrls: Urls, size: Size, tell: Tell): Promise<void> {
  const seeded = makeSeeded(size);
  await writeSeeded(seeded, seedUrls);
  const ehr = await connect(urls.ehr);
  const notification = await connect(urls.notification);
  const tellOf = (service: string) => (line: string) => tell(`${service}: ${line}`);
  try {
    await Promise.all([prepare(ehr, size), prepare(notification, size)]);
    // The other two go by the visits of the scheduler, and begin as soon as they have them all.
    const handed = Promise.withResolvers<void>();
    const scheduler = fillScheduler(
      urls.scheduler,
      seedUrls.scheduler,
      seeded,
      size,
      tellOf('scheduler'),
      async (visits) => {
        if (visits === undefined) handed.resolve();
        else await Promise.all([take(ehr, visits), take(notification, visits)]);
      },
    );
    await Promise.race([handed.promise, scheduler]);
    await Promise.all([
      scheduler,
      fillEhr(urls.ehr, seedUrls.ehr, ehr, seeded, tellOf('ehr')),
      fillNotification(
        urls.notification,
        seedUrls.notification,
        notification,
        seeded,
        tellOf('notification'),
      ),
    ]);
  } finally {
    await Promise.all([ehr.end(), notification.end()]);
  }
}

/** Prepares a database for the visits that the scheduler has. */
async function prepare(client: pg.Client, size: Size): Promise<void> {
  await beginStaging(client, size);
  await client.query(`create table aged.visit(${visitColumns})`);
}

async function take(client: pg.Client, visits: readonly AgedVisit[]): Promise<void> {
  await client.query(
    'insert into aged.visit select * from jsonb_populate_recordset(null::aged.visit, $1::jsonb)',
    [JSON.stringify(visits)],
  );
}
