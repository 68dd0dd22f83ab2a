import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer } from '../shared/api/client.ts';
import type { components, paths } from '../shared/api/clinic.generated.d.ts';
import { byCursor, cursorOf } from '../shared/query/paged.tsx';
import { together, untilWhole } from '../shared/record/paging.tsx';
import { further } from '../shared/record/use-kind.ts';
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
export type DraftSummary = ChartPage['drafts'][number];
/** A page of a chart as the edge answers it. */
export type ChartPage =
  paths['/clinic/v1/patients/{id}/chart']['get']['responses'][200]['content']['application/json'];

/** A chart as far as it was read. */
export type ChartView = ChartPage;

/** Shown while a patient's profile cannot be read, so that staff still see that there is a visit. */
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

/** Every read of a chart is on record, so a chart is never read again unless somebody asks for it. */
const onlyWhenAsked = {
  staleTime: 60_000,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  meta: { live: false },
} as const;

function chartPage(id: string, page: string, kind?: Entry['kind']): Promise<ChartPage> {
  const query = { ...cursorOf(page), ...(kind === undefined ? {} : { kind }) };
  return answer(api.GET('/clinic/v1/patients/{id}/chart', { params: { path: { id }, query } }));
}

/** A chart when it is opened: all lasting entries, page by page until they are complete, and the newest events. */
export function chartQuery(id: string) {
  return infiniteQueryOptions({
    ...onlyWhenAsked,
    queryKey: ['chart', id],
    queryFn: ({ pageParam }) => chartPage(id, pageParam),
    initialPageParam: untilWhole.initialPageParam,
    getNextPageParam: ({ chart }) => untilWhole.getNextPageParam(chart),
    select: ({ pages }): ChartView => ({
      patient: pages.at(-1)?.patient ?? null,
      chart: together(pages.map(({ chart }) => chart)),
      drafts: pages[0]?.drafts ?? [],
    }),
  });
}

/** One kind of entry behind the end of the opened chart, `from` its cursor on. */
export function chartKindQuery(id: string, kind: Entry['kind'], from: string) {
  return infiniteQueryOptions({
    ...onlyWhenAsked,
    queryKey: ['chart', id, kind, from],
    queryFn: async ({ pageParam }) => (await chartPage(id, pageParam, kind)).chart,
    ...byCursor,
    initialPageParam: from,
    select: ({ pages }) => further(pages),
  });
}

/** Every version of an entry, newest first, by the page. */
export function entryQuery(id: string, entryId: string) {
  return infiniteQueryOptions({
    ...onlyWhenAsked,
    queryKey: ['chart', id, 'entry', entryId],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/clinic/v1/patients/{id}/entries/{entryId}', {
          params: { path: { id, entryId }, query: cursorOf(pageParam) },
        }),
      ),
    ...byCursor,
    select: ({ pages }) => pages.flatMap(({ versions }) => versions.toReversed()),
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
