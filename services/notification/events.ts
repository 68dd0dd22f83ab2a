import {
  readEntryHeadline,
  readReservationVersion,
  readWaitlistEntryVersion,
} from '@healthbooker/protos/gen/readers';
import { present } from '@healthbooker/protos/json/words';
import type { Envelope } from '@healthbooker/runtime/envelope';
import type { Logger } from '@healthbooker/runtime/log';
import type { Pool } from '@healthbooker/runtime/postgres';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { type OwedMessage, queueMessage } from './ledger.ts';
import { formerProvider, publishLive } from './live.ts';
import type { Measures } from './measures.ts';
import { messageOwed } from './owed.ts';
import { type ProxyChange, proxyMessageOwed } from './owed-proxy.ts';
import { waitlistMessageOwed } from './owed-waitlist.ts';

const id = z.string().min(1).max(128);

const proxyChanged: z.ZodType<ProxyChange & { proxyId: string }> = z.object({
  linkId: id,
  version: z.int().min(1),
  patientId: id,
  proxyId: id,
  change: z.enum(['asked', 'opened', 'ended', 'disputed']),
  changedAt: z.iso.datetime(),
});

const providerDelayed = z.object({ providerId: id, patientIds: z.array(id).max(200) });

export type EventDeps = {
  pool: Pool;
  redis: Pick<Redis, 'publish' | 'set'>;
  measures: Measures;
  now: () => number;
  /** Called when a message was queued. */
  onQueued(): void;
};

/**
 * Handles one event of the topic: live updates first (they must not wait for the database), then what the patient is
 * owed. A repeated event, or an older one that comes later, changes nothing. Rejects with `unavailable` when the
 * database is.
 */
export async function handleEvent(event: Envelope, log: Logger, deps: EventDeps): Promise<void> {
  if (event.type === 'appointment.changed') {
    const change = readReservationVersion(event.data);
    const { appointmentId, version, patientId } = change;
    const update = { type: 'appointment', id: appointmentId, version } as const;
    const { providerId } = present(change.slot, 'reservation.slot');
    const former = await formerProvider(deps.redis, appointmentId, providerId);
    const readers = { patients: [patientId], staff: [providerId, former ?? providerId] };
    await publishLive(deps.redis, readers, update, deps.measures);
    await queue(messageOwed(change, deps.now()), log, deps);
  } else if (event.type === 'waitlist.changed') {
    const change = readWaitlistEntryVersion(event.data);
    const update = { type: 'waitlist', id: change.appointmentId, version: change.version } as const;
    await publishLive(deps.redis, { patients: [change.patientId], staff: [] }, update, deps.measures);
    await queue(waitlistMessageOwed(change, deps.now()), log, deps);
  } else if (event.type === 'proxy.changed') {
    const change = proxyChanged.parse(event.data);
    const update = { type: 'proxy', id: change.linkId, version: change.version } as const;
    await publishLive(
      deps.redis,
      { patients: [change.patientId, change.proxyId], staff: [] },
      update,
      deps.measures,
    );
    await queue(proxyMessageOwed(change, deps.now()), log, deps);
  } else if (event.type === 'provider.delayed') {
    const { providerId, patientIds } = providerDelayed.parse(event.data);
    const update = { type: 'delay', id: providerId, version: event.version } as const;
    await publishLive(deps.redis, { patients: patientIds, staff: [providerId] }, update, deps.measures);
  } else if (event.type === 'record.added') {
    const { patientId, authorId, entryId, version, visible } = readEntryHeadline(event.data);
    const update = { type: 'record', id: entryId, version } as const;
    const readers = { patients: visible ? [patientId] : [], staff: [authorId] };
    await publishLive(deps.redis, readers, update, deps.measures);
  }
}

async function queue(owed: OwedMessage | undefined, log: Logger, deps: EventDeps): Promise<void> {
  if (owed === undefined) return;
  const { appointmentId, version, template } = owed;
  const result = await queueMessage(deps.pool, owed, deps.now());
  log.debug({ appointmentId, version, result }, 'a change somebody is told of');
  if (result === 'queued') deps.onQueued();
  if (result === 'suppressed') deps.measures.mails.inc({ template, outcome: 'suppressed' });
}
