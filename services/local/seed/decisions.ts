import { decide, RULE_VERSION } from '@healthbooker/scheduler/engine/decide';
import { type Proposal, type Seen, toProposal } from '@healthbooker/scheduler/engine/proposal';
import { regionOf, visitTypeId, visitTypes } from './directory.ts';
import { idOf } from './random.ts';
import { daysFrom, type Opening, type Version, type Visit, zoneOf } from './visits.ts';

const day_ms = 86_400_000;
/** How far around the visit other times are taken for what the patient was shown. */
const around_ms = 8 * day_ms;
/** Other times that were looked at. */
const others_at_most = 40;
const target_days = 42;

/** Openings alike are those that a patient could choose among. */
export function likeness({ provider, session }: Opening): string {
  return `${provider.specialty} ${session.kind} ${zoneOf(session.location)}`;
}

/**
 * What the scheduler would have stored for each version of a visit, so that it decides the same again. `openings` are
 * like the visit's.
 */
export function seenOf(visit: Visit, index: number, openings: readonly Opening[]): Seen {
  const { opening, versions } = visit;
  const version = versions[index];
  const before = versions[index - 1];
  if (version === undefined) throw new Error('a visit has no such version');
  const common = { startMs: opening.startMs, nowMs: version.atMs };
  if (before === undefined) return booked(visit, version, openings);
  if (version.change === 'cancelled') {
    return { rule: 'release', status: before.status, by: 'patient', ...common };
  }
  const zone = { timeZone: zoneOf(opening.session.location) };
  return { rule: 'status', from: before.status, to: version.status, by: 'staff', ...zone, ...common };
}

/** Whether only staff could book it: it was too far ahead, or kept for others. */
export function isByStaff({ opening, versions: [first] }: Visit): boolean {
  const nowMs = first?.atMs ?? 0;
  const isKept = opening.releaseAtMs !== null && opening.releaseAtMs > nowMs;
  return isKept || opening.startMs - nowMs > typeOf(opening).horizon_days * day_ms;
}

function booked(visit: Visit, { atMs }: Version, openings: readonly Opening[]): Seen {
  const { opening } = visit;
  const type = typeOf(opening);
  const proposal = isByStaff(visit) ? null : proposalOf(visit, atMs, openings);
  return {
    rule: 'take',
    take: {
      slotId: opening.id,
      providerId: opening.provider.id,
      startMs: opening.startMs,
      endMs: opening.endMs,
      state: proposal === null ? 'free' : 'held',
      isOwnHold: proposal !== null,
      noticeMs: type.notice_min * 60_000,
      horizonMs: type.horizon_days * day_ms,
      reservedFor: opening.reservedFor,
      releaseAtMs: opening.releaseAtMs,
      urgency: 'routine',
      isStaff: isByStaff(visit),
      isBusy: false,
      nowMs: atMs,
    },
    proposal,
  };
}

/** What the patient was offered: this time, those like it that came after it, and those that did not do. */
function proposalOf(
  { opening, patient }: Visit,
  nowMs: number,
  openings: readonly Opening[],
): Proposal | null {
  const distance = ({ startMs }: Opening) => Math.abs(startMs - opening.startMs);
  const others = openings
    .filter((other) => other.id !== opening.id && distance(other) < around_ms && other.startMs > nowMs)
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, others_at_most);
  if (others.length === 0) return null;
  const date = opening.localStart.slice(0, 10);
  const request: Proposal['request'] = {
    urgency: 'routine',
    targetDate: daysFrom(new Date(nowMs).toISOString().slice(0, 10), target_days),
    targetSource: 'answers',
    visitTypeId: typeOf(opening).id,
    providerId: null,
    locationId: null,
    mode: null,
    isLonger: false,
    regionIds: [regionOf(opening.session.location)],
    needsStepFree: patient.accessNeeds.includes('Step-free access'),
    earliestDate: daysFrom(date, -1),
    latestDate: null,
    timesOfDay: [],
    daysOfWeek: [],
    busy: [],
  };
  const rows = [opening, ...others].map((each) => rowOf(each, patient.id));
  const { ranked } = decide(RULE_VERSION, request, rows, nowMs);
  const better = ranked.indexOf(opening.id);
  if (better < 0) return null;
  // Whatever would have been better was gone.
  const gone = new Set(ranked.slice(0, better));
  const seen = rows.map((row) => (gone.has(row.slotId) ? { ...row, taken: true } : row));
  return toProposal(request, seen, decide(RULE_VERSION, request, seen, nowMs), nowMs);
}

function rowOf(opening: Opening, patientId: string): Proposal['rows'][number] {
  const type = typeOf(opening);
  return {
    slotId: opening.id,
    providerId: opening.provider.id,
    locationId: opening.session.location,
    regionId: regionOf(opening.session.location),
    isStepFree: true,
    visitTypeId: type.id,
    mode: 'in-person',
    startMs: opening.startMs,
    endMs: opening.endMs,
    longerEndMs: null,
    localStart: opening.localStart,
    noticeMs: type.notice_min * 60_000,
    horizonMs: type.horizon_days * day_ms,
    reservedFor: opening.reservedFor,
    releaseAtMs: opening.releaseAtMs,
    providerLoad: 0,
    tieBreak: idOf(`lot ${opening.id} ${patientId}`).replaceAll('-', '').slice(0, 16),
  };
}

function typeOf({ provider, session }: Opening): (typeof visitTypes)[number] {
  const id = visitTypeId(provider.specialty, session.kind);
  const found = visitTypes.find((type) => type.id === id);
  if (found === undefined) throw new Error(`the directory has no ${id}`);
  return found;
}
