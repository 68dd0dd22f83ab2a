import { createHmac } from 'node:crypto';
import pg from 'pg';

/** Passwords of the two roles of a service. */
export type RolePasswords = { service: string; owner: string };

/** Addresses of one database, by who connects. */
export type DatabaseUrls = {
  /** The role that the service connects with: it has the rights that migrations grant it, and owns nothing. */
  url: string;
  /** The role that owns the tables: migrations, seeds and checks connect with it. */
  ownerUrl: string;
};

/** The role that owns the tables of a service and runs its migrations. The service connects with a role of its name. */
export const ownerOf = (service: string): string => `${service}_owner`;

/** Passwords of a service's roles that follow from one secret, so that they need not be kept. */
export function derivedPasswords(secret: string, service: string): RolePasswords {
  const derive = (role: string) => createHmac('sha256', secret).update(role).digest('hex').slice(0, 48);
  return { service: derive(service), owner: derive(ownerOf(service)) };
}

/** The addresses of a service's database on the server at `server`. */
export function databaseUrls(
  server: string,
  service: string,
  passwords: RolePasswords,
  database: string = service,
): DatabaseUrls {
  const as = (role: string, password: string) => {
    const url = new URL(server);
    url.username = role;
    url.password = password;
    url.pathname = `/${database}`;
    return url.href;
  };
  return { url: as(service, passwords.service), ownerUrl: as(ownerOf(service), passwords.owner) };
}

/** Makes both roles of a service, or gives them these passwords. `admin` is a superuser's connection. */
export async function ensureRoles(
  admin: pg.Client,
  service: string,
  passwords: RolePasswords,
): Promise<void> {
  for (const [role, password] of [
    [service, passwords.service],
    [ownerOf(service), passwords.owner],
  ] as const) {
    const there = await admin.query('select from pg_roles where rolname = $1', [role]);
    const action = there.rowCount === 0 ? 'create' : 'alter';
    await admin.query(
      `${action} role ${admin.escapeIdentifier(role)} login password ${admin.escapeLiteral(password)}`,
    );
  }
}

/** Lets a service's two roles and nobody else into a database; the service may make nothing there, not even for itself. */
export async function closeDatabase(admin: pg.Client, service: string, database: string): Promise<void> {
  const name = admin.escapeIdentifier(database);
  await admin.query(`revoke all on database ${name} from public`);
  await admin.query(`grant connect on database ${name} to ${admin.escapeIdentifier(service)}`);
}

/**
 * Makes a service's roles and the database of its name, where absent. If the service's role owns tables (databases of
 * an older version of this repository), they are handed to the owner.
 *
 * @param server a superuser's URL of any database of the server
 */
export async function ensureServiceDatabase(
  server: string,
  service: string,
  passwords: RolePasswords,
): Promise<DatabaseUrls> {
  const owner = ownerOf(service);
  await asAdmin(server, async (admin) => {
    await ensureRoles(admin, service, passwords);
    const { rows } = await admin.query<{ owner: string }>(
      'select pg_get_userbyid(datdba) as owner from pg_database where datname = $1',
      [service],
    );
    const [name, ownerName] = [service, owner].map((role) => admin.escapeIdentifier(role));
    if (rows.length === 0) await admin.query(`create database ${name} owner ${ownerName}`);
    else if (rows[0]?.owner !== owner) {
      const inside = new URL(server);
      inside.pathname = `/${service}`;
      await asAdmin(inside.href, (client) => client.query(`reassign owned by ${name} to ${ownerName}`));
    }
    await closeDatabase(admin, service, service);
  });
  return databaseUrls(server, service, passwords);
}

async function asAdmin(url: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
