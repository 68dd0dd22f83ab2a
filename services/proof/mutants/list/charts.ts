import { basename } from 'node:path';
import { edit, type Mutant } from '../types.ts';

const ehr = 'services/ehr';
const getChartTest = `${ehr}/rpc/get-chart.test.ts`;
const accessTest = `${ehr}/access.test.ts`;
const followerTest = `${ehr}/access-follower.test.ts`;
const runtime = 'services/runtime';
const scheduler = 'services/scheduler';
const accessLogTest = `${scheduler}/care/access-log/access-log.test.ts`;
const backstops = `${ehr}/chart/backstops.test.ts`;
const tables = `${ehr}/migrations/0001-chart.sql`;
const pagingTest = `${ehr}/chart/paging.test.ts`;
const shown = `${ehr}/migrations/0006-chart.sql`;
const relationship = 'services/scheduler/care/has-care-relationship.sql';
const relationshipTest = 'services/scheduler/booking/queries.test.ts';

/** Each read of a chart is on record, and nobody reads a chart without a reason. */
export const charts: readonly Mutant[] = [
  {
    name: 'access-of-chart',
    without: 'the access row of a chart that is read',
    edits: [
      edit(
        `${ehr}/rpc/get-chart.ts`,
        'await recordAccess(parts.pool, reader, access, now, context)',
        "(await parts.pool.query('select version from chart where patient_id = $1', [patientId])).rows[0]?.version ?? 0",
      ),
    ],
    caughtBy: [getChartTest, 'an entry is read by provider and patient, each look on record'],
  },
  {
    name: 'access-of-cached-chart',
    without: 'the access row of a chart that is in the cache',
    edits: [
      edit(
        `${ehr}/rpc/get-chart.ts`,
        'await recordAccess(parts.pool, reader, access, now, context)',
        `await (async () => {
          const audience = reader.role === 'Providers' ? 'provider' : 'patient';
          const isCached = await parts.cache.get({ patientId, audience, chartVersion: 1 });
          return isCached ? 1 : recordAccess(parts.pool, reader, access, now, context);
        })()`,
      ),
    ],
    caughtBy: [getChartTest, 'a cached chart is put on record as well'],
  },
  {
    name: 'access-of-history',
    without: 'the access row of an entry whose history is read',
    edits: [
      edit(
        `${ehr}/rpc/get-entry-history.ts`,
        'await recordAccess(parts.pool, reader, access, parts.clock(), context);',
      ),
    ],
    caughtBy: [accessTest, 'who acts for a patient reads what the patient may, in a role of their own'],
  },
  {
    name: 'access-first',
    without: 'the refusal of a chart whose access row cannot be written',
    edits: [
      edit(
        `${ehr}/chart/record-access.ts`,
        'why,\n    trace.traceId,\n  ]);',
        'why,\n    trace.traceId,\n  ]).catch(() => [{ chart_version: 1 }]);',
      ),
    ],
    caughtBy: [getChartTest, 'who cannot be put on record reads nothing'],
  },
  {
    name: 'access-of-writes',
    without: 'the access row of an entry that is written',
    edits: [
      edit(
        `${ehr}/chart/write-version.ts`,
        "await recordAccess(client, author, { action: 'write', what }, at.now, at.context);",
      ),
    ],
    caughtBy: [getChartTest, 'an entry is read by provider and patient, each look on record'],
  },
  {
    name: 'access-of-tries',
    without: 'the access row of who is refused a chart',
    edits: [
      edit(
        `${ehr}/access.ts`,
        "  await recordTry(parts, { patientId, directoryName, what }, context);\n  throw new ServiceError('not-found'",
        "  throw new ServiceError('not-found'",
      ),
    ],
    caughtBy: [accessTest, 'a chart does not exist for whoever has no business with it'],
  },
  {
    name: 'access-of-forbidden',
    without: 'the access row of who may not ask for a chart at all',
    edits: [edit(`${runtime}/grpc-call.ts`, 'await rpc.onForbidden?.(call.request, context);')],
    caughtBy: [accessTest, 'a chart does not exist for whoever has no business with it'],
  },
  {
    name: 'access-taken-once',
    without: 'the cursor in the transaction that takes the scheduler’s rows',
    edits: [
      edit(`${ehr}/sql/take-access.sql`, 'on conflict (source_id) where source_id is not null do nothing'),
      edit(`${ehr}/access-follower.ts`, 'excluded.cursor, updated_at', 'follower_cursor.cursor, updated_at'),
    ],
    caughtBy: [followerTest, 'a follower that is killed at any point'],
  },
  ...[
    ['booking/get-reservation', 'GetReservation: who, and what'],
    ['booking/list-provider-day', 'ListProviderDay: a row for each patient shown'],
    ['care/referrals/list-referrals', 'referrals: place, place again'],
    ['leave/list-worklist', 'leave: plan, apply, worklist'],
    ['waiting/get-waitlist-entry', 'the waiting list: join, get'],
    ['history/list-decisions', 'decisions: get, list, replay'],
  ].map(
    ([file = '', test = '']): Mutant => ({
      name: `access-of-${basename(file)}`,
      without: `the access row in ${basename(file)}`,
      edits: [edit(`${scheduler}/${file}.ts`, 'await recordAccess(', 'void (')],
      caughtBy: [accessLogTest, test],
    }),
  ),
  {
    name: 'access-of-bookings',
    without: 'the access row of a booking',
    edits: [
      edit(
        `${scheduler}/booking/write-bookings.sql`,
        "'write', what, why, trace_id\n  from item)",
        "'write', what, why, trace_id\n  from item where false)",
      ),
    ],
    caughtBy: [accessLogTest, 'Reserve with a reason'],
  },
  {
    name: 'access-in-order',
    without: 'the wait of ListAccess for who may still commit',
    edits: [
      edit(
        `${scheduler}/care/access-log/list-access.ts`,
        ' and xid < pg_snapshot_xmin(pg_current_snapshot())',
      ),
    ],
    caughtBy: [`${scheduler}/care/access-log/list-access.test.ts`, 'ListAccess passes over nothing'],
  },
  {
    name: 'access-update',
    without: 'the trigger that refuses update on access',
    edits: [
      edit(tables, 'before update or delete or truncate on access', 'before delete or truncate on access'),
    ],
    caughtBy: [backstops, 'update access: refused'],
  },
  {
    name: 'access-delete',
    without: 'the trigger that refuses delete on access',
    edits: [
      edit(tables, 'before update or delete or truncate on access', 'before update or truncate on access'),
    ],
    caughtBy: [backstops, 'delete from access: refused'],
  },
  {
    name: 'access-truncate',
    without: 'the trigger that refuses truncate on access',
    edits: [
      edit(tables, 'before update or delete or truncate on access', 'before update or delete on access'),
    ],
    caughtBy: [backstops, 'truncate access cascade: refused'],
  },
  {
    name: 'access-role',
    without: 'the role of a proxy in the access row',
    edits: [edit(`${ehr}/access.ts`, "role: 'proxy', why: 'proxy'", "role: 'Patients', why: 'own-record'")],
    caughtBy: [accessTest, 'who acts for a patient reads what the patient may, in a role of their own'],
  },
  {
    name: 'chart-own',
    without: 'the patient in a patient’s permission',
    edits: [
      edit(
        `${ehr}/access.ts`,
        "(patientId === '' || patientId === personId)",
        '(patientId !== personId || true)',
      ),
    ],
    caughtBy: [accessTest, 'a chart does not exist for whoever has no business with it'],
  },
  {
    name: 'chart-care',
    without: 'the question whether a provider’s team treats the patient',
    edits: [
      edit(
        `${ehr}/access.ts`,
        'const { related, callerName } = await treats(patientId, context, parts);\n  if (related) {',
        'const { callerName } = await treats(patientId, context, parts);\n  if (callerName !== null) {',
      ),
    ],
    caughtBy: [accessTest, 'a chart does not exist for whoever has no business with it'],
  },
  {
    name: 'chart-proxy',
    without: 'the question whether somebody acts for the patient',
    edits: [edit(`${ehr}/access.ts`, 'if (allowed) return', 'if (allowed !== null) return')],
    caughtBy: [accessTest, 'who acts for a patient reads what the patient may'],
  },
  {
    name: 'chart-writers',
    without: 'the question whether who writes treats the patient',
    edits: [
      edit(`${ehr}/access.ts`, 'if (!related) return refuse(patientId, what, callerName, context, parts);'),
    ],
    caughtBy: [accessTest, 'a chart does not exist for whoever has no business with it'],
  },
  {
    name: 'chart-groups',
    without: 'the groups that may ask for a chart',
    edits: [
      edit(
        `${ehr}/rpc/get-chart.ts`,
        "callers: ['Patients', 'Providers']",
        "callers: ['Patients', 'Providers', 'Receptionists']",
      ),
    ],
    caughtBy: [accessTest, 'a chart does not exist for whoever has no business with it'],
  },
  {
    name: 'chart-release',
    without: 'the release of what a patient sees in the chart',
    edits: [edit(shown, "continue when whose = 'patient' and new.release <> 'now';")],
    caughtBy: [getChartTest, 'patients see what was released to them'],
  },
  {
    name: 'chart-withdrawn',
    without: 'the end of a release',
    edits: [
      edit(
        shown,
        'update public.shown_entry set ends',
        "continue when whose = 'patient' and new.release = 'never';\n    update public.shown_entry set ends",
      ),
    ],
    caughtBy: [getChartTest, 'patients see what was released to them'],
  },
  {
    name: 'chart-withdrawn-meanwhile',
    without: 'the end of a release for who goes on reading an earlier version of the chart',
    edits: [edit(`${ehr}/sql/select-chart.sql`, "and later.release = 'never'", 'and false')],
    caughtBy: [pagingTest, 'what is withdrawn meanwhile is not shown'],
  },
  {
    name: 'chart-lasts',
    without: 'what lasts before what happened',
    edits: [
      edit(shown, "when kind = 'allergy' then 5", 'when false then 5'),
      edit(
        shown,
        "when kind = 'medication' and coalesce(body ->> 'status', '') not in ('completed', 'stopped') then 3",
        'when false then 3',
      ),
    ],
    caughtBy: [pagingTest, 'what lasts is whole on the first page'],
  },
  {
    name: 'chart-lasts-unsaid',
    without: 'what does not say that it is over, among what lasts',
    edits: [edit(shown, "coalesce(body ->> 'status', '')", "coalesce(body ->> 'status', 'stopped')")],
    caughtBy: [pagingTest, 'what says nothing of being over lasts'],
  },
  {
    name: 'chart-page-octets',
    without: 'the bound of a page in octets',
    edits: [
      edit(
        `${ehr}/sql/select-chart.sql`,
        ' and (weight > 1 or happened_before < $9::int)',
        ' and $9::int > 0',
      ),
    ],
    caughtBy: [pagingTest, 'a chart of 250 notes of 20 kB opens'],
  },
  {
    name: 'chart-page-version',
    without: 'the version that the pages of a chart are bound to',
    edits: [
      edit(
        `${ehr}/chart/page-token.ts`,
        'if (place.chartVersion <= newestVersion) return place;',
        'return { ...place, chartVersion: newestVersion };',
      ),
    ],
    caughtBy: [pagingTest, 'make none double and none missing'],
  },
  {
    name: 'chart-lasting-complete',
    without: 'what a page says of what lasts and is not on it',
    edits: [
      edit(
        `${ehr}/chart/read-page.ts`,
        'lastingComplete: last?.rest_lasts !== true',
        'lastingComplete: true',
      ),
    ],
    caughtBy: [pagingTest, 'thousands of medicines that are taken'],
  },
  {
    name: 'access-of-pages',
    without: 'what an access row says of a page',
    edits: [
      edit(
        `${ehr}/rpc/get-chart.ts`,
        "pageToken === '' ? 'chart' : 'chart-page'",
        "pageToken === null ? 'chart-page' : 'chart'",
      ),
    ],
    caughtBy: [pagingTest, 'each page is on record with what it was'],
  },
  {
    name: 'history-release',
    without: 'the release of what a patient sees of an entry’s history',
    edits: [
      edit(
        `${ehr}/sql/select-history.sql`,
        "case when $3::boolean then 'patient' else 'provider' end",
        "'provider'",
      ),
    ],
    caughtBy: [getChartTest, 'patients see what was released to them'],
  },
  {
    name: 'history-patient',
    without: 'the patient whose entry a history is of',
    edits: [edit(`${ehr}/sql/select-history.sql`, 'and patient_id = $2', 'and $2::uuid is not null')],
    caughtBy: [accessTest, 'an entry’s history is read in its own chart only'],
  },
  {
    name: 'cache-audience',
    without: 'the audience in the key of a cached chart',
    edits: [edit(`${ehr}/chart/cache.ts`, '{audience}:', '{""}:')],
    caughtBy: [getChartTest, 'patients see what was released to them'],
  },
  {
    name: 'cache-version',
    without: 'the version in the key of a cached chart, and its removal by a write',
    edits: [
      edit(`${ehr}/chart/cache.ts`, '{chartVersion}`', '{""}`'),
      edit(`${ehr}/chart/cache.ts`, 'await attempt(() => redis.del(...keys));', 'void keys;'),
    ],
    caughtBy: [getChartTest, 'a cached chart is put on record as well, and a write shows at once'],
  },
  {
    name: 'care-cancelled',
    without: 'the end of a relationship with its visit',
    edits: [edit(relationship, "and r.status <> 'cancelled'")],
    caughtBy: [relationshipTest, 'a team is related to its patients'],
  },
  {
    name: 'care-year',
    without: 'the year after which a relationship ends',
    edits: [edit(relationship, "interval '12 months'", "interval '120 months'")],
    caughtBy: [relationshipTest, 'a team is related to its patients'],
  },
  {
    name: 'care-team',
    without: 'the team of a relationship',
    edits: [edit(relationship, 'on own.team_id = theirs.team_id', 'on true or own.team_id = theirs.team_id')],
    caughtBy: [relationshipTest, 'a team is related to its patients'],
  },
  {
    name: 'care-active',
    without: 'the end of a relationship with the clinician’s work',
    edits: [edit(relationship, ' and own.is_active')],
    caughtBy: [relationshipTest, 'a team is related to its patients'],
  },
];
