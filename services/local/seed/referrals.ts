import { type SpecialtyId, visitTypeId } from './directory.ts';
import type { Patient } from './patients.ts';
import { idOf, type Random, randomFrom } from './random.ts';
import { daysFrom, type Visit } from './visits.ts';

/** A referral or follow-up order as the scheduler keeps it. */
export type Referral = {
  id: string;
  patient_id: string;
  kind: 'referral' | 'follow-up';
  specialty_id: SpecialtyId;
  visit_type_id: string;
  provider_id: string | null;
  urgency: 'routine' | 'soon' | 'urgent';
  earliest_date: string | null;
  due_date: string;
  ordered_by: string;
  ordered_at: string;
  op_key: string;
};

const others = 40;
const weeks = [3, 4, 6, 8, 12] as const;

/**
 * Orders from visits of the last weeks: reviews by whoever was seen last, and referrals to where such patients are
 * sent. The people with a login and their relatives have one each at least.
 */
export function makeReferrals(
  patients: readonly Patient[],
  visits: readonly Visit[],
  today: string,
): Referral[] {
  const random = randomFrom(`referrals ${today}`);
  const lastVisits = new Map<string, Visit>();
  for (const visit of visits) {
    const isOver = visit.versions.at(-1)?.status === 'fulfilled';
    const last = lastVisits.get(visit.patient.id)?.opening.startMs ?? 0;
    if (isOver && visit.opening.startMs > last) lastVisits.set(visit.patient.id, visit);
  }
  const orders: Referral[] = [];
  for (const patient of patients) {
    const isShown = patient.email === undefined || patient.hasAccount;
    const visit = lastVisits.get(patient.id);
    if (visit === undefined || (!isShown && (orders.length >= others || !random.chance(0.2)))) continue;
    const inWeeks = random.pick(weeks);
    orders.push(followUp(visit, daysFrom(today, inWeeks * 7), today));
    const target = referredTo[visit.opening.provider.specialty];
    if (target !== undefined && (isShown || random.chance(0.3))) {
      orders.push(referral(visit, target, today, random));
    }
  }
  return orders;
}

const referredTo: Partial<Record<SpecialtyId, SpecialtyId>> = {
  'general-medicine': 'cardiology',
  cardiology: 'endocrinology',
  paediatrics: 'ear-nose-throat',
  orthopaedics: 'neurology',
  ophthalmology: 'neurology',
  endocrinology: 'ophthalmology',
};

function followUp(visit: Visit, due: string, today: string): Referral {
  const { provider } = visit.opening;
  return {
    ...order(visit, 'follow-up', provider.specialty, today),
    provider_id: provider.id,
    urgency: 'routine',
    earliest_date: daysFrom(due, -14) > today ? daysFrom(due, -14) : null,
    due_date: due,
  };
}

function referral(visit: Visit, specialty: SpecialtyId, today: string, random: Random): Referral {
  const urgency = random.chance(0.3) ? 'soon' : 'routine';
  return {
    ...order(visit, 'referral', specialty, today),
    provider_id: null,
    urgency,
    earliest_date: null,
    due_date: daysFrom(today, urgency === 'soon' ? 12 : 35),
  };
}

function order(visit: Visit, kind: Referral['kind'], specialty: SpecialtyId, today: string) {
  const id = idOf(`${kind} ${visit.id}`);
  return {
    id,
    patient_id: visit.patient.id,
    kind,
    specialty_id: specialty,
    visit_type_id: visitTypeId(specialty, kind === 'follow-up' ? 'follow-up' : 'first'),
    ordered_by: visit.opening.provider.id,
    ordered_at: `${daysFrom(today, -3)}T16:20:00Z`,
    op_key: `seed-${id}`,
  };
}
