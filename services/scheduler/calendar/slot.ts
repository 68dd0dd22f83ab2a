import type { Slot__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Slot';
import { rfc3339 } from '@healthbooker/runtime/dates';
import type { Urgency } from '../engine/urgency.ts';

export type Mode = 'in-person' | 'video' | 'phone';

/** A row of slot_view. */
export type SlotRow = {
  id: string;
  provider_id: string;
  provider_name: string;
  specialty_id: string;
  visit_type_id: string;
  location_id: string;
  time_zone: string;
  start_at: Date;
  end_at: Date;
  local_start: string;
  reserved_for: Urgency | null;
  release_at: Date | null;
  state: 'settling' | 'free' | 'held' | 'booked' | 'closed';
  is_retired: boolean;
  notice_min: number;
  horizon_days: number;
  mode: Mode;
  session_id: string;
  seat: number;
  visit_id: string;
  /** The slot's own end while it is extended for a longer visit; else null. */
  own_end_at: Date | null;
  region_id: string;
  is_step_free: boolean;
};

/** The columns of a slot that callers are shown; from `slot s`, `provider p` and `location l`. */
export const toldSlotColumns = `s.id, s.provider_id, p.name as provider_name, s.specialty_id, s.visit_type_id, s.location_id,
  l.time_zone, s.start_at, s.end_at, s.mode`;

/**
 * The columns of a {@link SlotRow} from the tables, whose rows can be locked, and not from the view; needs `visit_type
 * v` as well.
 */
export const slotColumnsOfTables = `${toldSlotColumns}, s.local_start, s.reserved_for, s.release_at, s.state, s.is_retired,
  v.notice_min, v.horizon_days, s.session_id, s.seat, s.visit_id, s.own_end_at, l.region_id,
  l.step_free_route <> '' as is_step_free`;

/** The same columns read from a view, where each has its own name. `from` is the alias of the view in the statement. */
export function columnsOfView(from: string, columns: string): string {
  return columns
    .split(',')
    .map((column) => `${from}.${/\w+$/.exec(column)?.[0]}`)
    .join(', ');
}

/** The columns of a {@link SlotRow} from `slot_view v`. */
export const slotColumns = columnsOfView('v', slotColumnsOfTables);

export const modeNames = {
  'in-person': 'VISIT_MODE_IN_PERSON',
  video: 'VISIT_MODE_VIDEO',
  phone: 'VISIT_MODE_PHONE',
} as const satisfies Record<Mode, string>;

/** The mode for a name of the contract; null for any. */
export function modeFrom(name: string): Mode | null {
  const found = Object.entries(modeNames).find(([, known]) => known === name);
  return found === undefined ? null : (found[0] as Mode);
}

type SlotFields = Pick<
  SlotRow,
  | 'provider_id'
  | 'provider_name'
  | 'specialty_id'
  | 'visit_type_id'
  | 'location_id'
  | 'time_zone'
  | 'start_at'
  | 'end_at'
  | 'mode'
> & {
  /** Where it is one to choose from: how many may still come to this start of a class; 0 for a visit of one. */
  places_left?: number;
};

/** The contract's Slot; without places where it is none to choose from. */
export function toSlot(
  id: string,
  row: SlotFields,
): Omit<Slot__Output, 'placesLeft'> & Partial<Pick<Slot__Output, 'placesLeft'>> {
  return {
    id,
    providerId: row.provider_id,
    providerName: row.provider_name,
    specialtyId: row.specialty_id,
    visitTypeId: row.visit_type_id,
    locationId: row.location_id,
    timeZone: row.time_zone,
    startAt: rfc3339(row.start_at),
    endAt: rfc3339(row.end_at),
    mode: modeNames[row.mode],
    ...(row.places_left ? { placesLeft: row.places_left } : {}),
  };
}
