import type { FieldError } from '@healthbooker/runtime/errors';
import { anything, byUnit, type Quantity, quantities, signed, signedBounds } from './quantities.ts';

export type Measured = {
  coding: { system: string; code: string } | null;
  name: string;
  value: number;
  unit: string;
  referenceLow?: number | undefined;
  referenceHigh?: number | undefined;
};

/** Fields that cannot be, and fields that hardly can. */
export type Doubts = { impossible: FieldError[]; unlikely: FieldError[] };

/** More digits after the point are no measurement but the noise of a calculation. */
const most_decimals = 6;
const loinc = 'http://loinc.org';

/** What is wrong with a value and its usual bounds. `path` names the measurement in the body, e.g. `body`. */
export function doubtsOf(measured: Measured, path: string): Doubts {
  const doubts: Doubts = { impossible: [], unlikely: [] };
  const quantity = quantityOf(measured);
  if (quantity && !unitsOf(quantity).includes(measured.unit)) {
    const message = `must be ${list(unitsOf(quantity))} for this measurement`;
    return { impossible: [{ field: `${path}.unit`, message }], unlikely: [] };
  }
  const { possible, likely } = quantity ?? unnamed(measured);
  const inBounds = toBase(quantity, measured.unit);
  const says = (bounds: readonly [number, number]) => {
    const [least, most] = bounds.map((bound) => fromBase(inBounds, bound));
    return `between ${least} and ${most}`;
  };
  const field = `${path}.value`;
  if (hasNoise(measured.value)) {
    doubts.impossible.push({ field, message: `must have at most ${most_decimals} digits after the point` });
  } else if (isOutside(inBounds(measured.value), possible)) {
    doubts.impossible.push({ field, message: `must be ${says(possible)}` });
  } else if (likely && isOutside(inBounds(measured.value), likely)) {
    doubts.unlikely.push({ field, message: `is very unlikely: most are ${says(likely)}` });
  }
  for (const name of ['referenceLow', 'referenceHigh'] as const) {
    const bound = measured[name];
    if (bound === undefined) continue;
    if (!Number.isFinite(bound) || hasNoise(bound)) {
      doubts.impossible.push({ field: `${path}.${name}`, message: 'must be a number like the value' });
    } else if (inBounds(bound) > possible[1] || (bound < 0 && possible[0] >= 0)) {
      doubts.impossible.push({ field: `${path}.${name}`, message: `must be ${says(possible)}` });
    }
  }
  return doubts;
}

/** The quantity that the LOINC code says, or else the whole name. */
export function quantityOf({ coding, name }: Pick<Measured, 'coding' | 'name'>): Quantity | undefined {
  const code = coding?.system === loinc ? coding.code : undefined;
  const folded = name.trim().replace(/\s+/g, ' ').toLowerCase();
  return (
    quantities.find((one) => code !== undefined && one.loinc.includes(code)) ??
    quantities.find((one) => one.called.test(folded))
  );
}

function unitsOf({ unit, others = {} }: Quantity): string[] {
  return [unit, ...Object.keys(others)];
}

function toBase(quantity: Quantity | undefined, unit: string): (value: number) => number {
  return quantity?.others?.[unit] ?? ((value) => value);
}

/** A bound in the unit that the caller wrote: every conversion is a line, so it is undone by its slope and offset. */
function fromBase(convert: (value: number) => number, bound: number): number {
  const offset = convert(0);
  return Number(((bound - offset) / (convert(1) - offset)).toPrecision(4));
}

function unnamed({ name, unit }: Measured): Pick<Quantity, 'possible' | 'likely'> {
  return signed.test(name.toLowerCase()) ? signedBounds : (byUnit[unit] ?? anything);
}

/** Converted values are compared with a little room, so that 50 °C in Fahrenheit is 50 °C. */
function isOutside(value: number, [least, most]: readonly [number, number]): boolean {
  const room = 1e-9;
  return !(value >= least - room * Math.abs(least) && value <= most + room * Math.abs(most));
}

function hasNoise(value: number): boolean {
  return Number(value.toFixed(most_decimals)) !== value;
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
