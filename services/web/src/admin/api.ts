import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer } from '../shared/api/client.ts';
import type { components, paths } from '../shared/api/clinic.generated.d.ts';
import { byCursor, cursorOf } from '../shared/query/paged.tsx';
import { api } from '../shared/staff/api.ts';

type Schemas = components['schemas'];
export type AppliedMove = Schemas['AppliedMove'];
export type ClinicSession = Schemas['ClinicSession'];
export type Closure = Schemas['Closure'];
export type Decision = Schemas['Decision'];
export type DecisionCandidate = Schemas['DecisionCandidate'];
export type Disruption = Schemas['Disruption'];
export type Impact = Schemas['Impact'];
export type Leave = Schemas['Leave'];
export type LeavePeriod = Schemas['LeavePeriod'];
export type LeavePlan = Schemas['LeavePlan'];
export type LeaveVisit = Schemas['LeaveVisit'];
export type PlannedMove = Schemas['PlannedMove'];
export type Policy = Schemas['Policy'];
export type PolicyChange = Schemas['PolicyChange'];
export type Slot = Schemas['Slot'];
export type WaitingPatient = Schemas['WaitingPatient'];
export type DecisionFilter = NonNullable<paths['/clinic/v1/decisions']['get']['parameters']['query']>;

/** The office gets no live events, so lists that several people work on are read again this often. */
const renew_ms = 15_000;
/** Rows of a list that come at once; more come on request. */
const pageSize = 100;

export function sessionsQuery(of: { providerId?: string; locationId?: string }) {
  return infiniteQueryOptions({
    queryKey: ['sessions', of],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/clinic/v1/sessions', {
          params: { query: { ...of, limit: pageSize, ...cursorOf(pageParam) } },
        }),
      ),
    ...byCursor,
    select: ({ pages }) => pages.flatMap(({ sessions }) => sessions),
  });
}

export const closuresQuery = queryOptions({
  queryKey: ['closures'],
  queryFn: () => answer(api.GET('/clinic/v1/closures', { params: { query: {} } })),
});

export const policyQuery = queryOptions({
  queryKey: ['policy'],
  queryFn: () => answer(api.GET('/clinic/v1/policy')),
});

export const leaveQuery = infiniteQueryOptions({
  queryKey: ['leave'],
  queryFn: ({ pageParam }) =>
    answer(
      api.GET('/clinic/v1/leave', {
        params: { query: { ended: true, limit: pageSize, ...cursorOf(pageParam) } },
      }),
    ),
  ...byCursor,
  select: ({ pages }) => pages.flatMap(({ leave }) => leave),
});

/**
 * Changes by the hospital that hit booked visits, newest first. `onlyOpen`: only those where somebody still has to
 * act or to answer.
 */
export function disruptionsQuery(onlyOpen: boolean) {
  return infiniteQueryOptions({
    queryKey: ['disruptions', onlyOpen],
    refetchInterval: renew_ms,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/clinic/v1/disruptions', {
          params: { query: { onlyOpen, limit: pageSize, ...cursorOf(pageParam) } },
        }),
      ),
    ...byCursor,
    select: ({ pages }) => pages.flatMap(({ disruptions }) => disruptions),
  });
}

/** Visits that need somebody, or all visits that one leave or other change hit. */
export function worklistQuery(leaveId?: string) {
  return infiniteQueryOptions({
    queryKey: ['worklist', leaveId],
    refetchInterval: renew_ms,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/clinic/v1/worklist', {
          params: { query: { limit: pageSize, ...(leaveId ? { leaveId } : {}), ...cursorOf(pageParam) } },
        }),
      ),
    ...byCursor,
    select: ({ pages }) => pages.flatMap(({ visits }) => visits),
  });
}

/** Free times of a kind of visit, to agree on with a patient: a few at once, so that the form stays short. */
export function slotsQuery(of: {
  specialtyId: string;
  visitTypeId: string;
  mode: Slot['mode'];
  patientId: string;
  locationId?: string;
  regionId?: string;
}) {
  return infiniteQueryOptions({
    queryKey: ['slots', of],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/clinic/v1/slots', { params: { query: { ...of, limit: 8, ...cursorOf(pageParam) } } })),
    ...byCursor,
    select: ({ pages }) => pages.flatMap(({ slots }) => slots),
  });
}

/** Who waits in a specialty; asked once it is known which. */
export function waitlistQuery(specialtyId: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ['waitlist', specialtyId],
    refetchInterval: renew_ms,
    enabled: specialtyId !== undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/clinic/v1/waitlist', {
          params: { query: { specialtyId: specialtyId ?? '', limit: pageSize, ...cursorOf(pageParam) } },
        }),
      ),
    ...byCursor,
    select: ({ pages }) => ({
      entries: pages.flatMap(({ entries }) => entries),
      total: pages.at(-1)?.total ?? 0,
      isTotalCut: pages.at(-1)?.isTotalCut ?? false,
    }),
  });
}

export function decisionsQuery(filter: DecisionFilter) {
  return infiniteQueryOptions({
    queryKey: ['decisions', filter],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/clinic/v1/decisions', {
          params: { query: { limit: 50, ...filter, ...cursorOf(pageParam) } },
        }),
      ),
    ...byCursor,
    select: ({ pages }) => pages.flatMap(({ decisions }) => decisions),
  });
}

/** How good the rule was on the last days. Each day is solved anew, so the page never reads it again by itself. */
export function optimalityQuery(specialtyId: string, from: string, to: string) {
  return queryOptions({
    queryKey: ['optimality', specialtyId, from, to],
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    enabled: specialtyId !== '',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    meta: { live: false },
    queryFn: () => answer(api.GET('/clinic/v1/optimality', { params: { query: { specialtyId, from, to } } })),
  });
}

export function decisionQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ['decision', id, version],
    meta: { live: false },
    queryFn: () =>
      answer(api.GET('/clinic/v1/decisions/{id}/{version}', { params: { path: { id, version } } })),
  });
}
