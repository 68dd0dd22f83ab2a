/**
 * What the generated readers (`gen/readers.ts`) are made of. Each takes a value of parsed JSON and the path of its field,
 * fills in the contract's default for what is absent, and throws an Error that names the path, never the value, for what
 * cannot be that field.
 */

const int32_limit = 2 ** 31;

/** The fields of a message, but for those whose names it reserves: what was never to be kept is dropped. */
export function fieldsOf(
  json: unknown,
  path: string,
  reserved: readonly string[] = [],
): Record<string, unknown> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw notA(path, 'an object');
  const fields: Record<string, unknown> = { ...json };
  for (const name of reserved) delete fields[name];
  return fields;
}

export function readText(value: unknown, path: string): string {
  if (isAbsent(value)) return '';
  if (typeof value === 'string') return value;
  throw notA(path, 'text');
}

export function readInt32(value: unknown, path: string): number {
  if (isAbsent(value)) return 0;
  if (Number.isInteger(value)) {
    const number = value as number;
    if (number >= -int32_limit && number < int32_limit) return number;
  }
  throw notA(path, 'a whole number of 32 bits');
}

export function readDouble(value: unknown, path: string): number {
  if (isAbsent(value)) return 0;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw notA(path, 'a number');
}

export function readBool(value: unknown, path: string): boolean {
  if (isAbsent(value)) return false;
  if (typeof value === 'boolean') return value;
  throw notA(path, 'true or false');
}

/**
 * A value of an enum by its name. A name or number that is not known comes from a later release and stays as it is, so
 * that nothing is lost on the way to somebody who knows it.
 * @param names by number
 */
export function readEnum<Name extends string>(
  value: unknown,
  path: string,
  { prefix, names }: { prefix: string; names: Readonly<Record<number, Name>> },
): Name {
  if (isAbsent(value)) return names[0] as Name;
  if (Number.isInteger(value)) return names[value as number] ?? (value as unknown as Name);
  if (typeof value === 'string' && value.startsWith(prefix)) return value as Name;
  throw notA(path, `a name that begins with ${prefix}`);
}

export function readMessage<Message>(
  value: unknown,
  path: string,
  read: (json: unknown, path: string) => Message,
): Message | null {
  return isAbsent(value) ? null : read(value, path);
}

export function readList<One>(
  value: unknown,
  path: string,
  read: (json: unknown, path: string) => One,
): One[] {
  if (isAbsent(value)) return [];
  if (Array.isArray(value)) return value.map((one, index) => read(one, `${path}[${index}]`));
  throw notA(path, 'a list');
}

/** Refuses what lacks a field that every such message has; `slot.id` is one of a message in it. */
export function refuseEmpty(message: object, path: string, names: readonly string[]): void {
  for (const name of names) {
    const value = name
      .split('.')
      .reduce<unknown>((within, key) => (within as Record<string, unknown> | null)?.[key], message);
    const isEmpty = isAbsent(value) || value === '' || value === 0 || String(value).endsWith('_UNSPECIFIED');
    if (isEmpty) throw new Error(`${path}.${name} is missing`);
  }
}

function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function notA(path: string, what: string): Error {
  return new Error(`${path} is not ${what}`);
}
