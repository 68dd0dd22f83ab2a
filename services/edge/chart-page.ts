import type { GetChartRequest } from '@healthbooker/protos/gen/healthbooker/ehr/v1/GetChartRequest';
import type { GetChartResponse__Output } from '@healthbooker/protos/gen/healthbooker/ehr/v1/GetChartResponse';
import type { GetEntryHistoryResponse__Output } from '@healthbooker/protos/gen/healthbooker/ehr/v1/GetEntryHistoryResponse';
import { Entry, entryKinds } from '@healthbooker/protos/json/entry';
import { cursorJson, nextCursor, pageQuery } from '@healthbooker/protos/json/page';
import { Instant } from '@healthbooker/protos/json/slot';
import { z } from 'zod';
import type { Directory } from './directory.ts';
import { namedEntry } from './named-entry.ts';

/** The query parameters of a page of a chart. */
export const chartPageQuery = {
  kind: entryKinds.schema
    .optional()
    .describe('Only entries of this kind; with the cursor of a page of all kinds it goes on from there'),
  limit: z
    .int32()
    .min(1)
    .max(100)
    .default(100)
    .describe('Entries of what happened; what lasts is not counted. Long entries make a page end sooner'),
  cursor: pageQuery.cursor,
};

/** What every page of a chart has. */
export const chartPage = {
  entries: z.array(Entry).describe('What lasts first, then what happened, newest added first'),
  chartVersion: z.int32().describe('The version of the chart that every page shows'),
  newestVersion: z.int32().describe('Greater than `chartVersion` when somebody has written meanwhile'),
  readAt: Instant,
  complete: z.boolean().describe('With the pages before it, all that was asked for has been given'),
  lastingComplete: z
    .boolean()
    .describe('While false, an allergy, an active problem or a current medicine may be on a later page'),
  unfinished: z.array(entryKinds.schema).describe('Kinds of which there is more on later pages'),
  nextCursor,
};

type ChartPage = z.input<z.ZodObject<typeof chartPage>>;

/** The contract's fields for a query. */
export function chartPageRequest(
  query: z.output<z.ZodObject<typeof chartPageQuery>>,
): Pick<GetChartRequest, 'pageToken' | 'pageSize' | 'kind'> {
  return {
    pageToken: query.cursor ?? '',
    pageSize: query.limit,
    kind: query.kind === undefined ? 'ENTRY_KIND_UNSPECIFIED' : entryKinds.toName(query.kind),
  };
}

/** A page of a chart with the names of its authors. */
export function chartPageJson(reply: GetChartResponse__Output, known: Directory | undefined): ChartPage {
  const { chartVersion, newestVersion, readAt, complete, lastingComplete } = reply;
  return {
    entries: reply.entries.map((entry) => namedEntry(entry, known)),
    chartVersion,
    newestVersion,
    readAt,
    complete,
    lastingComplete,
    unfinished: reply.unfinished.map(entryKinds.toWord),
    ...cursorJson(reply.nextPageToken),
  };
}

/** The query parameters of an entry's history. */
export const historyQuery = { cursor: pageQuery.cursor };

/** A page of an entry's history. */
export const historyPage = {
  versions: z.array(Entry).describe('The newest ones, oldest of them first; the next page has those before'),
  complete: z.boolean().describe('With the pages before it, every version has been given'),
  nextCursor,
};

type HistoryPage = z.input<z.ZodObject<typeof historyPage>>;

/** A page of an entry's history with the names of its authors. */
export function historyPageJson(
  { versions, complete, nextPageToken }: GetEntryHistoryResponse__Output,
  known: Directory | undefined,
): HistoryPage {
  return {
    versions: versions.map((entry) => namedEntry(entry, known)),
    complete,
    ...cursorJson(nextPageToken),
  };
}
