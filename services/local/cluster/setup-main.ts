/**
 * Makes what services find ready in AWS: a database with its two roles for each service that has one, the table, the
 * topic and the queues. It leaves alone what exists.
 *
 * POSTGRES_URL (superuser's, without password), PASSWORD_DIR (a file per role: `postgres`, each service and its
 * owner), DYNAMODB_ENDPOINT, EVENTS_ENDPOINT.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureServiceDatabase, ownerOf } from '../postgres/roles.ts';
import { coreTableName, ensureResources } from '../resources.ts';

const catalogue = JSON.parse(readFileSync(new URL('../../catalogue.json', import.meta.url), 'utf8')) as {
  services: { name: string; pools: { postgres?: number } }[];
};
const passwordOf = (role: string) => readFileSync(join(variable('PASSWORD_DIR'), role), 'utf8').trim();
const url = new URL(variable('POSTGRES_URL'));
url.password = passwordOf('postgres');

for (const { name, pools } of catalogue.services) {
  if (pools.postgres === undefined) continue;
  const passwords = { service: passwordOf(name), owner: passwordOf(ownerOf(name)) };
  await ensureServiceDatabase(url.href, name, passwords);
}
const events = await ensureResources({
  urls: { dynamodb: variable('DYNAMODB_ENDPOINT'), events: variable('EVENTS_ENDPOINT') },
});
console.log(JSON.stringify({ table: coreTableName, ...events }));

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
