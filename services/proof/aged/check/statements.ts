import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Statement, statementsMade } from '@healthbooker/runtime/postgres';
import ts from 'typescript';

/** A statement of a service, and where it is made. */
export type Found = Statement & {
  /** The folder of services/ whose source makes it; what `runtime` makes runs in several databases. */
  service: string;
  /** As it stands in the source, without the hash. */
  plainName: string;
  /** The file that holds its text, from the folder services/ on. */
  file: string;
};

/** What stands in one file: statements by name, the files of those that stand beside it, and calls that cannot be read. */
export type Calls = {
  names: { name: string; textFile: string; text?: readonly string[] }[];
  /** Names of which only a part stands in the source, as `lock-${kind}`. */
  patterns: RegExp[];
  unreadable: string[];
  /** Texts given to a `query` of a connection without a name. */
  nameless: number;
};

export const sources = ['scheduler', 'ehr', 'notification', 'runtime'] as const;

const root = fileURLToPath(new URL('../../..', import.meta.url));
const isProduct = (file: string) =>
  !/\.(test|attack|fuzz)\.ts$|\.test-|\/test\/|\/testing\/|(^|\/)((migrate|republish)-)?main\.ts$/.test(file);
/** Where `loadSql` and `statement` themselves are. */
const makers = 'runtime/statement.ts';
/** What is run by migrations and by whoever writes the schema down, never by a service that serves. */
const outsideServing = new Set(['runtime/migrate.ts', 'runtime/schema-dump.ts']);

/** Reads the calls of `loadSql` and `statement` in one source file. */
export function callsIn(file: string, text: string): Calls {
  const calls: Calls = { names: [], patterns: [], unreadable: [], nameless: 0 };
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const called = node.expression.getText(source);
      if (called === 'loadSql') {
        const path = node.arguments[1];
        if (path !== undefined && ts.isStringLiteral(path)) {
          const textFile = normalize(join(dirname(file), path.text));
          const own = node.arguments[3];
          const name = own && ts.isStringLiteral(own) ? own.text : basename(textFile, '.sql');
          calls.names.push({ name, textFile });
        } else calls.unreadable.push(node.getText(source));
      } else if (called === 'statement') {
        const [name, words] = node.arguments;
        if (name !== undefined && ts.isStringLiteral(name)) {
          const text = textParts(words);
          calls.names.push({ name: name.text, textFile: file, ...(text && { text }) });
        } else if (name !== undefined && ts.isTemplateExpression(name)) {
          calls.patterns.push(new RegExp(`^${(textParts(name) ?? []).join('[\\w-]+')}$`));
        } else calls.unreadable.push(node.getText(source));
      } else if (/\.query$/.test(called) && node.arguments[0] && ts.isStringLiteralLike(node.arguments[0])) {
        calls.nameless += 1;
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return calls;
}

/** What stands in the source of a text, in parts where values are put in; undefined where it stands elsewhere. */
function textParts(node: ts.Node | undefined): string[] | undefined {
  if (node === undefined) return undefined;
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
}

/** Whether a text is made of these parts with something between them. */
function isMadeOf(text: string, parts: readonly string[]): boolean {
  let at = 0;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.startsWith(parts[0] ?? '') && text.endsWith(parts.at(-1) ?? '');
}

/** How many calls a search for their names finds, comments and imports left out. */
export function grep(text: string): number {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return [...code.matchAll(/(?<![\w.])(?:loadSql|statement)\(/g)].length;
}

/**
 * Every statement of every service. The source says which there are, the modules themselves which text each has; what one
 * of the two knows and the other does not is among the faults, and so is a file of SQL that nobody loads.
 */
export async function findStatements(): Promise<{ statements: Found[]; faults: string[] }> {
  const statements: Found[] = [];
  const faults: string[] = [];
  const loaded = new Set<string>();
  const claimed = new Set<string>();
  const patterns: { pattern: RegExp; service: string; file: string }[] = [];
  const claim = (made: Statement, service: string, file: string) => {
    claimed.add(made.name);
    statements.push({ ...made, service, plainName: plain(made), file });
  };
  for (const service of sources) {
    const calls = globSync(`${service}/**/*.ts`, { cwd: root })
      .filter((file) => isProduct(file) && file !== makers)
      .sort()
      .map((file) => {
        const text = readFileSync(join(root, file), 'utf8');
        return { file, text, ...callsIn(file, text) };
      });
    for (const { file, text, names, patterns: more, unreadable, nameless } of calls) {
      if (nameless > 0 && !outsideServing.has(file)) {
        faults.push(`${file} sends ${nameless} statements without a name`);
      }
      for (const call of unreadable) faults.push(`${file}: the name of ${call.slice(0, 60)} is no text`);
      const read = names.length + more.length + unreadable.length;
      if (grep(text) !== read) {
        faults.push(`${file} has ${grep(text)} calls that make statements, and ${read} were read`);
      }
      patterns.push(...more.map((pattern) => ({ pattern, service, file })));
      if (names.length + more.length > 0) await import(join(root, file));
    }
    for (const { file, names } of calls) {
      for (const { name, textFile, text } of names) {
        loaded.add(textFile);
        const parts = text ?? (textFile.endsWith('.sql') ? sqlParts(textFile) : undefined);
        const made = statementsMade().filter((each) => plain(each) === name.slice(0, 50));
        const own =
          made.length > 1 && parts !== undefined ? made.find((each) => isMadeOf(each.text, parts)) : made[0];
        if (own === undefined) faults.push(`${file} makes ${name} only when it runs`);
        else claim(own, service, textFile);
      }
    }
    for (const file of globSync(`${service}/**/*.sql`, { cwd: root })) {
      if (!/\/(migrations|verify|test)\/|generated\.sql$/.test(file) && !loaded.has(normalize(file))) {
        faults.push(`${file} is loaded by nobody`);
      }
    }
  }
  for (const made of statementsMade().filter(({ name }) => !claimed.has(name))) {
    const from = patterns.find(({ pattern }) => pattern.test(plain(made)));
    if (from === undefined) faults.push(`the statement ${made.name} was made by nothing that was read`);
    else claim(made, from.service, from.file);
  }
  return { statements: unique(statements), faults };
}

/** The text of a file of SQL, in parts where values are put in. */
const sqlParts = (file: string) => readFileSync(join(root, file), 'utf8').split(/\$\{\w+\}/);

/** The name in the source, which `statement` cuts and puts a hash behind. */
const plain = ({ name }: Statement) => name.replace(/-[0-9a-f]{8}$/, '');

/** Several modules may load one file. */
function unique(statements: readonly Found[]): Found[] {
  return [...new Map(statements.map((each) => [`${each.service} ${each.name}`, each])).values()].sort(
    (one, other) => one.file.localeCompare(other.file) || one.plainName.localeCompare(other.plainName),
  );
}
