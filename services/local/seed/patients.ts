import type { RegionId } from './directory.ts';
import { makeRelatives } from './families.ts';
import { idOf, type Random, randomFrom } from './random.ts';
import { addressOf, officeStaff, providers } from './staff.ts';

export type Patient = {
  id: string;
  name: string;
  /** Absent for the few who gave none. */
  email?: string;
  /** YYYY-MM-DD. */
  birthDate: string;
  age: number;
  sex: 'female' | 'male';
  phone: string;
  timeZone: 'Europe/London' | 'Asia/Karachi';
  language: string;
  postcode: string;
  /** Where that postcode lies. */
  regionId: RegionId;
  accessNeeds: string[];
  /** Whether they can sign in; the others were registered by reception. */
  hasAccount: boolean;
};

const count = 240;
const women = (
  'Amelia Beatrice Chloe Deborah Emily Fiona Hannah Isabel Joanna Katherine ' +
  'Layla Margaret Naomi Olivia Patricia Rosa Sophie Tanya Victoria Zoe ' +
  'Aisha Fatima Kiran Mariam Noor Rabia Saima Zainab Chidinma Wanjiru'
).split(' ');
const men = (
  'Adam Benjamin Callum David Edward Frank Gareth Henry Ian Jack ' +
  'Kenneth Liam Michael Nathan Oscar Paul Ryan Stephen Tobias William ' +
  'Ahmed Bilal Hamza Kamran Tariq Usman Yusuf Zubair Emeka Kwame'
).split(' ');
const families = (
  'Ashworth Barker Clarke Dawson Edwards Foster Gibson Hughes Irving Jenkins ' +
  'Kelly Lawson Morgan Norris Owens Palmer Quinn Roberts Sutton Turner ' +
  'Ahmad Butt Chaudhry Durrani Hashmi Jamali Malik Rizvi Sheikh Zaidi ' +
  'Adebayo Mensah Kowalski Nowak Patel Sharma Silva Costa Nguyen Tran'
).split(' ');
const needs = ['Step-free access', 'Longer appointment', 'Hearing loop', 'Large print', 'Interpreter: Urdu'];

/** People whom a login is given for: name, sex, birth date, zone. */
const known = [
  ['Laura Bennington', 'female', '1984-05-17', 'Europe/London'],
  ['Michael Osborne', 'male', '1957-11-02', 'Europe/London'],
  ['Zara Hussain', 'female', '1996-02-24', 'Asia/Karachi'],
  ['Peter Novak', 'male', '1979-08-30', 'Europe/London'],
] as const;

/** Staff who are patients of their hospital too: name, sex, birth date. */
const staffPatients = [
  ['Dr Thomas Whitfield', 'male', '1968-01-19'],
  ['Elif Demir', 'female', '1991-07-08'],
] as const;

/** Names of 96 letters, in three scripts: name, e-mail, sex, birth date, zone. */
const longNames = [
  [
    'Maximiliane Alexandrina Wilhelmine Friederike Charlotte Theodora Ida Hohenlohe Schillingsfürst Waldenburg',
    'maximiliane.waldenburg@example.com',
    'female',
    '1975-12-11',
    'Europe/London',
  ],
  [
    'عبدالرحمن محمود عبدالله إبراهيم عبدالعزيز إسماعيل عبدالقادر عبدالحميد مصطفى الحسيني الأنصاري القرشي البغدادي',
    'abdulrahman.albaghdadi@example.com',
    'male',
    '1963-04-02',
    'Asia/Karachi',
  ],
  [
    'சிவசுப்பிரமணியம் வெங்கடராமநாதன் மீனாட்சிசுந்தரம் கிருஷ்ணமூர்த்தி ஞானசம்பந்தன் திருநாவுக்கரசு பாலசுப்பிரமணியன் இராமச்சந்திரன் தமிழ்ச்செல்வன் அருணாசலம் குமாரசாமி கதிர்வேலன்',
    'sivasubramaniam.tamilselvan@example.com',
    'male',
    '1988-10-21',
    'Europe/London',
  ],
] as const;

/**
 * The hospital's patients: first the four with a login in the README, then the others, then relatives of patients,
 * staff who are patients, and people with long names.
 */
export function makePatients(today: string): Patient[] {
  const random = randomFrom('patients');
  const names = new Set<string>(known.map(([name]) => name));
  const patients = known.map(([name, sex, birthDate, timeZone]): Patient => {
    return {
      ...contact(name, timeZone, random),
      name,
      sex,
      birthDate,
      age: age(birthDate, today),
      accessNeeds: [],
      hasAccount: true,
    };
  });
  while (patients.length < count) {
    const sex = random.chance(0.53) ? 'female' : 'male';
    const name = `${random.pick(sex === 'female' ? women : men)} ${random.pick(families)}`;
    if (names.has(name)) continue;
    names.add(name);
    const birthDate = birthDateOf(random, today);
    const timeZone = random.chance(0.2) ? 'Asia/Karachi' : 'Europe/London';
    const accessNeeds = random.chance(0.12) ? [random.pick(needs)] : [];
    patients.push({
      ...contact(name, timeZone, random),
      name,
      sex,
      birthDate,
      age: age(birthDate, today),
      accessNeeds,
      hasAccount: false,
    });
  }
  return [
    ...patients,
    ...makeRelatives(patients, (birthDate) => age(birthDate, today)),
    ...makeStaffPatients(today),
    ...makeLongNamed(today),
  ];
}

function makeStaffPatients(today: string): Patient[] {
  const random = randomFrom('staff who are patients');
  return staffPatients.map(([name, sex, birthDate]): Patient => {
    const colleague = [...providers, ...officeStaff].find((each) => each.name === name);
    if (colleague === undefined) throw new Error(`${name} does not work here`);
    const { id, email } = colleague;
    return {
      ...contact(name, 'Europe/London', random),
      id,
      email,
      name,
      sex,
      birthDate,
      age: age(birthDate, today),
      accessNeeds: [],
      hasAccount: true,
    };
  });
}

function makeLongNamed(today: string): Patient[] {
  const random = randomFrom('people with long names');
  return longNames.map(
    ([name, email, sex, birthDate, timeZone]): Patient => ({
      ...contact(name, timeZone, random),
      email,
      name,
      sex,
      birthDate,
      age: age(birthDate, today),
      accessNeeds: [],
      hasAccount: true,
    }),
  );
}

function contact(name: string, timeZone: Patient['timeZone'], random: Random) {
  const isKarachi = timeZone === 'Asia/Karachi';
  // Number ranges that Ofcom keeps for fiction; Pakistan has none, so an unassigned prefix serves.
  const digits = String(random.int(0, 999)).padStart(3, '0');
  return {
    id: idOf(`patient ${name}`),
    ...(random.chance(0.97) && { email: addressOf(name) }),
    phone: isKarachi ? `+922100000${digits}` : `+447700900${digits}`,
    timeZone,
    postcode: isKarachi ? '75600' : 'SE1 7XX',
    regionId: isKarachi ? ('karachi' as const) : ('london' as const),
    language: isKarachi && random.chance(0.5) ? 'ur-PK' : 'en-GB',
  };
}

/** A fifth are children, a quarter 65 or older. */
function birthDateOf(random: Random, today: string): string {
  const years = random.chance(0.2)
    ? random.int(0, 15)
    : random.chance(0.3)
      ? random.int(65, 92)
      : random.int(16, 64);
  const days = Math.floor(years * 365.25) + random.int(1, 360);
  return new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
}

function age(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
