import { fillHospital } from '@healthbooker/scheduler/test/hospital';
import { type Person, person } from './people.ts';
import type { Running } from './running.ts';
import { dayOf } from './time.ts';

export type People = {
  patients: ReadonlyMap<string, Person>;
  clinicians: ReadonlyMap<string, Person>;
  reception: Person;
  admin: Person;
};

const patients = 40;

/** The small hospital of the scheduler's tests with its people, made where it is not there yet. */
export async function furnish(running: Running): Promise<People> {
  const { owners, appointment, time } = running;
  const providers = () => owners.scheduler.query<{ id: string }>('select id from provider order by name');
  if ((await providers()).rows.length === 0) await fillHospital(owners.scheduler, dayOf(time.now()));
  const byId = (people: Person[]) => new Map(people.map((each) => [each.id, each]));
  const people = {
    patients: byId(Array.from({ length: patients }, (_, index) => person(`patient ${index}`, 'Patients'))),
    clinicians: byId((await providers()).rows.map(({ id }) => person(id, 'Providers', id))),
    reception: person('reception', 'Receptionists'),
    admin: person('admin', 'Admins'),
  };
  let index = 0;
  for (const patient of people.patients.values()) {
    index += 1;
    const account = {
      email: `patient-${index}@example.com`,
      name: `Patient Number ${index}`,
      birthDate: `${1940 + index}-03-0${1 + (index % 9)}`,
      phone: '',
    };
    await appointment('EnsureProfile', account, await patient.atPortal());
  }
  return people;
}
