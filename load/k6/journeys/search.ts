import type { Person } from '../lib/person.ts';
import { think } from '../lib/think.ts';

/** Opens the portal, sees the own visits, and looks at what is free in one specialty. */
export async function search(person: Person): Promise<void> {
  const directory = await person.directory();
  if (directory === undefined) return;
  await think();
  await person.call({ op: 'timeline', method: 'GET', path: '/v1/appointments', answers: [200] });
  await think();
  const specialty = person.pick(directory.specialties);
  const region = person.pick(directory.regions);
  const query = `specialtyId=${encodeURIComponent(specialty.id)}&regionId=${encodeURIComponent(region.id)}`;
  const path = `/v1/slots?${query}`;
  await person.call({ op: 'search', method: 'GET', path, answers: [200] });
  await think();
}
