import { visitModes } from '@healthbooker/protos/json/mode';
import { timesOfDay } from '@healthbooker/protos/json/slot';
import { accessNeeds } from '@healthbooker/protos/json/waitlist';
import { calendarDate } from '@healthbooker/runtime/dates';
import { z } from 'zod';
import { SymptomAnswers } from './symptom-answers.ts';
import { answered } from './symptoms-or-referral.ts';

const id = z.string().min(1).max(64);

/** What a visit is for, and what suits; what is left out means any. */
export const needFields = {
  specialtyId: id,
  visitTypeId: id,
  providerId: z.guid().exactOptional(),
  locationId: id.exactOptional(),
  regionIds: z
    .array(id)
    .max(20)
    .exactOptional()
    .describe('Where the patient can go; else where their profile or latest visit says'),
  earliestDate: calendarDate.exactOptional(),
  latestDate: calendarDate.exactOptional(),
  timesOfDay: z.array(timesOfDay.schema).max(3).exactOptional(),
  daysOfWeek: z.array(z.int32().min(1).max(7)).max(7).exactOptional().describe('ISO: Monday is 1'),
  mode: visitModes.schema.exactOptional(),
  accessNeeds: z.array(accessNeeds.schema).max(5).exactOptional(),
  referralId: z.guid().exactOptional().describe('Urgency and dates come from it'),
  symptoms: SymptomAnswers.exactOptional().describe('Needed without a referral'),
};
export const Need = answered(z.strictObject(needFields));

/** The contract's Need. */
export function needMessage(need: z.output<typeof Need>) {
  const { timesOfDay: times, accessNeeds: needs, mode, ...rest } = need;
  return {
    ...rest,
    timesOfDay: (times ?? []).map(timesOfDay.toName),
    accessNeeds: (needs ?? []).map(accessNeeds.toName),
    ...(mode === undefined ? {} : { mode: visitModes.toName(mode) }),
  };
}
