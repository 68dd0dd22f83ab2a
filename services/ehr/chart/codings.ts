/**
 * Checks of coded terms. A coding may be absent; one that is given must be well-formed for its system.
 * Systems are the URIs FHIR R4 uses (https://hl7.org/fhir/R4/terminologies-systems.html).
 */

const checks: Record<string, (code: string) => boolean> = {
  'http://snomed.info/sct': isSnomedId,
  'http://loinc.org': isLoincCode,
  'http://www.nlm.nih.gov/research/umls/rxnorm': (code) => /^[1-9]\d{0,7}$/.test(code),
  'http://hl7.org/fhir/sid/icd-10': (code) => /^[A-TV-Z]\d[\dA-Z](\.[\dA-Z]{1,4})?$/.test(code),
};

export const codingSystems = Object.keys(checks);

/** Whether a code could be one of its system: known system, right shape, right check digit. */
export function isWellFormedCode(system: string, code: string): boolean {
  return Object.hasOwn(checks, system) && checks[system]?.(code) === true;
}

/** The UCUM units that observations here are recorded in. */
export const ucumUnits = [
  '%',
  '/min',
  '1',
  '[degF]',
  '[in_i]',
  '[lb_av]',
  'Cel',
  'cm',
  'g',
  'kg',
  'kg/m2',
  'm',
  'mm',
  'mm[Hg]',
  's',
  '10*3/uL',
  '10*6/uL',
  '10*9/L',
  '10*12/L',
  'fL',
  'g/L',
  'g/dL',
  'mg/L',
  'mg/dL',
  'mg/mmol',
  'pg',
  'mmol/L',
  'mmol/mol',
  'umol/L',
  'nmol/L',
  'pmol/L',
  'U/L',
  'mU/L',
  'mL/min/{1.73_m2}',
  'L/min',
  'ng/mL',
  'ng/L',
  'ug/L',
  'mEq/L',
  'kPa',
] as const;

/** SNOMED CT identifier: 6 to 18 digits, the last a Verhoeff check digit (SNOMED CT Release File Spec. 5.5). */
function isSnomedId(code: string): boolean {
  if (!/^[1-9]\d{5,17}$/.test(code)) return false;
  let check = 0;
  for (const [position, digit] of [...code].reverse().entries()) {
    check = dihedral(check, permute(position, Number(digit)));
  }
  return check === 0;
}

/** Multiplication in the dihedral group D5, whose elements 5 to 9 are the reflections. */
function dihedral(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b + 5) % 5) : (a - b + 5) % 5;
}

const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

function permute(times: number, digit: number): number {
  let result = digit;
  for (let i = 0; i < times % 8; i++) result = permutation[result] ?? 0;
  return result;
}

/** LOINC code: up to 7 digits, a hyphen, and a mod 10 check digit (LOINC Users' Guide, appendix C). */
function isLoincCode(code: string): boolean {
  const match = /^(\d{1,7})-(\d)$/.exec(code);
  if (!match?.[1] || !match[2]) return false;
  const digits = [...match[1]].reverse().map(Number);
  const doubled =
    Number(
      digits
        .filter((_, i) => i % 2 === 0)
        .reverse()
        .join(''),
    ) * 2;
  const kept = digits
    .filter((_, i) => i % 2 === 1)
    .reverse()
    .join('');
  const sum = [...`${kept}${doubled}`].reduce((total, digit) => total + Number(digit), 0);
  return (10 - (sum % 10)) % 10 === Number(match[2]);
}
