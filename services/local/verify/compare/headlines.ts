import { isDeepStrictEqual } from 'node:util';
import { headlineAttributesOf, readHeadlineItem } from '@healthbooker/appointment/tables/record-headline';
import type { EntryHeadline__Output } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EntryHeadline';
import { readEntryHeadline } from '@healthbooker/protos/gen/readers';
import { findItems, headlinesOf, type Item, type Key, scanItems, type Table } from '../items.ts';
import type { Look, Suspect } from '../look.ts';
import { type Connection, keysInOrder, keysOf } from '../sql.ts';

/** The events that announce an entry, a page of their ids. */
const everyEvent = `
select id from event_view where type = 'record.added' and id > $1::bigint order by id limit $2`;

const changedEvents = `
select id from outbox where created_at >= $1::timestamptz union select id from outbox_sent where sent_at >= $1`;

const announced = `
select key || '/' || version as id, id as place, payload
from event_view where type = 'record.added' and id = any($1::bigint[])`;

const changedCharts = 'select patient_id as id from entry where recorded_at >= $1';

const versions = `
select patient_id as "patientId", entry_id as "entryId", version, recorded_at as "recordedAt"
from entry where entry_id = any($1::uuid[])`;

type Announced = { id: string; place: string; payload: unknown };
type Version = { patientId: string; entryId: string; version: number; recordedAt: Date };

/** The timelines show every version of an entry that was announced, and none that there is not. */
export function compareHeadlines(ehr: Connection, table: Table, since: Date | undefined): Look[] {
  return [
    {
      name: 'entries and their headlines',
      settles: true,
      pages: () =>
        since === undefined ? keysInOrder(ehr, everyEvent, '0') : keysOf(ehr, changedEvents, [since]),
      check: (places) => checkEntries(ehr, table, places),
    },
    {
      name: 'headlines and their entries',
      settles: true,
      pages: () => (since === undefined ? everyHeadline(table) : changedHeadlines(ehr, table, since)),
      check: (keys) => checkHeadlines(ehr, table, keys),
    },
  ];
}

async function checkEntries(ehr: Connection, table: Table, places: string[]): Promise<Suspect[]> {
  const { rows } = await ehr.query<Announced>(announced, [places]);
  const headlines = rows.map(({ id, place, payload }) => {
    const headline = readEntryHeadline(payload);
    const { PK, SK } = headlineAttributesOf(headline);
    return { id, place, headline, key: { PK, SK } };
  });
  const items = await findItems(
    table,
    headlines.map(({ key }) => key),
  );
  return headlines.flatMap(({ id, place, headline, key: { PK, SK } }) => {
    const item = items.get(`${PK} ${SK}`);
    if (item !== undefined && isHeadlineOf(item, headline)) return [];
    const broken = item === undefined ? 'no headline for an entry' : 'headline differs from its entry';
    return [{ key: String(place), finding: { broken, id } }];
  });
}

/** Whether an item holds this headline, and nothing stands beside it that it does not say. */
function isHeadlineOf(item: Item, headline: EntryHeadline__Output): boolean {
  try {
    const isDerived = Object.entries(headlineAttributesOf(headline)).every(
      ([name, value]) => item[name] === value,
    );
    return isDerived && isDeepStrictEqual(readHeadlineItem(item), headline);
  } catch {
    return false;
  }
}

const toKey = ({ PK, SK }: Item): string => JSON.stringify({ PK: String(PK), SK: String(SK) } satisfies Key);

async function* everyHeadline(table: Table): AsyncGenerator<string[]> {
  for await (const items of scanItems(table, 'RECORD#')) yield items.map(toKey);
}

async function* changedHeadlines(ehr: Connection, table: Table, since: Date): AsyncGenerator<string[]> {
  for await (const patients of keysOf(ehr, changedCharts, [since])) {
    for (const patientId of patients) {
      for await (const items of headlinesOf(table, patientId, since)) yield items.map(toKey);
    }
  }
}

async function checkHeadlines(ehr: Connection, table: Table, keys: string[]): Promise<Suspect[]> {
  const asked = keys.map((key) => {
    const { PK, SK } = JSON.parse(key) as Key;
    return { key, PK, SK, entryId: SK.slice(SK.lastIndexOf('#') + 1) };
  });
  const ids = asked.map(({ entryId }) => entryId).filter((id) => uuid.test(id));
  const { rows } = await ehr.query<Version>(versions, [ids]);
  const known = new Set(
    rows.map(
      ({ patientId, entryId, recordedAt }) => `${patientId} RECORD#${recordedAt.toISOString()}#${entryId}`,
    ),
  );
  const strays = asked.filter(({ PK, SK }) => !known.has(`${PK} ${SK}`));
  const items = await findItems(
    table,
    strays.map(({ PK, SK }) => ({ PK, SK })),
  );
  return strays
    .filter(({ PK, SK }) => items.has(`${PK} ${SK}`))
    .map(({ key, entryId }) => ({ key, finding: { broken: 'headline without an entry', id: entryId } }));
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
