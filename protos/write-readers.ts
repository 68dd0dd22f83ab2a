import type { PackageDefinition } from '@grpc/proto-loader';
import { z } from 'zod';
import { fullNameOf } from './load.ts';

const messageType = z.object({
  field: z
    .array(
      z.object({
        name: z.string(),
        label: z.string(),
        type: z.string(),
        typeName: z.string(),
      }),
    )
    .default([]),
  reservedName: z.array(z.string()).default([]),
});
const enumType = z.object({ value: z.array(z.object({ name: z.string(), number: z.number() })) });

type Field = z.infer<typeof messageType>['field'][number];

const scalars: Readonly<Record<string, string>> = {
  TYPE_STRING: 'readText',
  TYPE_INT32: 'readInt32',
  TYPE_DOUBLE: 'readDouble',
  TYPE_BOOL: 'readBool',
};

/** A message of the contract to write a reader for, and the fields without which it is none. */
export type KeptMessage = { readonly name: string; readonly neverEmpty: readonly string[] };

/**
 * The source of `gen/readers.ts`: for each message a function from parsed JSON, and how large its contract is. Made from
 * the loaded contract alone, so that a field that is added there is read, defaulted and passed on everywhere.
 */
export function writeReaders(loaded: PackageDefinition, kept: readonly KeptMessage[]): string {
  const parts = new Map<string, string>();
  const helpers = new Set<string>(['fieldsOf']);
  const types = new Set<string>();

  /** Writes the reader of a message and of what it holds, once; its function's name. */
  function reader(fullName: string, neverEmpty: readonly string[] = []): string {
    const name = `read${shortName(fullName)}`;
    if (parts.has(name)) return name;
    parts.set(name, '');
    types.add(fullName);
    const fields = fieldsIn(loaded, fullName);
    const lines = fields.map((field) => `    ${field.name}: ${expression(fullName, field)},`);
    const reserved = reservedIn(loaded, fullName);
    const isKept = neverEmpty.length > 0;
    const start = isKept ? `json: unknown, path = '${shortName(fullName)}'` : 'json: unknown, path: string';
    if (isKept) helpers.add('refuseEmpty');
    parts.set(
      name,
      [
        `${isKept ? 'export ' : ''}function ${name}(${start}): ${shortName(fullName)}__Output {`,
        `  const { ${fields.map((field) => field.name).join(', ')}, ...unknown } = fieldsOf(json, path${reserved.length > 0 ? `, ${listed(reserved)}` : ''});`,
        '  const known = {',
        ...lines,
        '  };',
        ...(isKept ? [`  refuseEmpty(known, path, ${listed(neverEmpty)});`] : []),
        '  return { ...known, ...unknown };',
        '}',
      ].join('\n'),
    );
    return name;
  }

  function expression(within: string, field: Field): string {
    const path = `\`\${path}.${field.name}\``;
    const one = readerOf(within, field);
    if (field.label === 'LABEL_REPEATED') {
      helpers.add('readList');
      return `readList(${field.name}, ${path}, ${one.asFunction})`;
    }
    return one.call(field.name, path);
  }

  function readerOf(within: string, field: Field) {
    const scalar = scalars[field.type];
    if (scalar !== undefined) {
      helpers.add(scalar);
      return { asFunction: scalar, call: (value: string, path: string) => `${scalar}(${value}, ${path})` };
    }
    const typeName = fullNameOf(loaded, within, field.typeName);
    if (field.type === 'TYPE_ENUM') {
      const values = enumValues(typeName);
      helpers.add('readEnum');
      const call = (value: string, path: string) => `readEnum(${value}, ${path}, ${values})`;
      return { asFunction: `(value, path) => ${call('value', 'path')}`, call };
    }
    if (field.type !== 'TYPE_MESSAGE') {
      throw new Error(`${within}.${field.name}: nobody has said how a ${field.type} is read`);
    }
    const read = reader(typeName);
    helpers.add('readMessage');
    return {
      asFunction: read,
      call: (value: string, path: string) => `readMessage(${value}, ${path}, ${read})`,
    };
  }

  function enumValues(fullName: string): string {
    const short = shortName(fullName);
    const name = `${short[0]?.toLowerCase()}${short.slice(1)}Names`;
    types.add(fullName);
    const values = valuesIn(loaded, fullName);
    const zero = values.find(({ number }) => number === 0)?.name ?? '';
    parts.set(
      name,
      [
        `const ${name} = {`,
        `  prefix: '${zero.replace(/UNSPECIFIED$/, '')}',`,
        `  names: {${values.map((each) => ` ${each.number}: '${each.name}'`).join(',')} } as Record<number, ${short}__Output>,`,
        '};',
      ].join('\n'),
    );
    return name;
  }

  const sizes = kept.map(({ name, neverEmpty }) => {
    const read = reader(name, neverEmpty);
    return [
      `/** How many fields and enum values a ${shortName(name)} is made of: every addition to the contract raises it. */`,
      `export const ${read.slice(4, 5).toLowerCase()}${read.slice(5)}Size = ${sizeOf(loaded, name)};`,
    ].join('\n');
  });
  const imports = [...types]
    .sort()
    .map((name) => `import type { ${shortName(name)}__Output } from './${name.replaceAll('.', '/')}.ts';`);
  return [
    '// Written by protos/write-readers.ts from the contract.',
    `import { ${[...helpers].sort().join(', ')} } from '../read-json.ts';`,
    ...imports,
    '',
    [...sizes, ...parts.values()].join('\n\n'),
    '',
  ].join('\n');
}

function sizeOf(loaded: PackageDefinition, fullName: string, counted = new Set<string>()): number {
  if (counted.has(fullName)) return 0;
  counted.add(fullName);
  const fields = fieldsIn(loaded, fullName);
  return fields.reduce((size, { type, typeName }) => {
    if (type !== 'TYPE_ENUM' && type !== 'TYPE_MESSAGE') return size;
    const name = fullNameOf(loaded, fullName, typeName);
    if (type === 'TYPE_MESSAGE') return size + sizeOf(loaded, name, counted);
    if (counted.has(name)) return size;
    counted.add(name);
    return size + valuesIn(loaded, name).length;
  }, fields.length);
}

function fieldsIn(loaded: PackageDefinition, fullName: string) {
  return messageType.parse(typeOf(loaded, fullName)).field;
}

/** The names that a message reserves, in camelCase as its fields are. */
function reservedIn(loaded: PackageDefinition, fullName: string): string[] {
  const { reservedName } = messageType.parse(typeOf(loaded, fullName));
  return reservedName.map((name) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
}

function listed(names: readonly string[]): string {
  return `[${names.map((name) => `'${name}'`).join(', ')}]`;
}

function valuesIn(loaded: PackageDefinition, fullName: string) {
  return enumType.parse(typeOf(loaded, fullName)).value;
}

function typeOf(loaded: PackageDefinition, fullName: string): unknown {
  const definition = loaded[fullName];
  if (definition === undefined || !('format' in definition)) throw new Error(`there is no type ${fullName}`);
  return definition.type;
}

function shortName(fullName: string): string {
  return fullName.slice(fullName.lastIndexOf('.') + 1);
}
