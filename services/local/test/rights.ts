import assert from 'node:assert/strict';
import { type Statement, statementsMade } from '@healthbooker/runtime/postgres';
import pg from 'pg';
import { testDatabase } from './database.ts';

/** Bits of AclMode, as PostgreSQL writes them into a query tree (src/include/nodes/parsenodes.h). */
const verbs = [
  ['delete', 8],
  ['insert', 1],
  ['select', 2],
  ['update', 4],
] as const;

/** What a query tree says of a relation that the statement reads or writes with the rights of its caller. */
const needed = /\{RTEPERMISSIONINFO :relid (\d+) :inh \w+ :requiredPerms (\d+) :checkAsUser 0 /g;

/**
 * Fails unless the service's role has exactly the rights that its statements need: those of every statement that this
 * process has made, so the test imports the service first. PostgreSQL itself says what each needs, `for update`,
 * `returning` and what views hide included.
 */
export async function checkRights(service: string): Promise<void> {
  const database = await testDatabase(service);
  const client = new pg.Client({ connectionString: database.url });
  try {
    await client.connect();
    const wanted = await rightsNeeded(client, statementsMade());
    assert.notEqual(wanted.length, 0, 'no statement needs any right: was the service imported?');
    const { rows } = await client.query<{ line: string }>(granted, [service]);
    const lines = (of: Iterable<string>) => [...of].sort().map((right) => `grant ${right} to ${service};`);
    assert.deepEqual(
      lines(rows.map(({ line }) => line)),
      lines(wanted),
      'a migration grants (first) what statements need (second)',
    );
  } finally {
    await client.end();
    await database.drop();
  }
}

/** What statements need, a line per relation, as {@link granted} writes them. */
export async function rightsNeeded(client: pg.Client, statements: readonly Statement[]): Promise<string[]> {
  const bits = new Map<string, number>();
  let trees = '';
  client.on('notice', ({ detail = '' }) => {
    trees += detail;
  });
  await client.query(
    `set debug_print_rewritten = on; set debug_pretty_print = off; set client_min_messages = log`,
  );
  for (const { name, text } of statements) {
    trees = '';
    await client.query(`prepare "${name}" as ${text}`);
    await client.query(`deallocate "${name}"`);
    // The tree is broken into lines, at its spaces.
    for (const [, relation = '', perms] of trees.replaceAll('\n', ' ').matchAll(needed)) {
      bits.set(relation, (bits.get(relation) ?? 0) | Number(perms));
    }
  }
  await client.query('reset all');
  const { rows } = await client.query<{ id: string; name: string; sequences: string[] }>(relations, [
    [...bits.keys()],
  ]);
  return rows.flatMap(({ id, name, sequences }) => {
    const mode = bits.get(id) ?? 0;
    const held = verbs.filter(([, bit]) => (mode & bit) !== 0).map(([verb]) => verb);
    const drawn = held.includes('insert') ? sequences.map((sequence) => `usage on sequence ${sequence}`) : [];
    return held.length === 0 ? [] : [`${held.join(', ')} on ${name}`, ...drawn];
  });
}

/** Sequences behind serial columns: those of identity columns need no right of their own. */
const relations = `
  select c.oid::text as id, c.relname as name, array(
    select s.relname::text from pg_depend d join pg_class s on s.oid = d.objid and s.relkind = 'S'
    where d.refobjid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'a') as sequences
  from pg_class c where c.oid::text = any ($1) and c.relnamespace = 'public'::regnamespace`;

const granted = `
  select string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) || ' on '
    || case c.relkind when 'S' then 'sequence ' else '' end || c.relname as line
  from pg_class c cross join lateral aclexplode(c.relacl) a
  where c.relnamespace = 'public'::regnamespace and a.grantee = $1::regrole
  group by c.relname, c.relkind`;
