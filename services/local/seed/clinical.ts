import type { SpecialtyId } from './directory.ts';

const snomed = 'http://snomed.info/sct';
const rxnorm = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const loinc = 'http://loinc.org';

type Coding = { system: string; code: string; display: string };
export type Problem = { coding: Coding; term: string; plainTerm: string; medicine?: Medicine };
export type Medicine = { coding: Coding; name: string; dosage: string };
export type Measure = {
  coding: Coding;
  name: string;
  plainName: string;
  unit: string;
  /** Values drawn are between these, in steps of `step`. */
  least: number;
  most: number;
  step: number;
  referenceLow?: number;
  referenceHigh?: number;
};

/** What is measured together, as one result. */
export type Panel = { coding: Coding; name: string; plainName: string; parts: readonly Measure[] };

function problem(code: string, term: string, plainTerm: string, medicine?: Medicine): Problem {
  return { coding: { system: snomed, code, display: term }, term, plainTerm, ...(medicine && { medicine }) };
}

function medicine(code: string, name: string, dosage: string): Medicine {
  return { coding: { system: rxnorm, code, display: name }, name, dosage };
}

function measure(
  code: string,
  name: string,
  plainName: string,
  unit: string,
  range: [number, number, number],
) {
  const [least, most, step] = range;
  return { coding: { system: loinc, code, display: name }, name, plainName, unit, least, most, step };
}

const systolic: Measure = {
  ...measure('8480-6', 'Systolic blood pressure', 'Upper', 'mm[Hg]', [104, 158, 2]),
  referenceLow: 90,
  referenceHigh: 140,
};
const diastolic: Measure = {
  ...measure('8462-4', 'Diastolic blood pressure', 'Lower', 'mm[Hg]', [62, 98, 2]),
  referenceLow: 60,
  referenceHigh: 90,
};
const bloodPressure: Panel = {
  coding: { system: loinc, code: '85354-9', display: 'Blood pressure panel' },
  name: 'Blood pressure',
  plainName: 'Blood pressure',
  parts: [systolic, diastolic],
};
const weight: Measure = measure('29463-7', 'Body weight', 'Weight', 'kg', [52, 104, 1]);
const childWeight: Measure = measure('29463-7', 'Body weight', 'Weight', 'kg', [9, 48, 1]);
const temperature: Measure = {
  ...measure('8310-5', 'Body temperature', 'Temperature', 'Cel', [36.2, 38.4, 0.1]),
  referenceLow: 36,
  referenceHigh: 37.8,
};
const hba1c: Measure = {
  ...measure('59261-8', 'Haemoglobin A1c', 'Long-term blood sugar', 'mmol/mol', [38, 78, 1]),
  referenceLow: 20,
  referenceHigh: 48,
};
const haemoglobin: Measure = {
  ...measure('718-7', 'Haemoglobin', 'Red blood pigment', 'g/dL', [9.8, 16.2, 0.1]),
  referenceLow: 12,
  referenceHigh: 16,
};
const tsh: Measure = {
  ...measure('3016-3', 'Thyrotropin', 'Thyroid control hormone', 'mU/L', [0.6, 7.4, 0.1]),
  referenceLow: 0.4,
  referenceHigh: 4,
};

/** What each specialty usually finds, gives and measures. */
export const clinic: Record<
  SpecialtyId,
  { problems: readonly Problem[]; measures: readonly (Measure | Panel)[] }
> = {
  'general-medicine': {
    problems: [
      problem(
        '38341003',
        'Hypertensive disorder',
        'High blood pressure',
        medicine('17767', 'Amlodipine 5 mg tablet', 'One each morning'),
      ),
      problem(
        '87522002',
        'Iron deficiency anaemia',
        'Low iron',
        medicine('24947', 'Ferrous sulfate 200 mg tablet', 'One a day with food'),
      ),
      problem(
        '195967001',
        'Asthma',
        'Asthma',
        medicine('435', 'Salbutamol 100 microgram inhaler', 'Two puffs when needed'),
      ),
    ],
    measures: [bloodPressure, weight, haemoglobin],
  },
  cardiology: {
    problems: [
      problem(
        '49436004',
        'Atrial fibrillation',
        'Irregular heartbeat',
        medicine('1364430', 'Apixaban 5 mg tablet', 'One twice a day'),
      ),
      problem(
        '38341003',
        'Hypertensive disorder',
        'High blood pressure',
        medicine('35296', 'Ramipril 5 mg capsule', 'One each evening'),
      ),
    ],
    measures: [bloodPressure],
  },
  dermatology: {
    problems: [
      problem(
        '24079001',
        'Atopic dermatitis',
        'Eczema',
        medicine('5492', 'Hydrocortisone 1 % cream', 'Thinly on the rash twice a day'),
      ),
      problem('9014002', 'Psoriasis', 'Psoriasis'),
    ],
    measures: [],
  },
  orthopaedics: {
    problems: [
      problem(
        '239873007',
        'Osteoarthritis of knee',
        'Worn knee joint',
        medicine('161', 'Paracetamol 500 mg tablet', 'Two up to four times a day'),
      ),
      problem(
        '279039007',
        'Low back pain',
        'Low back pain',
        medicine('7258', 'Naproxen 250 mg tablet', 'One twice a day with food'),
      ),
    ],
    measures: [weight],
  },
  paediatrics: {
    problems: [
      problem(
        '195967001',
        'Asthma',
        'Asthma',
        medicine('435', 'Salbutamol 100 microgram inhaler', 'Two puffs when wheezing'),
      ),
      problem('54150009', 'Upper respiratory infection', 'A cold'),
    ],
    measures: [childWeight, temperature],
  },
  gynaecology: {
    problems: [
      problem(
        '77386006',
        'Pregnancy',
        'Pregnancy',
        medicine('4511', 'Folic acid 400 microgram tablet', 'One a day'),
      ),
      problem(
        '87522002',
        'Iron deficiency anaemia',
        'Low iron',
        medicine('24947', 'Ferrous sulfate 200 mg tablet', 'One a day with food'),
      ),
    ],
    measures: [bloodPressure, haemoglobin],
  },
  ophthalmology: {
    problems: [
      problem('193570009', 'Cataract', 'Clouded lens of the eye'),
      problem('57190000', 'Myopia', 'Short sight'),
    ],
    measures: [],
  },
  'ear-nose-throat': {
    problems: [
      problem(
        '61582004',
        'Allergic rhinitis',
        'Hay fever',
        medicine('20610', 'Cetirizine 10 mg tablet', 'One a day'),
      ),
      problem('15188001', 'Hearing loss', 'Reduced hearing'),
    ],
    measures: [],
  },
  neurology: {
    problems: [
      problem(
        '37796009',
        'Migraine',
        'Migraine',
        medicine('37418', 'Sumatriptan 50 mg tablet', 'One at the start of a headache'),
      ),
      problem(
        '84757009',
        'Epilepsy',
        'Epilepsy',
        medicine('28439', 'Lamotrigine 100 mg tablet', 'One twice a day'),
      ),
    ],
    measures: [bloodPressure],
  },
  endocrinology: {
    problems: [
      problem(
        '44054006',
        'Diabetes mellitus type 2',
        'Type 2 diabetes',
        medicine('6809', 'Metformin 500 mg tablet', 'One twice a day with food'),
      ),
      problem(
        '40930008',
        'Hypothyroidism',
        'Underactive thyroid',
        medicine('10582', 'Levothyroxine 50 microgram tablet', 'One each morning'),
      ),
    ],
    measures: [hba1c, tsh, weight],
  },
};

export const allergies: readonly { coding: Coding; substance: string; reaction: string; severity: string }[] =
  [
    {
      coding: { system: snomed, code: '91936005', display: 'Allergy to penicillin' },
      substance: 'Penicillin',
      reaction: 'Rash all over the body',
      severity: 'moderate',
    },
    {
      coding: { system: snomed, code: '91935009', display: 'Allergy to peanut' },
      substance: 'Peanut',
      reaction: 'Swollen lips and trouble breathing',
      severity: 'severe',
    },
    {
      coding: { system: snomed, code: '300916003', display: 'Allergy to latex' },
      substance: 'Latex',
      reaction: 'Itching where it touched',
      severity: 'mild',
    },
  ];

export const notes: Record<'first' | 'later', readonly { text: string; plan: string }[]> = {
  first: [
    {
      text: 'Seen for the first time. History taken, examined, no alarm signs.',
      plan: 'Start treatment; see again in six weeks.',
    },
    {
      text: 'Referred with a history of several months. Examination as described by the referrer.',
      plan: 'Tests ordered; results by the next visit.',
    },
  ],
  later: [
    {
      text: 'Feels better than last time. Treatment tolerated well.',
      plan: 'Continue unchanged; review in three months.',
    },
    {
      text: 'Little change since the last visit. Takes the medicine regularly.',
      plan: 'Dose reviewed; come back in six weeks.',
    },
    { text: 'Doing well, back to usual activities.', plan: 'Return if it comes back.' },
  ],
};
