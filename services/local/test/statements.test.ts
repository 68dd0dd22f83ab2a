/** How the services write their SQL: one home for each statement, and one for each list of columns. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
/** Longer statements stand in files of their own. */
const SHORT = 6;
/** So many columns in the same order are a list that somebody has to keep the same everywhere. */
const LIST = 8;

/** Services with a database. */
const services = globSync('*/schema.generated.sql', { cwd: root }).map((schema) => dirname(schema));
const isOfService = (file: string) =>
  !/\.test\.ts$|\/(migrations|verify|test|node_modules)\/|\.generated\./.test(file);
const filesOf = (service: string, kind: string) =>
  globSync(`${service}/**/*.${kind}`, { cwd: root }).filter(isOfService);

/** Which modules read each file of SQL. */
function readersOf(service: string): Map<string, string[]> {
  const readers = new Map(filesOf(service, 'sql').map((file) => [file, [] as string[]]));
  for (const module of filesOf(service, 'ts')) {
    for (const [, path = ''] of read(module).matchAll(/loadSql\(\s*import\.meta\.url,\s*'([^']+)'/g)) {
      readers.get(normalize(join(dirname(module), path)))?.push(module);
    }
  }
  return readers;
}

/** What a module holds in quotes. */
function quotedIn(module: string): string[] {
  const code = read(module).replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return [...code.matchAll(/`[^`]*`|'[^'\n]*'/g)].map(([text]) => text.slice(1, -1).trim());
}

/** Every {@link LIST} columns that follow each other, by the names that they have in the result. */
function listsIn(sql: string): Set<string> {
  const names = sql
    .replaceAll(/--.*$/gm, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\b\w+\.(?=\w)/g, '')
    .replaceAll(/\w+ as "?(\w+)"?/g, '$1');
  const lists = new Set<string>();
  for (const [run] of names.matchAll(/\b[a-z]\w*(?:, [a-z]\w*)+/g)) {
    const columns = run.split(', ');
    for (let at = 0; at + LIST <= columns.length; at += 1) {
      lists.add(columns.slice(at, at + LIST).join(', '));
    }
  }
  return lists;
}

test('services with a database are found', () => {
  assert.deepEqual(services.sort(), ['ehr', 'notification', 'scheduler']);
});

for (const service of services) {
  test(`each statement of ${service} in a file is read by a module, and stands there since it is long or shared`, () => {
    const wrong = [...readersOf(service)].flatMap(([file, modules]) => {
      if (modules.length === 0) return `${file} is read by nobody`;
      const lines = read(file).trimEnd().split('\n').length;
      if (modules.length > 1 || lines > SHORT) return [];
      return `${file} has ${lines} lines and belongs into ${modules[0]}`;
    });
    assert.deepEqual(wrong, []);
  });

  test(`no statement of ${service} stands twice`, () => {
    const files = filesOf(service, 'sql').map((file) => [file, read(file).trim()] as const);
    const quoted = filesOf(service, 'ts').flatMap((module) =>
      quotedIn(module)
        .filter((text) => /^(select|insert|update|delete|with)\s[\s\S]*\n/.test(text))
        .map((text) => [module, text] as const),
    );
    const first = new Map<string, string>();
    const twice: string[] = [];
    for (const [where, text] of [...files, ...quoted]) {
      const other = first.get(text);
      if (other !== undefined) twice.push(`${where} says what ${other} says`);
      first.set(text, where);
    }
    assert.deepEqual(twice, []);
  });

  test(`no list of ${LIST} columns of ${service} stands in two statements`, () => {
    const texts = [
      ...filesOf(service, 'sql').map((file) => [file, read(file)] as const),
      ...filesOf(service, 'ts').flatMap((module) => quotedIn(module).map((text) => [module, text] as const)),
    ];
    const first = new Map<string, string>();
    const twice = new Map<string, string>();
    for (const [where, text] of texts) {
      for (const list of listsIn(text)) {
        const other = first.get(list);
        if (other !== undefined) twice.set(`${other} and ${where}`, list);
        else first.set(list, where);
      }
    }
    assert.deepEqual(Object.fromEntries(twice), {});
  });
}
