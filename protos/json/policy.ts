import { z } from 'zod';
import type { GetPolicyResponse__Output } from '../gen/healthbooker/scheduler/v1/GetPolicyResponse.ts';
import type { Policy__Output } from '../gen/healthbooker/scheduler/v1/Policy.ts';
import { Instant } from './slot.ts';
import { present } from './words.ts';

/** Wide bounds. The service has narrower ones and says how far each number may go. */
const number = z.int32().min(0).max(100_000);

export const Policy = z
  .strictObject({
    proxyChildUntilAgeYears: number.describe('The birthday at which a child’s proxies end'),
    proxyConfirmWithinHours: number.describe(
      'How long a link to an adult’s record that staff made waits for a colleague',
    ),
    proxyByStaffForDays: number.describe('How long a link to an adult that staff made works'),
    openVisitsPerSpecialty: number.describe(
      'What a patient may have booked in a specialty at a time, by themselves and without a referral',
    ),
    openSeriesPerSpecialty: number.describe('The same of series, which do not count as visits'),
    newVisitsPerDay: number.describe(
      'What a patient may book in 24 hours, cancelled or not; a series counts once',
    ),
    movesPerDay: number.describe('How often a patient may move visits in 24 hours'),
    waitingPlaces: number.describe('On how many waiting lists a patient may be'),
    lateCancellationHours: number.describe('Later than this before the visit, a cancellation is a late one'),
  })
  .meta({ id: 'Policy', description: 'What the hospital has decided, in numbers' });

export const PolicyChange = z
  .strictObject({
    version: z.int(),
    changedBy: z.string(),
    changedByName: z.string().nullable(),
    changedAt: Instant,
    differences: z.array(z.strictObject({ field: z.string(), before: z.int(), after: z.int() })),
  })
  .meta({ id: 'PolicyChange', description: 'Who changed which numbers, from what to what' });

type Fields = keyof z.output<typeof Policy> & string;

/** The name that a number has in JSON: open_visits_per_specialty is openVisitsPerSpecialty. */
function inJson(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

export function policyJson(policy: Policy__Output): z.input<typeof Policy> {
  const names = Object.keys(Policy.shape) as Fields[];
  return Object.fromEntries(names.map((name) => [name, policy[name]])) as z.input<typeof Policy>;
}

/** A policy with its changes, as far as the names of who made them are known. */
export function policyReplyJson(
  reply: GetPolicyResponse__Output,
  nameOf: (personId: string) => string | null,
): { policy: z.input<typeof Policy>; version: number; changes: z.input<typeof PolicyChange>[] } {
  return {
    policy: policyJson(present(reply.policy, 'policy')),
    version: reply.version,
    changes: reply.changes.map(({ version, changedBy, changedAt, differences }) => ({
      version,
      changedBy,
      changedByName: nameOf(changedBy),
      changedAt,
      differences: differences.map(({ field, before, after }) => ({ field: inJson(field), before, after })),
    })),
  };
}
