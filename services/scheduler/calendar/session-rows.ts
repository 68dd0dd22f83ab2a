import type { Session } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Session';
import { urgencyNames } from '../engine/urgency.ts';
import { type Mode, modeNames } from './slot.ts';

/** A session with the names of what it refers to. Dates and times are text. */
export type SessionRow = {
  id: string;
  version: number;
  provider_id: string;
  provider_name: string;
  location_id: string;
  location_name: string;
  time_zone: string;
  visit_type_id: string;
  visit_type_name: string;
  specialty_id: string;
  length_min: number;
  mode: Mode;
  weekday: number;
  /** HH:MM:SS */
  starts: string;
  ends: string;
  seats: number;
  first_date: string;
  last_date: string | null;
  reserved_for: 'soon' | 'urgent' | null;
  reserved_percent: number;
  release_before_min: number;
};

/** The columns of a {@link SessionRow} from `session s`, `provider p`, `location l` and `visit_type v`. */
export const sessionColumns = `s.id, s.version, s.provider_id, p.name as provider_name, s.location_id, l.name as location_name, l.time_zone,
  s.visit_type_id, v.name as visit_type_name, v.specialty_id, v.length_min, s.mode, s.weekday, s.starts, s.ends,
  s.seats, lower(s.effective) as first_date, upper(s.effective) - 1 as last_date, s.reserved_for,
  (s.reserved_share * 100)::int as reserved_percent, s.release_before_min`;

/** The contract's Session. */
export function toSession(row: SessionRow): Session {
  return {
    id: row.id,
    version: row.version,
    providerId: row.provider_id,
    locationId: row.location_id,
    visitTypeId: row.visit_type_id,
    mode: modeNames[row.mode],
    weekday: row.weekday,
    starts: row.starts.slice(0, 5),
    ends: row.ends.slice(0, 5),
    seats: row.seats,
    firstDate: row.first_date,
    lastDate: row.last_date ?? '',
    reservedFor: row.reserved_for === null ? 'URGENCY_UNSPECIFIED' : urgencyNames[row.reserved_for],
    reservedPercent: row.reserved_percent,
    releaseBeforeMinutes: row.release_before_min,
    timeZone: row.time_zone,
    specialtyId: row.specialty_id,
    providerName: row.provider_name,
    locationName: row.location_name,
    visitTypeName: row.visit_type_name,
    lengthMinutes: row.length_min,
  };
}
