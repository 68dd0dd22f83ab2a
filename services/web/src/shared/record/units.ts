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

type Measured = {
  value?: number | undefined;
  unit: string;
  components?: readonly { value: number; unit: string }[] | undefined;
};

/** What was measured, in one line: `37.2 °C`; the parts of a panel as `128 / 82 mmHg`, or each with its own unit. */
export function measuredWords({ value, unit, components = [] }: Measured): string {
  const [first] = components;
  if (first === undefined) return `${value ?? ''} ${unitWords(unit)}`.trim();
  if (components.every((one) => one.unit === first.unit)) {
    return `${components.map((one) => one.value).join(' / ')} ${unitWords(first.unit)}`.trim();
  }
  return components.map((one) => `${one.value} ${unitWords(one.unit)}`.trim()).join(', ');
}
