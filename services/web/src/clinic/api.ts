import { queryOptions } from '@tanstack/react-query';
import { answer } from '../shared/api/client.ts';
import type { components, paths } from '../shared/api/clinic.generated.d.ts';
import { api } from '../shared/staff/api.ts';
import { shownName } from '../shared/staff/names.ts';

export type Entry = components['schemas']['Entry'];
export type NewEntryBody = components['schemas']['NewEntryBody'];
/** What clinicians write; requests to correct an entry come from patients. */
export type Kind = NewEntryBody['kind'];
export type WrittenEntry = Extract<Entry, { kind: Kind }>;
export type Correction = Extract<Entry, { kind: 'correction-request' }>;
export type Release = Entry['release'];
export type PersonSummary = components['schemas']['PersonSummary'];
export type DayList = paths['/clinic/v1/day']['get']['responses'][200]['content']['application/json'];
export type Visit = DayList['visits'][number];
export type Referral = components['schemas']['Referral'];
export type ChartView =
  paths['/clinic/v1/patients/{id}/chart']['get']['responses'][200]['content']['application/json'];

/** Who somebody is while their profile cannot be read: staff still see that there is a visit. */
const unknownPerson: PersonSummary = {
  personId: '',
  name: shownName(null),
  birthDate: '',
  sex: '',
  medicalRecordNumber: '',
  accessNeeds: [],
  preferredName: '',
  formerly: [],
};

/** The person, or words that say that the name could not be read. */
export function shownPerson(person: PersonSummary | null): PersonSummary {
  return person ?? unknownPerson;
}

/** One provider's day; without a provider the caller's own. */
export function dayQuery(date: string, providerId?: string) {
  return queryOptions({
    queryKey: ['day', date, providerId],
    queryFn: () =>
      answer(
        api.GET('/clinic/v1/day', { params: { query: { date, ...(providerId ? { providerId } : {}) } } }),
      ),
  });
}

/** Seven days of one provider, from a Monday on. */
export function weekQuery(from: string, providerId: string) {
  return queryOptions({
    queryKey: ['week', from, providerId],
    queryFn: () => answer(api.GET('/clinic/v1/week', { params: { query: { from, providerId } } })),
  });
}

/** Every read of a chart is put on record, so nothing reads one again that nobody asked for. */
const onlyWhenAsked = {
  staleTime: 60_000,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  meta: { live: false },
} as const;

export function chartQuery(id: string) {
  return queryOptions({
    ...onlyWhenAsked,
    queryKey: ['chart', id],
    queryFn: () => answer(api.GET('/clinic/v1/patients/{id}/chart', { params: { path: { id } } })),
  });
}

export function entryQuery(id: string, entryId: string) {
  return queryOptions({
    ...onlyWhenAsked,
    queryKey: ['chart', id, entryId],
    queryFn: () =>
      answer(api.GET('/clinic/v1/patients/{id}/entries/{entryId}', { params: { path: { id, entryId } } })),
  });
}

/** What was ordered for a patient, open orders first. */
export function referralsQuery(patientId: string) {
  return queryOptions({
    queryKey: ['referrals', patientId],
    queryFn: () =>
      answer(api.GET('/clinic/v1/patients/{id}/referrals', { params: { path: { id: patientId } } })),
  });
}
