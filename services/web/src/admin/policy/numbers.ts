import type { Policy } from '../api.ts';

export type PolicyName = keyof Policy;

type PolicyNumber = { name: PolicyName; label: string; unit?: string; hint?: string };

/** The numbers of the policy in the order and the groups in which they are shown, with words for each. */
export const policyGroups: readonly { title: string; hint: string; numbers: readonly PolicyNumber[] }[] = [
  {
    title: 'What one patient may book by themselves',
    hint: 'Bookings by staff and with a referral are not counted. A change counts from the next booking on.',
    numbers: [
      {
        name: 'openVisitsPerSpecialty',
        label: 'Visits booked at a time',
        unit: 'in each specialty',
        hint: 'Visits of a series are not counted here',
      },
      { name: 'openSeriesPerSpecialty', label: 'Series booked at a time', unit: 'in each specialty' },
      {
        name: 'newVisitsPerDay',
        label: 'New visits within 24 hours',
        hint: 'Cancelled ones are counted, a series once',
      },
      { name: 'movesPerDay', label: 'Moves within 24 hours' },
      { name: 'waitingPlaces', label: 'Waiting lists at a time' },
    ],
  },
  {
    title: 'Cancelling',
    hint: 'Cancelling is never refused before the visit; patients are told when it is late.',
    numbers: [
      {
        name: 'lateCancellationHours',
        label: 'A cancellation is late',
        unit: 'hours before the visit',
        hint: 'Less than this before the visit',
      },
    ],
  },
  {
    title: 'Acting for a patient',
    hint: 'For links that are made from then on.',
    numbers: [
      { name: 'proxyChildUntilAgeYears', label: 'Parents act for a child until age', unit: 'years' },
      {
        name: 'proxyConfirmWithinHours',
        label: 'A link to an adult’s record waits for a colleague',
        unit: 'hours',
      },
      { name: 'proxyByStaffForDays', label: 'A link to an adult that staff made works', unit: 'days' },
    ],
  },
];

/** What a number is called where it stands by itself, as among the changes. */
export function labelOf(field: string): string {
  const found = policyGroups.flatMap(({ numbers }) => numbers).find(({ name }) => name === field);
  return found?.label ?? field;
}
