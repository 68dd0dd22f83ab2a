import type { Patient } from './patients.ts';
import { idOf } from './random.ts';

/** Relatives of people with a login, without an account of their own: name, sex, birth date, who acts for them. */
const relatives = [
  ['Tom Bennington', 'male', '2018-03-09', 'Laura Bennington'],
  ['George Bennington', 'male', '1951-09-27', 'Laura Bennington'],
  ['Eva Novak', 'female', '2016-06-14', 'Peter Novak'],
] as const;

/** Somebody who acts for a patient, as reception set it up; of a child until a birthday, YYYY-MM-DD. */
export type Link = {
  patientId: string;
  proxyId: string;
  evidence: string;
  reason: string;
  until: string | null;
};

/** As the policy of the scheduler has it from the beginning. */
const grownUpAt_years = 16;

/** The relatives as patients: reached, if at all, by the telephone of who acts for them. */
export function makeRelatives(known: readonly Patient[], ageOn: (birthDate: string) => number): Patient[] {
  return relatives.map(([name, sex, birthDate, proxyName]): Patient => {
    const proxy = find(known, proxyName);
    return {
      id: idOf(`patient ${name}`),
      name,
      sex,
      birthDate,
      age: ageOn(birthDate),
      phone: proxy.phone,
      timeZone: proxy.timeZone,
      language: proxy.language,
      postcode: proxy.postcode,
      regionId: proxy.regionId,
      accessNeeds: name === 'George Bennington' ? ['Hearing loop'] : [],
      hasAccount: false,
    };
  });
}

/** Who acts for whom. */
export function makeLinks(patients: readonly Patient[]): Link[] {
  return relatives.map(([name, , birthDate, proxyName]) => {
    const isChild = birthDate > '2010';
    return {
      patientId: find(patients, name).id,
      proxyId: find(patients, proxyName).id,
      evidence: isChild ? 'Birth certificate and passport' : 'Lasting power of attorney, passports of both',
      reason: isChild ? 'Parent of a child' : 'Son or daughter, manages his appointments',
      until: isChild ? `${Number(birthDate.slice(0, 4)) + grownUpAt_years}${birthDate.slice(4)}` : null,
    };
  });
}

function find(patients: readonly Patient[], name: string): Patient {
  const found = patients.find((patient) => patient.name === name);
  if (found === undefined) throw new Error(`${name} is no patient`);
  return found;
}
