import { randomUUID } from 'node:crypto';
import type { Capacity, Group } from '@healthbooker/runtime/context';
import type { RawService } from '../access/raw-call.ts';
import { addToPool, testPool } from '../pool.ts';
import { signIn } from '../sign-in.ts';
import { workloadToken } from '../tokens.ts';
import type { Victim } from './victim.ts';

/** An account of an attacker, with a token of one app client or of both. */
export type Account = { sub: string; groups: readonly Group[]; tokens: Partial<Record<Capacity, string>> };

export type Attacker = {
  name: string;
  accounts: readonly Account[];
  /** Fields whose canaries they are given as part of their work. */
  openFields: RegExp | undefined;
  /** The token they act with in a capacity. */
  tokenAs(capacity: Capacity): string | undefined;
};

type Wanted = {
  name: string;
  accounts: readonly { groups: readonly Group[]; as: readonly Capacity[] }[];
  openFields?: RegExp;
};

/** Staff who reach those who wait write down that they did, for each other. */
const officeNotes = /^note of a contact$/;
/** Reception decides who is to be known by another name, and reads why. */
const receptionNotes = /^note of a contact$|^reason for another legal name$/;

/** In the order of their attacks: those whose own work lets others see a patient come last. */
export const wanted: readonly Wanted[] = [
  { name: 'clinician without relationship', accounts: [{ groups: ['Providers'], as: ['staff'] }] },
  { name: 'two roles', accounts: [{ groups: ['Patients', 'Providers'], as: ['patient', 'staff'] }] },
  { name: 'proxy whose link ended', accounts: [{ groups: ['Patients'], as: ['patient'] }] },
  { name: 'manager', accounts: [{ groups: ['Managers'], as: ['staff'] }] },
  { name: 'admin', accounts: [{ groups: ['Admins'], as: ['staff'] }], openFields: officeNotes },
  {
    name: 'receptionist',
    accounts: [
      { groups: ['Receptionists'], as: ['staff'] },
      { groups: ['Patients'], as: ['patient'] },
    ],
    openFields: receptionNotes,
  },
];

const password = 'red-team-2026-now';

/** Gives each an account in the user pool, or two, signs them in and lets them have profiles. */
export async function hireAttackers(appointment: RawService): Promise<Attacker[]> {
  const voucher = await workloadToken('patient-edge', 'appointment');
  const attackers: Attacker[] = [];
  for (const { name, accounts: kinds, openFields } of wanted) {
    const accounts: Account[] = [];
    for (const { groups, as } of kinds) {
      const sub = randomUUID();
      const email = `${sub}@example.com`;
      const attributes = { name: `Mallory ${name}`, birthdate: '1985-12-10' };
      addToPool([{ sub, email, password, groups, attributes }]);
      const tokens: Account['tokens'] = {};
      for (const capacity of as) tokens[capacity] = await signIn(testPool(), email, password, capacity);
      const profile = { email, name: attributes.name, birthDate: '1985-12-10', phone: '' };
      await appointment.call('EnsureProfile', profile, Object.values(tokens)[0], voucher);
      accounts.push({ sub, groups, tokens });
    }
    attackers.push({
      name,
      accounts,
      openFields,
      tokenAs: (capacity) => accounts.find(({ tokens }) => tokens[capacity] !== undefined)?.tokens[capacity],
    });
  }
  return attackers;
}

/** Lets an attacker act for a victim, and ends it again. */
export async function beProxyOnce(scheduler: RawService, attacker: Attacker, victim: Victim): Promise<void> {
  const { code } = await scheduler.call('InviteProxy', { scope: 'PROXY_SCOPE_RECORD' }, victim.token);
  await scheduler.call('AcceptInvitation', { code }, attacker.tokenAs('patient'));
  const proxyId = attacker.accounts[0]?.sub;
  await scheduler.call('EndProxy', { patientId: victim.id, proxyId }, victim.token);
}
