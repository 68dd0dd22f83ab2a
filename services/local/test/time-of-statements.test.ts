/**
 * Statements take the time as a parameter, so that a test or a soak moves program and database together. Only defaults of
 * columns ask the database's clock, and those stand in migrations.
 */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const services = fileURLToPath(new URL('../..', import.meta.url));
const folders = ['scheduler', 'ehr', 'notification', 'runtime', 'local/verify'];
const isLeftOut = (file: string) =>
  /(^|\/)(migrations|node_modules|test|testing)\/|\.(test|attack)\.ts$|\.generated\./.test(file);

const itsOwnClock =
  /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(|\b(current_date|current_time|current_timestamp|localtime|localtimestamp)\b|'(now|today|yesterday|tomorrow)'\s*::/i;
const isStatement = /\b(select|insert\s+into|update|delete\s+from|where|values)\b/i;

const withoutComments = (sql: string) => sql.replaceAll(/--.*$/gm, '');

/** The literal parts of strings and templates of a program that read like SQL. */
function statementsIn(file: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node)) {
      found.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' $ '));
    } else if (ts.isStringLiteralLike(node)) {
      found.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found.filter((one) => isStatement.test(one));
}

/** Files whose statements ask the database for the time. */
function askingIn(files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files).flatMap(([file, text]) => {
    const statements = file.endsWith('.sql') ? [text] : statementsIn(file, text);
    return statements.some((sql) => itsOwnClock.test(withoutComments(sql))) ? [file] : [];
  });
}

test('no statement asks the database for the time', () => {
  const files = folders
    .flatMap((folder) => globSync(`${folder}/**/*.{sql,ts}`, { cwd: services }))
    .filter((file) => !isLeftOut(file));
  assert.ok(files.filter((file) => file.endsWith('.sql')).length > 50);
  assert.deepEqual(
    askingIn(Object.fromEntries(files.map((file) => [file, readFileSync(`${services}/${file}`, 'utf8')]))),
    [],
  );
});

test('a statement that does is found, wherever it stands', () => {
  const asking = {
    'a.sql': 'select id from slot where start_at > now()',
    'b.sql': 'select id from slot where start_at > CURRENT_TIMESTAMP',
    'c.ts': 'const one = statement("one", `update slot set at = clock_timestamp() where id = $1`);',
    'd.ts': "const two = `delete from hold where state = $1 and expires_at < now() - interval '1 day'`;",
    'e.ts': "const three = 'select id from slot where day = current_date';",
    'f.ts': "const four = `select id from slot where start_at > 'now'::timestamptz`;",
  };
  assert.deepEqual(askingIn(asking), Object.keys(asking));
});

test('what only looks like it is let pass', () => {
  const others = {
    'a.sql': "-- what now() said\nselect id from entry where release = 'now'",
    'b.ts': 'const at = now(); const text = `select id from slot where start_at > $1`;',
    'c.ts': "throw new Error('call now() with a clock');",
  };
  assert.deepEqual(askingIn(others), []);
});
