import type { Capacity, Group } from '@healthbooker/runtime/context';
import { accessToken } from '../tokens.ts';
import { capacities, groups, type Ids, type Person } from './callers.ts';
import type { Expected, Outcome } from './rules.ts';

/**
 * Somebody in no group, in one or in two, and with whose rights they act in either capacity: as a patient with those of
 * another patient, as staff with what their staff groups add up to.
 */
export type Member = { who: string; sub: Person; as: Readonly<Record<Capacity, readonly Person[]>> };

/** A member with a token of one app client. */
export type Cell = { who: string; member: Member; capacity: Capacity };

const byGroup: Readonly<Record<Group, readonly Person[]>> = {
  Patients: ['other'],
  Providers: ['provider', 'stranger'],
  Receptionists: ['reception'],
  Privacy: ['privacy'],
  Admins: ['admin'],
  Managers: ['manager'],
};

function member(...roles: readonly Person[]): Member {
  const inCapacity = (capacity: Capacity) =>
    roles.filter((role) => groups[role].length > 0 && capacities[role] === capacity);
  const staff = inCapacity('staff');
  // Whoever is in the directory goes by that id.
  const sub = staff.find((role) => groups[role].includes('Providers')) ?? staff[0] ?? roles[0] ?? 'groupless';
  return { who: roles.join(' + '), sub, as: { patient: inCapacity('patient'), staff } };
}

const ofGroups = Object.values(byGroup);
const singles = [...ofGroups.flat(), 'groupless' as const];
const pairs = ofGroups.flatMap((some, index) =>
  ofGroups.slice(index + 1).flatMap((others) => some.flatMap((one) => others.map((two) => member(one, two)))),
);

/**
 * Every pair of groups with both app clients, and everybody of one group or none with the client that is not theirs: the
 * one that is, `people` have.
 */
export const memberCells: readonly Cell[] = [
  ...singles.map((one) => cell(member(one), capacities[one] === 'patient' ? 'staff' : 'patient')),
  ...pairs.flatMap((pair) => [cell(pair, 'patient'), cell(pair, 'staff')]),
];

function cell(one: Member, capacity: Capacity): Cell {
  return { who: `${one.who} as ${capacity}`, member: one, capacity };
}

/** What the groups of a member are in a token. */
export function groupsOf({ as }: Member): Group[] {
  return [...as.patient, ...as.staff].flatMap((role) => groups[role]);
}

/** A good access token for each cell, by its name. */
export async function memberTokens(ids: Ids): Promise<ReadonlyMap<string, string>> {
  const made = memberCells.map(async ({ who, member: one, capacity }) => {
    const token = await accessToken({ sub: ids[one.sub], groups: groupsOf(one), capacity });
    return [who, token] as const;
  });
  return new Map(await Promise.all(made));
}

/** What a member gets where `expected` says what everybody of one group does: the best of what counts. */
export function outcomeFor({ member: one, capacity }: Cell, expected: Expected): Outcome {
  const outcomes = one.as[capacity].map((role) => expected[role]);
  return (['ok', 'not-found'] as const).find((each) => outcomes.includes(each)) ?? 'forbidden';
}
