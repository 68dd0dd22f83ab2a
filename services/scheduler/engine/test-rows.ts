import fc from 'fast-check';
import type { AllocationRequest, SlotSeen } from './request.ts';

/** A Tuesday. */
export const nowMs = Date.parse('2026-12-01T09:00:00Z');
export const HOUR_MS = 3_600_000;

/** Wishes nothing in particular. */
export const anything: AllocationRequest = {
  urgency: 'routine',
  targetDate: '2027-01-12',
  targetSource: 'answers',
  visitTypeId: null,
  providerId: null,
  locationId: null,
  regionIds: [],
  needsStepFree: false,
  mode: null,
  isLonger: false,
  earliestDate: null,
  latestDate: null,
  timesOfDay: [],
  daysOfWeek: [],
  busy: [],
};

/** Half an hour, so many hours from now, in a zone without offset. */
export function slot(slotId: string, hoursAhead: number, other: Partial<SlotSeen> = {}): SlotSeen {
  const startMs = nowMs + hoursAhead * HOUR_MS;
  return {
    slotId,
    providerId: 'p1',
    locationId: 'l1',
    regionId: 'r1',
    isStepFree: true,
    visitTypeId: 'v1',
    mode: 'in-person',
    startMs,
    endMs: startMs + HOUR_MS / 2,
    longerEndMs: startMs + HOUR_MS,
    localStart: new Date(startMs).toISOString().slice(0, 16),
    noticeMs: 2 * HOUR_MS,
    horizonMs: 90 * 24 * HOUR_MS,
    reservedFor: null,
    releaseAtMs: null,
    providerLoad: 0,
    tieBreak: slotId,
    ...other,
  };
}

const anyRow = fc
  .record({
    n: fc.integer({ min: 0, max: 9000 }),
    providerId: fc.constantFrom('p1', 'p2'),
    locationId: fc.constantFrom('l1', 'l2'),
    regionId: fc.constantFrom('r1', 'r1', 'r2'),
    isStepFree: fc.boolean(),
    visitTypeId: fc.constantFrom('v1', 'v1', 'v2'),
    mode: fc.constantFrom('in-person' as const, 'video' as const, 'phone' as const),
    isLongerFree: fc.boolean(),
    providerLoad: fc.integer({ min: 0, max: 3 }),
    tieBreak: fc.constantFrom('a', 'b', 'c'),
    reservedFor: fc.constantFrom(null, 'soon' as const, 'urgent' as const),
    releaseInH: fc.integer({ min: -5, max: 5 }),
    taken: fc.boolean(),
  })
  .map(({ n, releaseInH, isLongerFree, ...rest }) =>
    slot('', n / 4, {
      ...rest,
      ...(isLongerFree ? {} : { longerEndMs: null }),
      releaseAtMs: rest.reservedFor === null ? null : nowMs + releaseInH * HOUR_MS,
    }),
  );

/** Up to 60 slots of every kind, some of which are alike but for their ids. */
export const anyRows: fc.Arbitrary<SlotSeen[]> = fc
  .array(anyRow, { maxLength: 60 })
  .map((rows) => rows.map((row, i) => ({ ...row, slotId: `slot-${i}` })));

const days = fc.subarray([1, 2, 3, 4, 5, 6, 7]);
const times = fc.subarray(['morning', 'afternoon', 'evening'] as const);
const date = fc.integer({ min: 0, max: 95 }).map((ahead) => dateOf(nowMs + ahead * 24 * HOUR_MS));
const busy = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 48 })).map(([from, hours]) => ({
    fromMs: nowMs + from * HOUR_MS,
    toMs: nowMs + (from + hours) * HOUR_MS,
  })),
  { maxLength: 4 },
);

export const anyRequest: fc.Arbitrary<AllocationRequest> = fc
  .record({
    urgency: fc.constantFrom('routine' as const, 'soon' as const, 'urgent' as const),
    targetDate: date,
    visitTypeId: fc.constantFrom(null, 'v1'),
    providerId: fc.constantFrom(null, 'p1'),
    locationId: fc.constantFrom(null, 'l2'),
    regionIds: fc.constantFrom([], ['r1'], ['r1', 'r2']),
    needsStepFree: fc.boolean(),
    mode: fc.constantFrom(null, null, 'video' as const),
    isLonger: fc.boolean(),
    earliestDate: fc.option(date),
    latestDate: fc.option(date),
    timesOfDay: times,
    daysOfWeek: days,
    busy,
  })
  .map((part) => ({ ...anything, ...part }));

/** Adds one more wish, whatever there was: none that was there gets wider. */
export const moreWishes: fc.Arbitrary<(request: AllocationRequest) => AllocationRequest> = fc.oneof(
  fc
    .constantFrom('p1', 'p2')
    .map((id) => (r: AllocationRequest) => ({ ...r, providerId: r.providerId ?? id })),
  fc
    .constantFrom('l1', 'l2')
    .map((id) => (r: AllocationRequest) => ({ ...r, locationId: r.locationId ?? id })),
  fc.constant((r: AllocationRequest) => ({ ...r, mode: r.mode ?? ('phone' as const) })),
  fc.constant((r: AllocationRequest) => ({ ...r, isLonger: true })),
  date.map((from) => (r: AllocationRequest) => ({
    ...r,
    earliestDate: r.earliestDate !== null && r.earliestDate > from ? r.earliestDate : from,
  })),
  date.map((to) => (r: AllocationRequest) => ({
    ...r,
    latestDate: r.latestDate !== null && r.latestDate < to ? r.latestDate : to,
  })),
  days
    .filter((some) => some.length > 0)
    .map((some) => (r: AllocationRequest) => ({ ...r, daysOfWeek: narrower(r.daysOfWeek, some) })),
  times
    .filter((some) => some.length > 0)
    .map((some) => (r: AllocationRequest) => ({ ...r, timesOfDay: narrower(r.timesOfDay, some) })),
);

/** An empty list means any; where nothing is left of both, the first stays. */
function narrower<Each>(had: readonly Each[], more: readonly Each[]): readonly Each[] {
  if (had.length === 0) return more;
  const both = had.filter((each) => more.includes(each));
  return both.length === 0 ? had : both;
}

function dateOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
