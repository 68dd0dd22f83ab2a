/** What a request is about, as both portals show it: only what is asked for. */
export type IdentityDetails = { name: string; birthDate: string; sex: string };

const sexWords: Readonly<Record<string, string>> = {
  male: 'Male',
  female: 'Female',
  other: 'Other',
  unknown: 'Not recorded',
};

export function sexWord(sex: string): string {
  return sexWords[sex] ?? 'Not recorded';
}

/** Choices for the sex on file; `keep` leaves it. */
export const sexOptions = [
  { value: 'keep', label: 'Keep it as it is' },
  { value: 'female', label: 'Female' },
  { value: 'male', label: 'Male' },
  { value: 'other', label: 'Other' },
  { value: 'unknown', label: 'Not recorded' },
] as const;

/**
 * The fields that are asked for, each with the words for before and after.
 * @param date how the portal writes a date
 */
export function identityFacts(
  before: IdentityDetails,
  wanted: IdentityDetails,
  date: (iso: string) => string,
): { label: string; before: string; after: string }[] {
  const born = (iso: string) => (iso === '' ? 'Not recorded' : date(iso));
  return [
    ...(wanted.name === ''
      ? []
      : [{ label: 'Legal name', before: before.name || 'Not recorded', after: wanted.name }]),
    ...(wanted.birthDate === ''
      ? []
      : [{ label: 'Date of birth', before: born(before.birthDate), after: born(wanted.birthDate) }]),
    ...(wanted.sex === '' ? [] : [{ label: 'Sex', before: sexWord(before.sex), after: sexWord(wanted.sex) }]),
  ];
}
