/** What the hospital is: its places, specialties and kinds of visit. */

/** Where one can get to for a visit. The prefixes of postcodes in `appointment/regions` name them. */
export const regions = [
  { id: 'london', name: 'London' },
  { id: 'karachi', name: 'Karachi' },
] as const;

export type RegionId = (typeof regions)[number]['id'];

export const locations = [
  {
    id: 'riverside',
    name: 'Riverside Hospital',
    address: '12 Wharf Road, London SE1 7XX',
    time_zone: 'Europe/London',
    phone: '+44 20 7946 0101',
    step_free_route: 'Level entrance on Wharf Road; lifts beside reception to every floor.',
    region_id: 'london',
    latitude: 51.4996,
    longitude: -0.1107,
  },
  {
    id: 'parkview',
    name: 'Parkview Clinic',
    address: '88 Highfield Lane, London N6 4YY',
    time_zone: 'Europe/London',
    phone: '+44 20 7946 0188',
    step_free_route: 'Ramp left of the main steps; all clinic rooms are on the ground floor.',
    region_id: 'london',
    latitude: 51.5717,
    longitude: -0.1467,
  },
  {
    id: 'clifton',
    name: 'Clifton Medical Centre',
    address: 'Plot 5, Khayaban-e-Saadi, Clifton, Karachi 75600',
    time_zone: 'Asia/Karachi',
    phone: '+92 21 3555 0144',
    step_free_route: 'Ramp at the west gate; lift to the first and second floor.',
    region_id: 'karachi',
    latitude: 24.8138,
    longitude: 67.03,
  },
  {
    id: 'gulshan',
    name: 'Gulshan Family Clinic',
    address: 'Block 6, Abul Hasan Isphahani Road, Gulshan-e-Iqbal, Karachi 75300',
    time_zone: 'Asia/Karachi',
    phone: '+92 21 3555 0162',
    step_free_route: 'Level entrance from the car park; every room is on the ground floor.',
    region_id: 'karachi',
    latitude: 24.9265,
    longitude: 67.0872,
  },
] as const;

export type LocationId = (typeof locations)[number]['id'];

/** The region of a place. */
export function regionOf(locationId: LocationId): RegionId {
  const found = locations.find(({ id }) => id === locationId);
  if (found === undefined) throw new Error(`the directory has no ${locationId}`);
  return found.region_id;
}

export const specialties = [
  {
    id: 'general-medicine',
    name: 'General medicine',
    plain_name: 'General health',
    doctor: 'Consultant physician',
  },
  { id: 'cardiology', name: 'Cardiology', plain_name: 'Heart', doctor: 'Consultant cardiologist' },
  { id: 'dermatology', name: 'Dermatology', plain_name: 'Skin', doctor: 'Consultant dermatologist' },
  { id: 'orthopaedics', name: 'Orthopaedics', plain_name: 'Bones and joints', doctor: 'Orthopaedic surgeon' },
  { id: 'paediatrics', name: 'Paediatrics', plain_name: 'Children', doctor: 'Consultant paediatrician' },
  {
    id: 'gynaecology',
    name: 'Obstetrics and gynaecology',
    plain_name: "Women's health and pregnancy",
    doctor: 'Consultant gynaecologist',
  },
  { id: 'ophthalmology', name: 'Ophthalmology', plain_name: 'Eyes', doctor: 'Consultant ophthalmologist' },
  {
    id: 'ear-nose-throat',
    name: 'Otolaryngology',
    plain_name: 'Ears, nose and throat',
    doctor: 'ENT surgeon',
  },
  { id: 'neurology', name: 'Neurology', plain_name: 'Brain and nerves', doctor: 'Consultant neurologist' },
  {
    id: 'endocrinology',
    name: 'Endocrinology',
    plain_name: 'Diabetes and hormones',
    doctor: 'Consultant endocrinologist',
  },
] as const;

export type SpecialtyId = (typeof specialties)[number]['id'];
export type VisitKind = 'first' | 'follow-up' | 'class' | 'check';

const preparation: Record<VisitKind, string> = {
  first: 'Bring a list of the medicines you take, and any letters or results you have.',
  'follow-up': 'Note what has changed since your last visit.',
  class: 'Bring your meter if you have one. Family members are welcome.',
  check: 'Wear sleeves that can be rolled up.',
};

const lengths_min: Record<VisitKind, number> = { first: 30, 'follow-up': 20, class: 60, check: 10 };
const names: Record<VisitKind, string> = {
  first: 'First visit',
  'follow-up': 'Follow-up',
  class: 'Diabetes class',
  check: 'Short check',
};

/** The id of a kind of visit in a specialty. */
export function visitTypeId(specialty: SpecialtyId, kind: VisitKind): string {
  return `${specialty}-${kind}`;
}

function kindsOf(specialty: SpecialtyId): VisitKind[] {
  if (specialty === 'endocrinology') return ['first', 'follow-up', 'class'];
  if (specialty === 'general-medicine') return ['first', 'follow-up', 'check'];
  return ['first', 'follow-up'];
}

/** Rows of visit_type; the scheduler's defaults for notice and horizon apply. */
export const visitTypes = specialties.flatMap(({ id }) =>
  kindsOf(id).map((kind) => ({
    id: visitTypeId(id, kind),
    specialty_id: id,
    name: names[kind],
    preparation: preparation[kind],
    length_min: lengths_min[kind],
    buffer_before_min: 0,
    buffer_after_min: 5,
    notice_min: 120,
    horizon_days: 90,
  })),
);
