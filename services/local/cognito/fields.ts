import { invalidParameter } from './errors.ts';

/** The JSON object of a request. */
export type Input = Readonly<Record<string, unknown>>;

/** Longest string any field may hold; Cognito's own limit for attribute values and codes. */
const MAX_LENGTH = 2048;

/** A required string. @throws InvalidParameterException */
export function text(input: Input, name: string, maxLength = MAX_LENGTH): string {
  const value = optionalText(input, name, maxLength);
  if (value === undefined || value === '') throw constraint(name, 'Member must not be null');
  return value;
}

export function optionalText(input: Input, name: string, maxLength = MAX_LENGTH): string | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw constraint(name, 'Member must be a string');
  if (value.length > maxLength) {
    throw constraint(name, `Member must have length less than or equal to ${maxLength}`);
  }
  return value;
}

export function optionalBoolean(input: Input, name: string): boolean | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'boolean') throw constraint(name, 'Member must be a boolean');
  return value;
}

/** A JSON object inside the request; empty when absent. */
export function object(input: Input, name: string): Input {
  const value = input[name];
  if (value === undefined || value === null) return {};
  if (!isInput(value)) throw constraint(name, 'Member must be a map');
  return value;
}

/** Cognito's list of `{Name, Value}`; the later of two with one name wins. */
export function attributeList(input: Input, name: string): Map<string, string> {
  const value = input[name] ?? [];
  if (!Array.isArray(value)) throw constraint(name, 'Member must be a list');
  return new Map(
    value.map((entry: unknown): [string, string] => {
      if (!isInput(entry)) throw constraint(name, 'Member must be a list of attributes');
      return [text(entry, 'Name', 32), optionalText(entry, 'Value') ?? ''];
    }),
  );
}

export function isInput(value: unknown): value is Input {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function constraint(name: string, rule: string): Error {
  const member = name.charAt(0).toLowerCase() + name.slice(1);
  return invalidParameter(
    `1 validation error detected: Value at '${member}' failed to satisfy constraint: ${rule}`,
  );
}
