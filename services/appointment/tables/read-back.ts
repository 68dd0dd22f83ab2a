import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Reservation__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import type { Logger } from '@healthbooker/runtime/log';
import type { Measures } from '../measures.ts';
import { reached, type Store, within } from './store.ts';

export type ReadBack = {
  /** Looks later whether the table shows this version or a newer one; costs the caller nothing. */
  check(reservation: Pick<Reservation__Output, 'appointmentId' | 'patientId' | 'version'>): void;
  /** Drops the checks that have not run. */
  close(): Promise<void>;
};

/** When this many checks wait, further changes are not checked and are counted as `unknown`. */
const at_most = 500;

/**
 * Looks for acknowledged changes in the table, as a person's next page would, and counts what it finds. So a release
 * that loses bookings on their way to the table is noticed, even when they are repaired afterwards.
 * @param firstMs when a person may open the next page; an item that is missing then is late
 * @param lastMs when everything that repairs the table has had time to do so; an item that is missing then is lost
 */
export function createReadBack(
  { store, measures, log }: { store: Store; measures: Measures; log: Logger },
  { firstMs = 2000, lastMs = 30_000 } = {},
): ReadBack {
  const timers = new Set<NodeJS.Timeout>();
  const looks = new Set<Promise<void>>();
  let closed = false;

  async function isShown(patientId: string, appointmentId: string, version: number): Promise<boolean> {
    const get = new GetCommand({
      TableName: store.table,
      Key: { PK: patientId, SK: `APPOINTMENT#${appointmentId}` },
      ConsistentRead: true,
      ProjectionExpression: '#version',
      ExpressionAttributeNames: { '#version': 'version' },
    });
    const { Item } = await reached(store.client.send(get, within(undefined)));
    return Number(Item?.['version'] ?? 0) >= version;
  }

  function later(ms: number, look: () => Promise<void>): void {
    if (closed) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      const looking = look()
        .catch((err: unknown) => {
          measures.acknowledged.inc({ outcome: 'unknown' });
          log.debug({ err }, 'an acknowledged change could not be read back');
        })
        .finally(() => looks.delete(looking));
      looks.add(looking);
    }, ms);
    timer.unref();
    timers.add(timer);
  }

  return {
    check({ patientId, appointmentId, version }) {
      if (timers.size >= at_most) {
        measures.acknowledged.inc({ outcome: 'unknown' });
        return;
      }
      later(firstMs, async () => {
        if (await isShown(patientId, appointmentId, version)) {
          measures.acknowledged.inc({ outcome: 'readable' });
          return;
        }
        measures.acknowledged.inc({ outcome: 'late' });
        log.warn(
          { appointmentId, version },
          'an acknowledged change is not in the table yet: it is looked for once more',
        );
        later(lastMs - firstMs, async () => {
          if (await isShown(patientId, appointmentId, version)) return;
          measures.acknowledged.inc({ outcome: 'unreadable' });
          log.error({ appointmentId, version }, 'an acknowledged change is not in the table');
        });
      });
    },
    async close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(looks);
    },
  };
}
