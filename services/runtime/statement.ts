import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A statement that PostgreSQL parses and plans once per connection. */
export type Statement = { readonly name: string; readonly text: string };

/**
 * Reads a statement from a file beside the code, once, when the module is loaded.
 * `loadSql(import.meta.url, '../sql/reserve.sql')`. The name carries a hash, so a changed statement is never
 * mistaken for one that a connection has prepared before.
 *
 * A list of columns that several statements share is a constant of the code; the file names it as a template of the code
 * would: `select ${slotColumns}` with `{ slotColumns }`. A condition may be given in the same way: then each statement of the
 * file has a `name` of its own. Throws when the file names another list, or not all that it is given.
 */
export function loadSql(
  importMetaUrl: string,
  path: string,
  columnLists: Readonly<Record<string, string>> = {},
  name: string = basename(path, '.sql'),
): Statement {
  const file = fileURLToPath(new URL(path, importMetaUrl));
  const unused = new Set(Object.keys(columnLists));
  const text = readFileSync(file, 'utf8').replaceAll(/\$\{(\w+)\}/g, (_, listName: string) => {
    const list = columnLists[listName];
    if (list === undefined) throw new Error(`${path} names the list ${listName}, which it is not given`);
    unused.delete(listName);
    return list;
  });
  if (unused.size > 0) throw new Error(`${path} does not name the list ${[...unused].join(', ')}`);
  return statement(name, text);
}

const statements = new Map<string, Statement>();

/** A named statement from its text. */
export function statement(name: string, text: string): Statement {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const made = { name: `${name.slice(0, 50)}-${hash}`, text };
  statements.set(made.name, made);
  return made;
}

/** Every statement that the modules of this process have made: what a service's role needs rights for. */
export function statementsMade(): Statement[] {
  return [...statements.values()];
}
