import type { Disruption } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Disruption';
import { rfc3339 } from '@healthbooker/runtime/dates';
import { isTimeZone, localDate } from '../directory/local-time.ts';

/** What kind of change hit booked visits. */
export type DisruptionKind = 'leave' | 'closure' | 'session-ended' | 'session-changed' | 'rules';

export const disruptionKinds = {
  leave: 'DISRUPTION_KIND_LEAVE',
  closure: 'DISRUPTION_KIND_CLOSURE',
  'session-ended': 'DISRUPTION_KIND_SESSION_ENDED',
  'session-changed': 'DISRUPTION_KIND_SESSION_CHANGED',
  rules: 'DISRUPTION_KIND_RULES',
} as const satisfies Record<DisruptionKind, string>;

export type DisruptionRow = {
  id: string;
  kind: DisruptionKind;
  provider_id: string | null;
  provider_name: string | null;
  location_id: string | null;
  location_name: string | null;
  /** Null for a leave, which has instants. */
  first_date: string | null;
  last_date: string | null;
  from_at: Date | null;
  to_at: Date | null;
  /** The zone of the place where the provider on leave works. */
  time_zone: string | null;
  note: string;
  created_at: Date;
  awaiting_answer: number;
  kept: number;
  refused: number;
  unplaced: number;
  settled: number;
};

/** The contract's Disruption. */
export function toDisruption(row: DisruptionRow): Disruption {
  const [firstDate, lastDate] = datesOf(row);
  return {
    id: row.id,
    kind: disruptionKinds[row.kind],
    providerId: row.provider_id ?? '',
    providerName: row.provider_name ?? '',
    locationId: row.location_id ?? '',
    locationName: row.location_name ?? '',
    firstDate,
    lastDate,
    note: row.note,
    createdAt: rfc3339(row.created_at),
    awaitingAnswer: row.awaiting_answer,
    kept: row.kept,
    refused: row.refused,
    unplaced: row.unplaced,
    settled: row.settled,
  };
}

function datesOf({ first_date, last_date, from_at, to_at, time_zone }: DisruptionRow): [string, string] {
  if (from_at === null || to_at === null) return [first_date ?? '', last_date ?? ''];
  const zone = time_zone !== null && isTimeZone(time_zone) ? time_zone : 'UTC';
  // A leave until midnight does not reach into the next day.
  return [localDate(zone, from_at.getTime()), localDate(zone, to_at.getTime() - 1)];
}
