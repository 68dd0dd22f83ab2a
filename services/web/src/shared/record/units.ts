/** UCUM codes that people write otherwise. */
const words: Readonly<Record<string, string>> = {
  'mm[Hg]': 'mmHg',
  Cel: '°C',
  '[degF]': '°F',
  '/min': 'per minute',
  '{beats}/min': 'beats per minute',
  '10*9/L': '× 10⁹/L',
  '10*12/L': '× 10¹²/L',
  'ug/L': 'µg/L',
  'umol/L': 'µmol/L',
  'kg/m2': 'kg/m²',
  '1': '',
};

/** A UCUM unit as people write it. */
export function unitWords(unit: string): string {
  return words[unit] ?? unit;
}
