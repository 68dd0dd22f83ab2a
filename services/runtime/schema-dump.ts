import pg from 'pg';

/** Relations and functions of schema public that no extension brought along, and not the migration ledger. */
const OWN = (oid: string, catalogue: string) => `not exists (
  select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;

const EXTENSIONS = `
select 'create extension ' || extname || ';' as line
from pg_extension where extname <> 'plpgsql' order by extname collate "C"`;

const COLUMNS = `
select c.relname as relation,
  '  ' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
  || case when a.attidentity <> '' then ' generated ' || case a.attidentity when 'a' then 'always' else 'by default' end || ' as identity' else '' end
  || case when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') '
       || case a.attgenerated when 's' then 'stored' else 'virtual' end
     when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
  || case when a.attnotnull then ' not null' else '' end as line
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'schema_migration'
  and ${OWN('c.oid', 'pg_class')}
order by c.relname collate "C", a.attnum`;

/** Not-null constraints have catalogue rows of their own since PostgreSQL 18; the columns already say them. */
const CONSTRAINTS = `
select 'alter table ' || c.relname || ' add constraint ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid) || ';' as line
from pg_constraint k join pg_class c on c.oid = k.conrelid
where c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migration' and k.contype <> 'n'
order by c.relname collate "C", k.contype, k.conname collate "C"`;

const INDEXES = `
select pg_get_indexdef(i.indexrelid) || ';' as line
from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm') and c.relname <> 'schema_migration'
  and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
order by c.relname collate "C", x.relname collate "C"`;

const VIEWS = `
select 'create ' || case relkind when 'm' then 'materialized ' else '' end || 'view ' || relname || ' as' || e'\\n' || pg_get_viewdef(oid) as line
from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm') and ${OWN('oid', 'pg_class')}
order by relname collate "C"`;

const FUNCTIONS = `
select pg_get_functiondef(oid) || ';' as line
from pg_proc where pronamespace = 'public'::regnamespace and prokind in ('f', 'p') and ${OWN('oid', 'pg_proc')}
order by proname collate "C", pg_get_function_identity_arguments(oid) collate "C"`;

const TRIGGERS = `
select pg_get_triggerdef(t.oid) || ';' as line
from pg_trigger t join pg_class c on c.oid = t.tgrelid
where c.relnamespace = 'public'::regnamespace and not t.tgisinternal
order by c.relname collate "C", t.tgname collate "C"`;

/** What others than the owner may do to a relation or sequence; columns have no rights of their own. */
const GRANTS = `
select 'grant ' || string_agg(lower(a.privilege_type), ', ' order by a.privilege_type collate "C")
  || ' on ' || case c.relkind when 'S' then 'sequence ' else '' end || c.relname
  || ' to ' || case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end || ';' as line
from pg_class c cross join lateral aclexplode(c.relacl) a
where c.relnamespace = 'public'::regnamespace and a.grantee <> c.relowner
group by c.relname, c.relkind, a.grantee
order by c.relname collate "C", 1`;

/**
 * The schema `public` as SQL text read from the catalogue. The same schema gives the same bytes, whatever
 * the order in which its migrations came. Meant for reading and comparing, and the sequences behind serial columns are left to
 * the column defaults.
 */
export async function dumpSchema(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    // Expressions are printed with schema names only where the search path does not find them.
    await client.query('set search_path = public');
    const lines = async (sql: string) =>
      (await client.query<{ line: string }>(sql)).rows.map((row) => row.line);
    const columns = (await client.query<{ relation: string; line: string }>(COLUMNS)).rows;
    const tables = Map.groupBy(columns, (column) => column.relation);
    const sections = [
      ['-- Written from the migrations; change those and write it again.'],
      await lines(EXTENSIONS),
      await lines(FUNCTIONS),
      [...tables].map(
        ([name, rows]) => `create table ${name} (\n${rows.map((row) => row.line).join(',\n')}\n);\n`,
      ),
      await lines(CONSTRAINTS),
      await lines(INDEXES),
      await lines(VIEWS),
      await lines(TRIGGERS),
      await lines(GRANTS),
    ];
    return `${sections
      .filter((section) => section.length > 0)
      .map((section) => section.join('\n').trimEnd())
      .join('\n\n')}\n`;
  } finally {
    await client.end();
  }
}
