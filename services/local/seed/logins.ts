import type { SeedUser } from '../cognito/seed.ts';
import type { Login } from '../service-env.ts';
import type { Patient } from './patients.ts';
import { officeStaff, providers } from './staff.ts';

/** Of every person of the made-up hospital who can sign in. */
export const password = 'healthbooker-2026';

/** A login to try, and whose it is. Whoever is two things signs in as either, each at its portal. */
export const shownLogins: readonly Login[] = [
  { role: 'patient', email: 'laura.bennington@example.com' },
  { role: 'patient', email: 'zara.hussain@example.com' },
  { role: 'patient', email: 'maximiliane.waldenburg@example.com' },
  { role: 'patient', email: 'abdulrahman.albaghdadi@example.com' },
  { role: 'patient', email: 'sivasubramaniam.tamilselvan@example.com' },
  { role: 'proxy', email: 'peter.novak@example.com' },
  { role: 'provider', email: 'amara.okafor@example.com' },
  { role: 'provider', email: 'helen.marsh@example.com' },
  { role: 'provider', email: 'bartholomaeus.ashby@example.com' },
  { role: 'provider-patient', email: 'thomas.whitfield@example.com' },
  { role: 'reception', email: 'grace.bennett@example.com' },
  { role: 'reception', email: 'ngozi.abara@example.com' },
  { role: 'reception-patient', email: 'elif.demir@example.com' },
  { role: 'admin', email: 'robert.kane@example.com' },
  { role: 'manager', email: 'victor.lindgren@example.com' },
  { role: 'privacy', email: 'miriam.stone@example.com' },
  { role: 'privacy', email: 'ruth.castell@example.com' },
];

/** Accounts of all staff and of the patients who have one. */
export function makeUsers(people: readonly Patient[]): SeedUser[] {
  const staff = [
    ...providers.map(({ id, name, email }) => account(id, name, email, 'Providers')),
    ...officeStaff.map(({ id, name, email, group }) => account(id, name, email, group)),
  ];
  const users = new Map(staff.map((user) => [user.sub, user]));
  for (const { id, name, email, hasAccount } of people) {
    if (!hasAccount || !email) continue;
    const patient = account(id, name, email, 'Patients');
    const groups = [...(users.get(id)?.groups ?? []), ...patient.groups];
    users.set(id, { ...patient, groups });
  }
  return [...users.values()];
}

function account(sub: string, name: string, email: string, group: SeedUser['groups'][number]): SeedUser {
  return { sub, email, password, groups: [group], attributes: { name } };
}
