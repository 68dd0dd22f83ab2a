import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import { newTrace } from '@healthbooker/runtime/trace';

export type NamesOptions = {
  appointment: GrpcClient<AppointmentServiceDefinition>;
  /** Our own token for the appointment service. */
  token(): Promise<string>;
  now?: () => number;
};

export type Names = {
  /**
   * What these people are called, by id, at most half a minute ago; unknown ids are left out.
   * @throws ServiceError unavailable, deadline
   */
  find(personIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * When somebody was born, YYYY-MM-DD; empty when it is not known.
   * @throws ServiceError unavailable, deadline
   */
  birthDate(personId: string): Promise<string>;
};

type Person = { name: string; birthDate: string };

const kept_ms = 30_000;
const kept_at_most = 10_000;
const call_ms = 2000;
/** The contract's bound on one ListNames. */
const page = 100;

/** The names and birth dates of people, which the appointment service has. */
export function createNames({ appointment, token, now = Date.now }: NamesOptions): Names {
  const kept = new Map<string, Person & { until: number }>();

  async function ask(personIds: readonly string[]): Promise<[string, Person][]> {
    const context = { token, deadline: Date.now() + call_ms, trace: newTrace(), idempotent: true };
    const { names } = await appointment.call('ListNames', { personIds: [...personIds] }, context);
    return names.map(({ personId, name, birthDate }) => [personId, { name, birthDate }]);
  }

  function keep(personId: string, person: Person): void {
    const oldest = kept.size >= kept_at_most ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(personId, { ...person, until: now() + kept_ms });
  }

  async function findPeople(personIds: readonly string[]): Promise<Map<string, Person>> {
    const found = new Map<string, Person>();
    const missing: string[] = [];
    for (const personId of new Set(personIds)) {
      const known = kept.get(personId);
      if (known !== undefined && known.until > now()) found.set(personId, known);
      else missing.push(personId);
    }
    for (let from = 0; from < missing.length; from += page) {
      for (const [personId, person] of await ask(missing.slice(from, from + page))) {
        keep(personId, person);
        found.set(personId, person);
      }
    }
    return found;
  }

  return {
    async find(personIds) {
      const people = await findPeople(personIds);
      return new Map([...people].map(([personId, { name }]) => [personId, name]));
    },
    async birthDate(personId) {
      return (await findPeople([personId])).get(personId)?.birthDate ?? '';
    },
  };
}
