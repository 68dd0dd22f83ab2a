import type { Closure } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Closure';

/** A closure; dates are text, the last one included. */
export type ClosureRow = {
  id: string;
  location_id: string | null;
  first_date: string;
  last_date: string;
  note: string;
};

/** The contract's Closure. */
export function toClosure(row: ClosureRow): Closure {
  return {
    id: row.id,
    locationId: row.location_id ?? '',
    firstDate: row.first_date,
    lastDate: row.last_date,
    note: row.note,
  };
}
