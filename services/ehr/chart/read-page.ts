import type { Entry } from '@healthbooker/protos/gen/healthbooker/ehr/v1/Entry';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import type { Parts } from '../parts.ts';
import type { Kind } from './body.ts';
import { type Audience, type EntryRow, entryColumns, toEntry } from './entry.ts';
import { type Place, toPageToken } from './page-token.ts';

const selectChart = loadSql(import.meta.url, '../sql/select-chart.sql', { entryColumns });

/** Octets of what is written in the entries of a page. A page is at most this and one entry long: a quarter of a message. */
const page_octets = 1024 * 1024;
/** Of which for what happened. */
const happened_octets = page_octets / 2;

type PageRow = EntryRow & { weight: number; position: number; rest_kinds: Kind[]; rest_lasts: boolean };

export type WantedPage = {
  patientId: string;
  audience: Audience;
  place: Place;
  kinds: readonly Kind[];
  /** Entries of what happened. */
  size: number;
  /** The whole first page of the chart as it is: it is kept. */
  isOpening: boolean;
};

export type Page = {
  entries: Entry[];
  /** Empty at the end. */
  nextPageToken: string;
  lastingComplete: boolean;
  /** Kinds of which there is more. */
  unfinished: Kind[];
};

/** The entries behind a place, as the chart was in the place's version. */
export async function readPage(wanted: WantedPage, parts: Pick<Parts, 'pool' | 'cache'>): Promise<Page> {
  const { patientId, audience, place, kinds, size, isOpening } = wanted;
  const { chartVersion, weight, position } = place;
  const key = { patientId, audience, chartVersion };
  const kept = isOpening ? await parts.cache.get(key) : undefined;
  if (kept) return kept;
  const rows = await query<PageRow>(parts.pool, selectChart, [
    patientId,
    audience,
    chartVersion,
    weight,
    position,
    kinds,
    size,
    page_octets,
    happened_octets,
  ]);
  const page = toPage(rows, chartVersion, audience);
  if (isOpening) await parts.cache.put(key, page);
  return page;
}

function toPage(rows: readonly PageRow[], chartVersion: number, audience: Audience): Page {
  const last = rows.at(-1);
  const unfinished = last?.rest_kinds ?? [];
  return {
    entries: rows.map((row) => toEntry(row, audience)),
    nextPageToken:
      last === undefined || unfinished.length === 0 ? '' : toPageToken({ ...last, chartVersion }),
    lastingComplete: last?.rest_lasts !== true,
    unfinished,
  };
}
