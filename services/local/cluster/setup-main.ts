/**
 * Makes what services find ready in AWS: a database with an owner for each service that has one, the table, the topic
 * and the queues. What is there stays.
 *
 * POSTGRES_URL (superuser's, without password), PASSWORD_DIR (a file per role: `postgres` and each service),
 * DYNAMODB_ENDPOINT, EVENTS_ENDPOINT.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { coreTableName, ensureResources } from '../resources.ts';

const catalogue = JSON.parse(readFileSync(new URL('../../catalogue.json', import.meta.url), 'utf8')) as {
  services: { name: string; pools: { postgres?: number } }[];
};
const passwordOf = (role: string) => readFileSync(join(variable('PASSWORD_DIR'), role), 'utf8').trim();
const url = new URL(variable('POSTGRES_URL'));
url.password = passwordOf('postgres');

const client = new pg.Client({ connectionString: url.href });
await client.connect();
for (const { name, pools } of catalogue.services) {
  if (pools.postgres === undefined) continue;
  const [role, secret] = [client.escapeIdentifier(name), client.escapeLiteral(passwordOf(name))];
  const roles = await client.query('select from pg_roles where rolname = $1', [name]);
  await client.query(`${roles.rowCount === 0 ? 'create' : 'alter'} role ${role} login password ${secret}`);
  const databases = await client.query('select from pg_database where datname = $1', [name]);
  if (databases.rowCount === 0) await client.query(`create database ${role} owner ${role}`);
}
await client.end();
const events = await ensureResources({
  urls: { dynamodb: variable('DYNAMODB_ENDPOINT'), events: variable('EVENTS_ENDPOINT') },
});
console.log(JSON.stringify({ table: coreTableName, ...events }));

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
