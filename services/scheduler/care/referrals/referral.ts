import type { Referral } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Referral';
import { rfc3339 } from '@healthbooker/runtime/dates';
import { type Pool, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import { type Urgency, urgencyNames } from '../../engine/urgency.ts';

/** A row of referral_view. Dates are YYYY-MM-DD. */
export type ReferralRow = {
  id: string;
  patient_id: string;
  kind: 'referral' | 'follow-up';
  specialty_id: string;
  specialty_name: string;
  visit_type_id: string | null;
  visit_type_name: string;
  provider_id: string | null;
  provider_name: string;
  urgency: Urgency;
  earliest_date: string | null;
  due_date: string;
  ordered_by: string;
  ordered_by_name: string;
  team_id: string;
  ordered_at: Date;
  /** Open while no visit that is not cancelled was booked with it. */
  state: 'open' | 'booked' | 'withdrawn';
  appointment_id: string | null;
};

/** The columns of a {@link ReferralRow} from `referral_view`. */
export const referralColumns = `id, patient_id, kind, specialty_id, specialty_name, visit_type_id, visit_type_name, provider_id, provider_name,
  urgency, earliest_date, due_date, ordered_by, ordered_by_name, team_id, ordered_at, state, appointment_id`;

const select = statement(
  'select-referral',
  `select ${referralColumns}
from referral_view
where id = $1`,
);

const kindNames = { referral: 'REFERRAL_KIND_REFERRAL', 'follow-up': 'REFERRAL_KIND_FOLLOW_UP' } as const;
const stateNames = {
  open: 'REFERRAL_STATE_OPEN',
  booked: 'REFERRAL_STATE_BOOKED',
  withdrawn: 'REFERRAL_STATE_WITHDRAWN',
} as const;

/** The contract's Referral. */
export function toReferral(row: ReferralRow): Referral {
  return {
    id: row.id,
    patientId: row.patient_id,
    kind: kindNames[row.kind],
    specialtyId: row.specialty_id,
    specialtyName: row.specialty_name,
    visitTypeId: row.visit_type_id ?? '',
    visitTypeName: row.visit_type_name,
    providerId: row.provider_id ?? '',
    providerName: row.provider_name,
    urgency: urgencyNames[row.urgency],
    earliestDate: row.earliest_date ?? '',
    dueDate: row.due_date,
    orderedBy: row.ordered_by,
    orderedByName: row.ordered_by_name,
    orderedAt: rfc3339(row.ordered_at),
    state: stateNames[row.state],
    appointmentId: row.state === 'booked' ? (row.appointment_id ?? '') : '',
  };
}

/** One referral, or undefined. */
export async function findReferral(
  on: Pool | Transaction,
  referralId: string,
): Promise<ReferralRow | undefined> {
  const [row] = await query<ReferralRow>(on, select, [referralId]);
  return row;
}
