import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { type CallContext, isInGroup, personOf, refuseForOneself } from '@healthbooker/runtime/context';
import { instantText } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, type Pool, query, type Statement } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { modeFrom, type SlotRow, toldSlotColumns, toSlot } from '../calendar/slot.ts';
import { isStaff, refuseOtherPatient } from '../care/access.ts';
import { HORIZON_DAYS } from '../directory/horizon.ts';
import { urgencyFrom } from '../engine/urgency.ts';
import { optionalId, optionalInstant, optionalName, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { regionIds } from './need.ts';
import { type Reach, reachOf } from './reach.ts';

/** By the narrowest of three indexes: a clinician with nothing free is no reason to go through a whole specialty. */
const sql = {
  ofSpecialty: loadSql(import.meta.url, './search-slots.sql', {
    toldSlotColumns,
    narrowed: 'specialty_id = $1',
  }),
  ofKind: loadSql(
    import.meta.url,
    './search-slots.sql',
    { toldSlotColumns, narrowed: 'visit_type_id = $5' },
    'search-slots-of-kind',
  ),
  ofProvider: loadSql(
    import.meta.url,
    './search-slots.sql',
    { toldSlotColumns, narrowed: 'provider_id = $6' },
    'search-slots-of-provider',
  ),
};
const DAY_MS = 86_400_000;

const schema = z
  .object({
    specialtyId: z.string().min(1, 'must name a specialty').max(64),
    visitTypeId: optionalName,
    providerId: optionalId,
    locationId: optionalName,
    fromAt: optionalInstant,
    toAt: optionalInstant,
    pageSize: z
      .int()
      .min(0)
      .max(100)
      .transform((size) => size || 50),
    pageToken: z.string().max(200),
    urgency: z.string(),
    mode: z.string(),
    patientId: optionalId,
    regionIds,
  })
  .refine(({ fromAt, toAt }) => fromAt === null || toAt === null || fromAt <= toAt, {
    path: ['toAt'],
    error: 'must not be before the beginning',
  });

const position = z.tuple([instantText, z.guid()]);

/**
 * Free times of a specialty where the patient can go, in order of time; a class appears once, with the places left.
 * Patients see only times after the notice of the visit type; staff see all. Staff who name no patient see all places.
 */
export function searchSlots({ pool, clock }: Parts): RpcOf<SchedulerServiceDefinition, 'SearchSlots'> {
  return {
    callers: ['Patients', 'Receptionists', 'Providers', 'Admins'],
    async handle(request, context) {
      const wanted = parse(schema, request);
      const now = clock();
      const from = wanted.fromAt === null || wanted.fromAt < now ? now : wanted.fromAt;
      const horizon = new Date(now.getTime() + (HORIZON_DAYS + 1) * DAY_MS);
      const [afterStart, afterVisit] = readToken(wanted.pageToken) ?? [from, null];
      const reach = await reachOfSearch(pool, context, wanted, now);
      const rows = await query<Start>(pool, narrowest(wanted), [
        wanted.specialtyId,
        afterStart > from ? afterStart : from,
        afterVisit,
        wanted.toAt === null || wanted.toAt > horizon ? horizon : wanted.toAt,
        wanted.visitTypeId,
        wanted.providerId,
        wanted.locationId,
        urgencyFrom(wanted.urgency) ?? 'routine',
        isStaff(context),
        now,
        wanted.pageSize + 1,
        modeFrom(wanted.mode),
        reach.regionIds,
        reach.needsStepFree,
      ]);
      const page = rows.slice(0, wanted.pageSize);
      const last = page.at(-1);
      return {
        slots: page.map((row) => toSlot(row.id, row)),
        nextPageToken: last !== undefined && rows.length > page.length ? toToken(last) : '',
      };
    },
  };
}

type Wanted = z.output<typeof schema>;

function narrowest({ providerId, visitTypeId }: Wanted): Statement {
  if (providerId !== null) return sql.ofProvider;
  return visitTypeId === null ? sql.ofSpecialty : sql.ofKind;
}

async function reachOfSearch(pool: Pool, context: CallContext, wanted: Wanted, now: Date): Promise<Reach> {
  const { regionIds, locationId } = wanted;
  const isOwn = context.caller.kind === 'person' && context.caller.capacity === 'patient';
  const patientId = wanted.patientId ?? (isOwn ? personOf(context).personId : null);
  if (patientId === null) return { regionIds: regionIds ?? [], needsStepFree: false };
  // A list of times near a patient tells where they live.
  if (isInGroup(context.caller, 'Admins')) refuseForOneself(context, patientId);
  else await refuseOtherPatient(pool, context, patientId, 'visit', now);
  return reachOf(pool, { patientId, regionIds, locationId }, 'regionIds');
}

/** A start by its lowest free seat. */
type Start = SlotRow & { places_left: number };

function toToken(last: Start): string {
  return Buffer.from(JSON.stringify([last.start_at, last.visit_id])).toString('base64url');
}

function readToken(token: string): [Date, string] | undefined {
  if (token === '') return undefined;
  try {
    const [start, visitId] = position.parse(JSON.parse(Buffer.from(token, 'base64url').toString()));
    return [new Date(start), visitId];
  } catch (cause) {
    throw new ServiceError('invalid', 'Some fields are not right.', {
      fields: [{ field: 'pageToken', message: 'must be a next page token' }],
      cause,
    });
  }
}
