import type { SeedUser } from '../cognito/seed.ts';
import type { Patient } from './patients.ts';
import { officeStaff, providers } from './staff.ts';

/** Of every person of the made-up hospital who can sign in. */
export const password = 'healthbooker-2026';

/** A login to try, and whose it is. */
export const shownLogins: readonly { role: string; email: string }[] = [
  { role: 'patient', email: 'laura.bennington@example.com' },
  { role: 'patient', email: 'zara.hussain@example.com' },
  { role: 'provider', email: 'amara.okafor@example.com' },
  { role: 'provider', email: 'helen.marsh@example.com' },
  { role: 'reception', email: 'grace.bennett@example.com' },
  { role: 'admin', email: 'robert.kane@example.com' },
  { role: 'privacy', email: 'miriam.stone@example.com' },
];

/** Accounts of all staff and of the first patients; the others were registered by reception. */
export function makeUsers(people: readonly Patient[]): SeedUser[] {
  return [
    ...people
      .slice(0, 4)
      .flatMap(({ id, name, email }) => (email ? [account(id, name, email, 'Patients')] : [])),
    ...providers.map(({ id, name, email }) => account(id, name, email, 'Providers')),
    ...officeStaff.map(({ id, name, email, group }) => account(id, name, email, group)),
  ];
}

function account(sub: string, name: string, email: string, group: SeedUser['groups'][number]): SeedUser {
  return { sub, email, password, groups: [group], attributes: { name } };
}
