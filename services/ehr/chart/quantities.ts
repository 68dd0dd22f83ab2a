/**
 * What can be measured on a living person. `possible` is what the body or the instrument allows: a value outside it is
 * refused. For a value outside `likely`, the author must confirm that it is meant. The bounds are wide on purpose: they
 * catch typing errors (986 for 98.6), wrong units and swapped fields, but allow every extreme of a disease. The extremes
 * that people survived are from the medical literature (core temperature 11.8 and 46.5 °C, weight 0.2 and 635 kg, height
 * 272 cm).
 */

type Bounds = readonly [least: number, most: number];

export type Quantity = {
  /** The name as the beginning of a sentence. */
  name: string;
  /** First the UCUM unit of the bounds, then other units, each with the function that converts its values to the first. */
  unit: string;
  others?: Readonly<Record<string, (value: number) => number>>;
  loinc: readonly string[];
  /** Matches a whole name in lower case. */
  called: RegExp;
  possible: Bounds;
  likely?: Bounds;
};

const times = (factor: number) => (value: number) => value * factor;
const centimetres = { m: times(100), mm: times(0.1), '[in_i]': times(2.54) };
const cholesterol = { 'mg/dL': times(1 / 38.67), 'g/L': times(1 / 0.3867) };

export const quantities: readonly Quantity[] = [
  {
    name: 'Temperature',
    unit: 'Cel',
    others: { '[degF]': (value) => ((value - 32) * 5) / 9 },
    loinc: ['8310-5', '8331-1', '8332-9', '8333-7', '8329-5'],
    called: /^(body |core |oral |rectal |ear |tympanic |skin |axillary )?(temp|temperature)$|^fever$/,
    possible: [10, 50],
    likely: [32, 42.5],
  },
  {
    name: 'Weight',
    unit: 'kg',
    others: { g: times(0.001), '[lb_av]': times(0.45359237) },
    loinc: ['29463-7', '3141-9', '8339-4', '8335-2', '3142-7'],
    called: /^(body |birth |dry )?(weight|wt)$|^body mass$/,
    possible: [0.2, 700],
    likely: [0.4, 300],
  },
  {
    name: 'Height',
    unit: 'cm',
    others: centimetres,
    loinc: ['8302-2', '3137-7', '8306-3', '8308-9', '89269-5'],
    called: /^(body |birth |standing )?(height|length|stature)$/,
    possible: [20, 280],
    likely: [30, 230],
  },
  {
    name: 'Head circumference',
    unit: 'cm',
    others: centimetres,
    loinc: ['9843-4', '8287-5'],
    called: /^head (circumference|size)$/,
    possible: [15, 90],
    likely: [22, 65],
  },
  {
    name: 'Waist',
    unit: 'cm',
    others: centimetres,
    loinc: ['8280-0', '56086-2', '8281-8'],
    called: /^waist( circumference)?$/,
    possible: [20, 350],
    likely: [30, 220],
  },
  {
    name: 'Body mass index',
    unit: 'kg/m2',
    loinc: ['39156-5'],
    called: /^(bmi|body mass index)$/,
    possible: [5, 250],
    likely: [9, 80],
  },
  {
    name: 'Systolic pressure',
    unit: 'mm[Hg]',
    loinc: ['8480-6', '8459-0', '8460-8', '8461-6'],
    called: /^(systolic( blood)?( pressure)?|sbp|blood pressure, upper)$/,
    possible: [10, 400],
    likely: [50, 260],
  },
  {
    name: 'Diastolic pressure',
    unit: 'mm[Hg]',
    loinc: ['8462-4', '8453-3', '8454-1', '8455-8'],
    called: /^(diastolic( blood)?( pressure)?|dbp|blood pressure, lower)$/,
    possible: [5, 300],
    likely: [25, 160],
  },
  {
    name: 'Mean arterial pressure',
    unit: 'mm[Hg]',
    loinc: ['8478-0'],
    called: /^(mean (arterial|blood) pressure|map)$/,
    possible: [5, 350],
    likely: [35, 200],
  },
  {
    name: 'Pulse',
    unit: '/min',
    loinc: ['8867-4', '8889-8'],
    called: /^(pulse|pulse rate|heart rate|resting heart rate|hr)$/,
    possible: [5, 400],
    likely: [30, 230],
  },
  {
    name: 'Breaths',
    unit: '/min',
    loinc: ['9279-1'],
    called: /^(breaths|breathing rate|respirat(ion|ory) rate|respirations?|rr)$/,
    possible: [1, 150],
    likely: [6, 70],
  },
  {
    name: 'Oxygen saturation',
    unit: '%',
    loinc: ['59408-5', '2708-6', '20564-1'],
    called: /^(spo2|sao2|(oxygen|o2) saturation|oxygen|saturations?|sats?)$/,
    possible: [10, 100],
    likely: [65, 100],
  },
  {
    name: 'Glucose',
    unit: 'mmol/L',
    others: { 'mg/dL': times(1 / 18.016) },
    loinc: ['2345-7', '14749-6', '15074-8', '2339-0', '1558-6', '14771-0', '41653-7', '14743-9'],
    called: /^((fasting |random |blood |plasma |capillary )*glucose|(fasting |random )?blood sugar)$/,
    possible: [0.1, 150],
    likely: [1.8, 45],
  },
  {
    name: 'Haemoglobin A1c',
    unit: 'mmol/mol',
    others: { '%': (value) => (value - 2.15) * 10.929 },
    loinc: ['59261-8', '4548-4', '17856-6'],
    called: /^(ha?emoglobin a1c|hba1c|a1c|glycated ha?emoglobin|long-term blood sugar)$/,
    possible: [3, 260],
    likely: [14, 180],
  },
  {
    name: 'Haemoglobin',
    unit: 'g/dL',
    others: { 'g/L': times(0.1), 'mmol/L': times(1.611) },
    loinc: ['718-7', '20509-6', '59260-0', '30350-3'],
    called: /^(ha?emoglobin|hb|hgb|red blood pigment)$/,
    possible: [0.5, 30],
    likely: [4, 23],
  },
  {
    name: 'Haematocrit',
    unit: '%',
    others: { '1': times(100) },
    loinc: ['4544-3', '20570-8'],
    called: /^(ha?ematocrit|hct|packed cell volume|pcv)$/,
    possible: [2, 85],
    likely: [12, 70],
  },
  {
    name: 'Creatinine',
    unit: 'umol/L',
    others: { 'mg/dL': times(88.42), 'mmol/L': times(1000) },
    loinc: ['2160-0', '14682-9', '38483-4'],
    called: /^((serum|plasma|blood) )?creatinine$/,
    possible: [5, 6000],
    likely: [12, 1800],
  },
  {
    name: 'Filtration rate',
    unit: 'mL/min/{1.73_m2}',
    loinc: ['33914-3', '62238-1', '98979-8', '48642-3', '48643-1'],
    called: /^(e?gfr|(estimated )?(glomerular )?filtration rate)$/,
    possible: [0, 300],
    likely: [2, 200],
  },
  {
    name: 'Potassium',
    unit: 'mmol/L',
    others: { 'mEq/L': times(1) },
    loinc: ['2823-3', '6298-4'],
    called: /^((serum|plasma|blood) )?potassium$/,
    possible: [0.5, 20],
    likely: [2, 8],
  },
  {
    name: 'Sodium',
    unit: 'mmol/L',
    others: { 'mEq/L': times(1) },
    loinc: ['2951-2', '2947-0'],
    called: /^((serum|plasma|blood) )?sodium$/,
    possible: [80, 230],
    likely: [110, 170],
  },
  {
    name: 'Calcium',
    unit: 'mmol/L',
    others: { 'mg/dL': times(1 / 4.008) },
    loinc: ['17861-6', '2000-8'],
    called: /^((serum|plasma|blood|adjusted|corrected) )?calcium$/,
    possible: [0.3, 7],
    likely: [1.4, 4],
  },
  {
    name: 'Urea',
    unit: 'mmol/L',
    others: { 'mg/dL': times(1 / 6.006) },
    loinc: ['22664-7', '14937-7'],
    called: /^((serum|plasma|blood) )?urea$/,
    possible: [0.1, 120],
    likely: [0.7, 65],
  },
  {
    name: 'Cholesterol',
    unit: 'mmol/L',
    others: cholesterol,
    loinc: ['2093-3', '14647-2', '13457-7', '22748-8', '18262-6', '2085-9', '14646-4'],
    called: /^((total|serum|ldl|hdl|ldl-|hdl-) ?)?cholesterol$|^(ldl|hdl)$/,
    possible: [0.05, 60],
    likely: [0.3, 16],
  },
  {
    name: 'Triglycerides',
    unit: 'mmol/L',
    others: { 'mg/dL': times(1 / 88.57) },
    loinc: ['2571-8', '14927-8'],
    called: /^triglycerides?$/,
    possible: [0.05, 250],
    likely: [0.2, 40],
  },
  {
    name: 'Thyrotropin',
    unit: 'mU/L',
    loinc: ['3016-3', '11580-8'],
    called: /^(tsh|thyrotropin|thyroid control hormone)$/,
    possible: [0, 2000],
    likely: [0, 200],
  },
  {
    name: 'C-reactive protein',
    unit: 'mg/L',
    others: { 'mg/dL': times(10) },
    loinc: ['1988-5', '30522-7'],
    called: /^(crp|c-reactive protein)$/,
    possible: [0, 1500],
    likely: [0, 600],
  },
  {
    name: 'White cells',
    unit: '10*9/L',
    others: { '10*3/uL': times(1) },
    loinc: ['6690-2', '26464-8'],
    called: /^(wbc|white (blood )?cells?( count)?|leu[ck]ocytes)$/,
    possible: [0, 2000],
    likely: [0.1, 400],
  },
  {
    name: 'Platelets',
    unit: '10*9/L',
    others: { '10*3/uL': times(1) },
    loinc: ['777-3', '26515-7'],
    called: /^(platelets?|platelet count|plt)$/,
    possible: [0, 6000],
    likely: [3, 1800],
  },
  {
    name: 'Clotting ratio',
    unit: '1',
    loinc: ['6301-6', '34714-6'],
    called: /^(inr|international normali[sz]ed ratio)$/,
    possible: [0.3, 50],
    likely: [0.6, 12],
  },
  {
    name: 'Peak flow',
    unit: 'L/min',
    loinc: ['33452-4', '19935-6'],
    called: /^(pefr?|peak (expiratory )?flow( rate)?)$/,
    possible: [5, 1200],
    likely: [20, 900],
  },
  {
    name: 'Base excess',
    unit: 'mmol/L',
    loinc: ['1925-7', '11555-0', '1927-3'],
    called: /^base (excess|deficit)$/,
    possible: [-60, 60],
    likely: [-35, 35],
  },
];

/** For a measurement that no quantity above describes: the bounds that follow from its unit. */
export const byUnit: Readonly<Record<string, { possible: Bounds; likely?: Bounds }>> = {
  Cel: { possible: [10, 50], likely: [32, 42.5] },
  '[degF]': { possible: [50, 122], likely: [89.6, 108.5] },
  kg: { possible: [0, 700] },
  g: { possible: [0, 700_000] },
  '[lb_av]': { possible: [0, 1543] },
  m: { possible: [0, 10_000] },
  cm: { possible: [0, 1000] },
  mm: { possible: [0, 10_000] },
  '[in_i]': { possible: [0, 400] },
  'kg/m2': { possible: [0, 250] },
  'mm[Hg]': { possible: [0, 800] },
  '/min': { possible: [0, 1000] },
  '%': { possible: [0, 1000] },
  s: { possible: [0, 1_000_000] },
  'g/L': { possible: [0, 2000] },
  'g/dL': { possible: [0, 200] },
  'L/min': { possible: [0, 1200] },
  fL: { possible: [0, 1000] },
  pg: { possible: [0, 1000] },
  'mL/min/{1.73_m2}': { possible: [0, 300] },
};

/** The bounds of everything else. */
export const anything: { possible: Bounds } = { possible: [0, 1_000_000] };

/** Measurements that are differences or scores and may be below zero: only their absolute value has a bound. */
export const signed =
  /\b(z|t)[- ]?score\b|\b(change|difference|deviation|excess|gain|loss|balance|axis|sphere|cylinder)\b/;
export const signedBounds: { possible: Bounds } = { possible: [-1_000_000, 1_000_000] };
