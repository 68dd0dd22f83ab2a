import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import { type PersonSummary, personJson } from '@healthbooker/protos/json/profile';
import { type CallContext, forward } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import type { z } from 'zod';

type Person = z.input<typeof PersonSummary>;

/** The contract's bound on one ListProfiles. */
const maxIds = 100;

/**
 * Who these people are, by id; unknown ids are left out. While the appointment service or its table is down the map is
 * empty: a list without names is still of use.
 */
export async function listPeople(
  appointment: GrpcClient<AppointmentServiceDefinition>,
  personIds: readonly string[],
  context: CallContext,
): Promise<ReadonlyMap<string, Person>> {
  const ids = [...new Set(personIds)];
  const chunks = Array.from({ length: Math.ceil(ids.length / maxIds) }, (_, index) =>
    ids.slice(index * maxIds, (index + 1) * maxIds),
  );
  try {
    const replies = await Promise.all(
      chunks.map((chunk) =>
        appointment.call('ListProfiles', { personIds: chunk }, forward(context, { idempotent: true })),
      ),
    );
    return new Map(
      replies.flatMap(({ people }) =>
        people.map((person): [string, Person] => [person.personId, personJson(person)]),
      ),
    );
  } catch (err) {
    const down = err instanceof ServiceError && (err.kind === 'unavailable' || err.kind === 'deadline');
    if (!down) throw err;
    context.log.warn({ err }, 'names cannot be read');
    return new Map();
  }
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
