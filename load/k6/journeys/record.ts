import type { Person } from '../lib/person.ts';
import { think } from '../lib/think.ts';

/** Reads the own record. */
export async function record(person: Person): Promise<void> {
  await person.call({ op: 'record', method: 'GET', path: '/v1/record', answers: [200] });
  await think();
}
