import type pg from 'pg';
import { connect, readSql } from '../fill/bulk.ts';
import { type AgedHospital, type ServiceName, services } from '../hospital.ts';
import { explain, type PlanKind, planKinds } from './explain.ts';
import { judge, readOf } from './judge.ts';
import type { Measured } from './plan.ts';
import { servicesOf } from './samples/runtime.ts';
import type { Known, Sample } from './samples/types.ts';
import { samplesOf } from './samples.ts';
import type { Found } from './statements.ts';
import { tables, unclassified } from './tables.ts';

/** One run of one statement and what is wrong with it. */
export type Checked = {
  /** In whose database. */
  database: ServiceName;
  service: string;
  file: string;
  statement: string;
  plan: PlanKind;
  measured: Measured;
  /** Rows looked at in tables that grow. */
  read: number;
  faults: string[];
};

export type Outcome = { checked: Checked[]; faults: string[] };

/** Runs every statement in the databases of its service, under both kinds of plan, and judges what it took. */
export async function checkStatements(
  hospital: AgedHospital,
  statements: readonly Found[],
): Promise<Outcome> {
  const faults = samplesLeft(statements);
  const isFullSize = hospital.size.scale >= 1;
  const checked: Checked[] = [];
  for (const database of services) {
    const own = statements.filter(({ service, plainName }) =>
      service === 'runtime' ? servicesOf(plainName).includes(database) : service === database,
    );
    const { ownerUrl, url } = hospital.databases[database];
    const owner = await connect(ownerUrl);
    const client = await connect(url);
    try {
      const { pages, faults: missing } = await readTables(owner, database);
      faults.push(...missing);
      const known = await readValues(owner, database, hospital.asOf);
      for (const statement of own) {
        const sample = sampleOf(statement);
        if (sample === undefined) faults.push(`${statement.file}: ${statement.plainName} has no sample`);
        else await checkOne(statement, sample, { client, pages, known, database });
      }
    } finally {
      await Promise.all([owner.end(), client.end()]);
    }
  }
  return { checked, faults };

  async function checkOne(
    { service, file, plainName, text }: Found,
    { params, exception }: Sample,
    on: { client: pg.Client; pages: ReadonlyMap<string, number>; known: Known; database: ServiceName },
  ): Promise<void> {
    const growing = new Set(
      Object.keys(tables[on.database]).filter((table) => tables[on.database][table] === 'grows'),
    );
    for (const plan of planKinds) {
      try {
        const measured = await explain(on.client, text, params(on.known), plan, on.pages);
        checked.push({
          database: on.database,
          service,
          file,
          statement: plainName,
          plan,
          measured,
          read: readOf(measured, growing),
          faults: judge(measured, { growing, isFullSize, exception }),
        });
      } catch (error) {
        faults.push(
          `${file}: ${plainName} could not be tried: ${error instanceof Error ? error.message : error}`,
        );
        return;
      }
    }
  }
}

function sampleOf({ service, plainName }: Found): Sample | undefined {
  const sample = samplesOf[service]?.[plainName];
  return typeof sample === 'function' ? { params: sample } : sample;
}

/** Samples of statements that are no more. */
function samplesLeft(statements: readonly Found[]): string[] {
  const names = new Set(statements.map(({ service, plainName }) => `${service} ${plainName}`));
  return Object.entries(samplesOf).flatMap(([service, samples]) =>
    Object.keys(samples)
      .filter((name) => !names.has(`${service} ${name}`))
      .map((name) => `there is a sample for ${name} of ${service}, which no source makes`),
  );
}

/** The pages of each table, partitions and all, and what the list of tables leaves out. */
async function readTables(
  owner: pg.Client,
  service: ServiceName,
): Promise<{ pages: Map<string, number>; faults: string[] }> {
  const { rows } = await owner.query<{ name: string; pages: number; is_part: boolean }>(
    `select relname as name, relpages as pages, relispartition as is_part from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  );
  return {
    pages: new Map(rows.map(({ name, pages }) => [name, pages])),
    faults: unclassified(
      service,
      rows.filter(({ is_part }) => !is_part).map(({ name }) => name),
    ),
  };
}

async function readValues(owner: pg.Client, service: ServiceName, asOf: Date): Promise<Known> {
  const { rows } = await owner.query(readSql(import.meta.url, `samples/${service}-values.sql`), [asOf]);
  const [values] = rows;
  if (values === undefined)
    throw new Error(`the aged hospital has no values for the statements of ${service}`);
  return (name) => {
    if (!(name in values)) throw new Error(`${service}-values.sql has no ${name}`);
    return values[name];
  };
}
