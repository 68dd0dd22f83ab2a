import type { DecisionServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/DecisionService';
import { instantText } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { recordAccess } from '../care/access-log/record.ts';
import { pageSize, readPage, writePage } from '../page.ts';
import { optionalId, optionalInstant, optionalName, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { type DecisionRow, patientOf } from './decision-row.ts';
import { toSummary } from './to-contract.ts';

/** Of decision `d`: from $1 to before $2, of provider $3, specialty $4 and kind $5, behind $6 to $8; null for any. */
const isWanted = `decided_at >= $1 and decided_at < $2
  and ($3::text is null or outcome -> 'reservation' -> 'slot' ->> 'providerId' = $3
    or outcome -> 'entry' -> 'offer' -> 'slot' ->> 'providerId' = $3)
  and ($4::text is null or outcome -> 'reservation' -> 'slot' ->> 'specialtyId' = $4
    or outcome ? 'entry' and exists (
      select from waitlist_entry e where e.appointment_id = d.appointment_id and e.specialty_id = $4))
  and ($5::text is null or outcome ->> 'change' = $5)
  and ($6::timestamptz is null or (decided_at, appointment_id, version) < ($6, $7::uuid, $8::int))`;
const columns = 'appointment_id, version, rule_version, inputs, outcome, decided_at';
const latestFirst = 'order by decided_at desc, appointment_id desc, version desc';
const list = statement(
  'list-decisions',
  `select ${columns} from decision_view d where ${isWanted}
${latestFirst} limit $9`,
);
/** Of one visit or waiting entry ($9). Found by its id, and sorted then: a plan for any limit goes through the index by time. */
const listOfAppointment = statement(
  'decisions-of-appointment',
  `select ${columns} from (select ${columns} from decision_view where appointment_id = $9 offset 0) d where ${isWanted}
${latestFirst} limit $10`,
);
const LONGEST_MS = 31 * 86_400_000;

const schema = z.object({
  providerId: optionalId,
  specialtyId: optionalName,
  kind: z
    .union([z.literal(''), z.string().regex(/^[a-z-]{1,40}$/)], { error: 'must be a word like moved' })
    .transform((kind) => kind || null),
  appointmentId: optionalId,
  fromAt: optionalInstant,
  toAt: optionalInstant,
  pageSize: pageSize(100, 50),
  pageToken: z.string().max(200),
});

const after = z.tuple([instantText, z.guid(), z.int32()]);

/** Decisions of a period of 31 days at most, latest first. */
export function listDecisions({ pool, clock }: Parts): RpcOf<DecisionServiceDefinition, 'ListDecisions'> {
  return {
    callers: ['Admins'],
    async handle(request, context) {
      const { pageSize: size, pageToken, ...wanted } = parse(schema, request);
      // One second later, so that decisions of this moment are listed.
      const to = wanted.toAt ?? new Date(clock().getTime() + 1000);
      const from = wanted.fromAt ?? new Date(to.getTime() - LONGEST_MS);
      if (from >= to || to.getTime() - from.getTime() > LONGEST_MS) {
        throw new ServiceError('invalid', 'Some fields are not right.', {
          fields: [{ field: 'toAt', message: 'must be after fromAt, by 31 days at most' }],
        });
      }
      const { providerId, specialtyId, kind, appointmentId } = wanted;
      const place = readPage(after, pageToken) ?? [null, null, null];
      const filters = [from, to, providerId, specialtyId, kind, ...place];
      const rows =
        appointmentId === null
          ? await query<DecisionRow>(pool, list, [...filters, size + 1])
          : await query<DecisionRow>(pool, listOfAppointment, [...filters, appointmentId, size + 1]);
      const page = rows.slice(0, size);
      const access = { action: 'read', what: 'decision', why: 'office' } as const;
      const patientIds = page.flatMap((row) => patientOf(row) ?? []);
      await recordAccess(pool, context, patientIds, access, clock());
      const last = rows.length > size ? page.at(-1) : undefined;
      return { decisions: page.map(toSummary), nextPageToken: last === undefined ? '' : placeOf(last) };
    },
  };
}

function placeOf({ decided_at, appointment_id, version }: DecisionRow): string {
  return writePage([decided_at.toISOString(), appointment_id, version]);
}
