import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import { type CallContext, forward, isInGroup } from '@healthbooker/runtime/context';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { findProfiles } from '../tables/profile.ts';
import { toSummary } from './find-patient.ts';

const listRequest = z.object({ personIds: z.array(z.guid()).max(100), withFormer: z.boolean() });

/**
 * What staff need to tell patients apart. A patient gets the same of people they act for, and only the names of people
 * who act for them; other ids are left out like unknown ones. Former names, birth dates and sexes are for clinicians only.
 * @throws ServiceError invalid, unavailable
 */
export function listProfiles(parts: Parts): RpcOf<AppointmentServiceDefinition, 'ListProfiles'> {
  return {
    callers: ['Patients', 'Providers', 'Receptionists', 'Privacy', 'Admins'],
    async handle(request, context) {
      const asked = parse(listRequest, request);
      const personIds = [...new Set(asked.personIds)];
      const withFormer = asked.withFormer && isInGroup(context.caller, 'Providers');
      const known = await knownTo(parts, context);
      const shown = known === 'everybody' ? personIds : personIds.filter((id) => known.has(id));
      const items = await findProfiles(parts.store, shown, context.signal);
      return {
        people: items.map((item) =>
          known === 'everybody' || known.get(item.PK) === 'patient'
            ? toSummary(item, withFormer)
            : { personId: item.PK, name: item.name },
        ),
      };
    },
  };
}

/** What a patient may learn of others: everything here of people they act for, the name of people who act for them. */
async function knownTo(
  { proxies }: Parts,
  context: CallContext,
): Promise<'everybody' | Map<string, 'patient' | 'proxy'>> {
  const staff = ['Providers', 'Receptionists', 'Privacy', 'Admins'] as const;
  if (staff.some((group) => isInGroup(context.caller, group))) return 'everybody';
  const links = await proxies.call('ListProxies', {}, forward(context, { idempotent: true }));
  return new Map([
    ...links.proxies.map(({ proxyId }) => [proxyId, 'proxy'] as const),
    // The patient learns who asked to act for them; the asker learns nothing of the patient yet.
    ...links.unconfirmed.map(({ proxyId }) => [proxyId, 'proxy'] as const),
    ...links.actsFor.map(({ patientId }) => [patientId, 'patient'] as const),
  ]);
}
