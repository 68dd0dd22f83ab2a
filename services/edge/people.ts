import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import { type PersonSummary, personJson } from '@healthbooker/protos/json/profile';
import { type CallContext, forward } from '@healthbooker/runtime/context';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import type { z } from 'zod';
import { unlessDown } from './unless-down.ts';

type Person = z.input<typeof PersonSummary>;

/** How many people one ListProfiles may name. */
const maxIds = 100;

/**
 * Who these people are, by id; unknown ids, and people of whom the caller may not know, are left out. While the
 * appointment service or its table is down the map is empty: a list without names is still of use.
 * @param options.withFormer with what they were known by before, which clinicians get
 */
export function listPeople(
  appointment: GrpcClient<AppointmentServiceDefinition>,
  personIds: readonly string[],
  context: CallContext,
  { withFormer = false }: { withFormer?: boolean } = {},
): Promise<ReadonlyMap<string, Person>> {
  const ids = [...new Set(personIds)];
  const chunks = Array.from({ length: Math.ceil(ids.length / maxIds) }, (_, index) =>
    ids.slice(index * maxIds, (index + 1) * maxIds),
  );
  const read = async () => {
    const replies = await Promise.all(
      chunks.map((chunk) =>
        appointment.call(
          'ListProfiles',
          { personIds: chunk, withFormer },
          forward(context, { idempotent: true }),
        ),
      ),
    );
    return new Map(
      replies.flatMap(({ people }) =>
        people.map((person): [string, Person] => [person.personId, personJson(person)]),
      ),
    );
  };
  return unlessDown(
    read,
    new Map<string, Person>(),
    context,
    'names cannot be read: the page is answered without them',
  );
}

/** The names of these people, by id; null for those that cannot be read. */
export async function namesOf(
  appointment: GrpcClient<AppointmentServiceDefinition>,
  personIds: readonly string[],
  context: CallContext,
): Promise<(personId: string) => string | null> {
  const people = await listPeople(appointment, personIds, context);
  return (personId) => people.get(personId)?.name ?? null;
}
