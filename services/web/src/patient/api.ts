import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, createApi, done } from '../shared/api/client.ts';
import type { components, paths } from '../shared/api/patient.generated.d.ts';
import { byCursor, cursorOf } from '../shared/query/paged.tsx';
import { together, untilWhole } from '../shared/record/paging.tsx';
import { further } from '../shared/record/use-kind.ts';
import { accessToken } from '../shared/session/cognito.ts';
import { whom } from './acting/acting.ts';

export type Slot = components['schemas']['Slot'];
export type Hold = components['schemas']['Hold'];
export type Appointment = components['schemas']['Appointment'];
export type AppointmentSummary = components['schemas']['AppointmentSummary'];
export type Profile = components['schemas']['Profile'];
export type Directory = components['schemas']['Directory'];
export type Location = components['schemas']['Location'];
export type Entry = components['schemas']['Entry'];
export type Referral = components['schemas']['Referral'];
export type Proposal = paths['/v1/proposals']['post']['responses'][200]['content']['application/json'];
export type ProposalRequest = NonNullable<
  paths['/v1/proposals']['post']['requestBody']
>['content']['application/json'];
export type AppointmentView =
  paths['/v1/appointments/{id}']['get']['responses'][200]['content']['application/json'];
export type Timeline = Omit<
  paths['/v1/appointments']['get']['responses'][200]['content']['application/json'],
  'nextCursor'
> & {
  /** There are older ones than those that were read. */
  isCut: boolean;
};

export const api = createApi<paths>();

/** A timeline is read to its end, but never further than this many pages of 100; it says when that was not the end. */
const pageLimit = 5;

/** A profile, or what has to be asked for before there can be one: something of the account, or whether staff want one. */
export type Session = paths['/v1/session']['post']['responses'][200]['content']['application/json'];
export type AccountDetails = NonNullable<
  paths['/v1/session']['post']['requestBody']
>['content']['application/json'];

/** Opens the session at the edge; a new person's token is renewed once so that it names their group. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Number.POSITIVE_INFINITY,
  meta: { live: false },
  queryFn: () => firstSession({}),
});

/** The session of somebody who has just signed up, and said where they live. */
export function sessionWith(postcode: string) {
  return queryOptions({ ...sessionQuery, queryFn: () => firstSession({ postcode }) });
}

async function firstSession(details: AccountDetails): Promise<Session> {
  const first = await openSession(details);
  return first.refreshToken ? await renewedSession(details) : first;
}

/** Opens the session; `details` are what the account lacks for a profile. */
export async function openSession(details: AccountDetails): Promise<Session> {
  return await answer(api.POST('/v1/session', { body: details }));
}

/** Makes the account of somebody who works here a patient's as well, and opens the patient's session. */
export async function becomePatient(): Promise<Session> {
  await done(api.PUT('/v1/me/patient'));
  return await renewedSession();
}

async function renewedSession(details: AccountDetails = {}): Promise<Session> {
  await accessToken({ renew: true });
  return await openSession(details);
}

export const profileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: () => answer(api.GET('/v1/me')),
});

export type Identity = components['schemas']['Identity'];

/** Legal name, birth date and sex: what is on file, what is asked for and what was decided. */
export const identityQuery = queryOptions({
  queryKey: ['identity'],
  // Reception decides meanwhile, often while the patient stands at the desk with this page.
  staleTime: 0,
  queryFn: () => answer(api.GET('/v1/me/identity')),
});

export const directoryQuery = queryOptions({
  queryKey: ['directory'],
  staleTime: 5 * 60_000,
  meta: { live: false },
  queryFn: () => answer(api.GET('/v1/directory')),
});

export const timelineQuery = queryOptions({
  queryKey: ['timeline'],
  queryFn: async (): Promise<Timeline> => {
    const timeline: Timeline = { appointments: [], recordHeadlines: [], isCut: false };
    let cursor: string | undefined;
    for (let page = 0; page < pageLimit; page += 1) {
      const part = await answer(
        api.GET('/v1/appointments', {
          params: { query: { ...whom(), limit: 100, ...(cursor ? { cursor } : {}) } },
        }),
      );
      timeline.appointments.push(...part.appointments);
      timeline.recordHeadlines.push(...part.recordHeadlines);
      cursor = part.nextCursor;
      if (!cursor) break;
    }
    timeline.isCut = cursor !== undefined;
    return timeline;
  },
});

export function appointmentQuery(id: string) {
  return queryOptions({
    queryKey: ['appointment', id],
    queryFn: () => answer(api.GET('/v1/appointments/{id}', { params: { path: { id } } })),
  });
}

/** Open referrals and follow-ups of whom this tab acts for. */
export const referralsQuery = queryOptions({
  queryKey: ['referrals'],
  queryFn: () => answer(api.GET('/v1/referrals', { params: { query: whom() } })),
});

/**
 * Every read of a record adds a line to its list of reads, so a record is read again by itself only after news of a
 * change.
 */
const onlyWhenAsked = {
  staleTime: 60_000,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  meta: { live: false },
} as const;

function recordPage(page: string, kind?: Entry['kind']) {
  const query = { ...whom(), ...cursorOf(page), ...(kind === undefined ? {} : { kind }) };
  return answer(api.GET('/v1/record', { params: { query } }));
}

export type Opened = ReturnType<typeof together<Entry, Entry['kind']>>;

/** The record when it is opened: all lasting entries, page by page until they are complete, and the newest events. */
export const recordQuery = infiniteQueryOptions({
  ...onlyWhenAsked,
  queryKey: ['record'],
  queryFn: ({ pageParam }) => recordPage(pageParam),
  ...untilWhole,
  select: ({ pages }) => together(pages),
});

/** One kind of entry behind the end of the opened record, `from` its cursor on. */
export function recordKindQuery(kind: Entry['kind'], from: string) {
  return infiniteQueryOptions({
    ...onlyWhenAsked,
    queryKey: ['record', kind, from],
    queryFn: ({ pageParam }) => recordPage(pageParam, kind),
    ...byCursor,
    initialPageParam: from,
    select: ({ pages }) => further(pages),
  });
}

/** Every version of an entry, newest first, by the page. */
export function entryQuery(id: string) {
  return infiniteQueryOptions({
    ...onlyWhenAsked,
    queryKey: ['record', 'entry', id],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/v1/record/entries/{id}', {
          params: { path: { id }, query: { ...whom(), ...cursorOf(pageParam) } },
        }),
      ),
    ...byCursor,
    select: ({ pages }) => pages.flatMap(({ versions }) => versions.toReversed()),
  });
}

/** Who looked, by the page; `others` leaves out what the patient did. */
export function accessQuery(others: boolean) {
  return infiniteQueryOptions({
    queryKey: ['record', 'access', others],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/v1/record/access', {
          params: { query: { ...whom(), limit: 50, others, ...cursorOf(pageParam) } },
        }),
      ),
    ...byCursor,
    select: ({ pages }) => pages.flatMap(({ events }) => events),
  });
}

/** A proposal holds a slot, so this never runs by itself: no refetch, no live refresh. */
export function proposalQuery(request: ProposalRequest) {
  return queryOptions({
    queryKey: ['proposal', request],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    meta: { live: false },
    queryFn: () => answer(api.POST('/v1/proposals', { body: request })),
  });
}

/** Free times for moving an appointment: the same kind of visit in the next weeks. */
export function slotsQuery(search: {
  specialtyId: string;
  visitTypeId: string;
  mode: Slot['mode'];
  patientId: string;
  regionId?: string;
  providerId?: string;
}) {
  return infiniteQueryOptions({
    queryKey: ['slots', search],
    meta: { live: false },
    queryFn: ({ pageParam }) =>
      answer(api.GET('/v1/slots', { params: { query: { ...search, limit: 60, ...cursorOf(pageParam) } } })),
    ...byCursor,
    select: ({ pages }) => pages.flatMap(({ slots }) => slots),
  });
}
