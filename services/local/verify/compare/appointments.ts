import { attributesOf, readItem } from '@healthbooker/appointment/tables/appointment-item';
import { wordOf } from '@healthbooker/appointment/tables/flat-item';
import { changedItemsOf, findItems, type Item, scanItems, type Table } from '../items.ts';
import type { Look, Suspect } from '../look.ts';
import { type Connection, keysInOrder, keysOf } from '../sql.ts';

/** Each appointment as the scheduler has it, whole seconds as the table writes them. */
const reservations = `
select appointment_id as id, patient_id as "patientId", version, status,
  to_char(lower(during) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startAt"
from reservation where appointment_id = any($1::uuid[])`;

const everyReservation = `
select appointment_id as id from reservation where appointment_id > $1::uuid order by 1 limit $2`;

const changedReservations = 'select appointment_id as id from reservation where changed_at >= $1';

const everyProvider = 'select id from provider where id > $1::uuid order by 1 limit $2';

const first_uuid = '00000000-0000-0000-0000-000000000000';

/** How long after its day a visit is still changed, so that its item is looked for among the changed ones. */
export const changed_after_days = 35;

type Row = { id: string; patientId: string; version: number; status: string; startAt: string };

/** The table shows exactly the scheduler's appointments, each in its newest version. */
export function compareAppointments(scheduler: Connection, table: Table, since: Date | undefined): Look[] {
  return [
    {
      name: 'reservations and their items',
      settles: true,
      pages: () =>
        since === undefined
          ? keysInOrder(scheduler, everyReservation, first_uuid)
          : keysOf(scheduler, changedReservations, [since]),
      check: (ids) => checkReservations(scheduler, table, ids),
    },
    {
      name: 'items and their reservations',
      settles: true,
      pages: () => (since === undefined ? everyItem(table) : changedItems(scheduler, table, since)),
      check: (keys) => checkItems(scheduler, table, keys),
    },
  ];
}

async function checkReservations(scheduler: Connection, table: Table, ids: string[]): Promise<Suspect[]> {
  const { rows } = await scheduler.query<Row>(reservations, [ids]);
  const items = await findItems(table, rows.map(keyOf));
  return rows.flatMap((row) => {
    const { PK, SK } = keyOf(row);
    const broken = whatIsBroken(items.get(`${PK} ${SK}`), row);
    return broken === undefined ? [] : [{ key: row.id, finding: { broken, id: row.id } }];
  });
}

function keyOf({ patientId, id }: { patientId: string; id: string }): { PK: string; SK: string } {
  return { PK: patientId, SK: `APPOINTMENT#${id}` };
}

/** What is wrong with the item of a reservation: by its version, and by what is derived from that and stands beside it. */
function whatIsBroken(item: Item | undefined, row: Row): string | undefined {
  if (item === undefined) return 'no item for a reservation';
  try {
    const version = readItem(item);
    const derived = attributesOf(version);
    const isSame =
      version.patientId === row.patientId &&
      version.version === row.version &&
      wordOf(version.status, 'VISIT_STATUS_') === row.status &&
      derived.appointmentDate === row.startAt;
    if (!isSame) return 'item differs from its reservation';
    const isDerived = Object.entries(derived).every(([name, value]) => item[name] === value);
    return isDerived ? undefined : 'item is found by what its reservation does not say';
  } catch {
    return 'item holds no reservation';
  }
}

/** The key of an item, and the version that stands beside it. */
type ItemKey = { patientId: string; id: string; version: number };

const toKey = (item: Item): string =>
  JSON.stringify({
    patientId: String(item['PK']),
    id: String(item['SK']).slice('APPOINTMENT#'.length),
    version: Number(item['version']),
  } satisfies ItemKey);

async function* everyItem(table: Table): AsyncGenerator<string[]> {
  for await (const items of scanItems(table, 'APPOINTMENT#')) yield items.map(toKey);
}

async function* changedItems(scheduler: Connection, table: Table, since: Date): AsyncGenerator<string[]> {
  const startFrom = new Date(since.getTime() - changed_after_days * 86_400_000);
  for await (const providers of keysInOrder(scheduler, everyProvider, first_uuid)) {
    for (const providerId of providers) {
      for await (const items of changedItemsOf(table, providerId, { startFrom, changedFrom: since })) {
        yield items.map(toKey);
      }
    }
  }
}

/** Items are read again only where what the page says of them is not what the scheduler has. */
async function checkItems(scheduler: Connection, table: Table, keys: string[]): Promise<Suspect[]> {
  const asked = keys.map((key) => ({ key, ...(JSON.parse(key) as ItemKey) }));
  const ids = asked.map(({ id }) => id).filter((id) => uuid.test(id));
  const { rows } = await scheduler.query<Row>(reservations, [ids]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const others = asked.filter(({ id, patientId, version }) => {
    const row = byId.get(id);
    return row?.patientId !== patientId || row.version !== version;
  });
  const items = await findItems(table, others.map(keyOf));
  return others.flatMap(({ key, ...other }) => {
    const { PK, SK } = keyOf(other);
    const item = items.get(`${PK} ${SK}`);
    const row = byId.get(other.id);
    if (item === undefined) return [];
    const broken =
      row?.patientId === other.patientId ? whatIsBroken(item, row) : 'item without a reservation';
    return broken === undefined ? [] : [{ key, finding: { broken, id: other.id } }];
  });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
