import { edit, type Mutant } from '../types.ts';

const ehr = 'services/ehr';
const ehrTest = `${ehr}/ehr.test.ts`;
const backstops = `${ehr}/chart/backstops.test.ts`;
const tables = `${ehr}/migrations/0001-chart.sql`;
const relationship = 'services/scheduler/sql/has-care-relationship.sql';
const relationshipTest = 'services/scheduler/rpc/queries.test.ts';

/** Nobody reads a chart unseen, and nobody reads one who has no business with it. */
export const charts: readonly Mutant[] = [
  {
    name: 'access-of-chart',
    without: 'the access row of a chart that is read',
    edits: [
      edit(
        `${ehr}/rpc/get-chart.ts`,
        "await recordAccess(parts.pool, permission, 'chart', now, context.trace)",
        "(await parts.pool.query('select version from chart where patient_id = $1', [patientId])).rows[0]?.version ?? 0",
      ),
    ],
    caughtBy: [ehrTest, 'an entry is read by provider and patient, each look on record'],
  },
  {
    name: 'access-of-cached-chart',
    without: 'the access row of a chart that is in the cache',
    edits: [
      edit(
        `${ehr}/rpc/get-chart.ts`,
        "await recordAccess(parts.pool, permission, 'chart', now, context.trace)",
        `await (async () => {
          const audience = permission.role === 'Providers' ? 'provider' : 'patient';
          const isCached = await parts.cache.get({ patientId, audience, chartVersion: 1 });
          return isCached ? 1 : recordAccess(parts.pool, permission, 'chart', now, context.trace);
        })()`,
      ),
    ],
    caughtBy: [ehrTest, 'a cached chart is put on record as well'],
  },
  {
    name: 'access-of-history',
    without: 'the access row of an entry whose history is read',
    edits: [
      edit(
        `${ehr}/rpc/get-entry-history.ts`,
        "await recordAccess(parts.pool, permission, 'entry-history', parts.clock(), context.trace);",
      ),
    ],
    caughtBy: [ehrTest, 'who acts for a patient reads what the patient may, in a role of their own'],
  },
  {
    name: 'access-first',
    without: 'the refusal of a chart whose access row cannot be written',
    edits: [
      edit(
        `${ehr}/chart/record-access.ts`,
        '[now, patientId, readerId, role, what, why, trace.traceId],\n  ]);',
        '[now, patientId, readerId, role, what, why, trace.traceId],\n  ]).catch(() => [{ chart_version: 1 }]);',
      ),
    ],
    caughtBy: [ehrTest, 'who cannot be put on record reads nothing'],
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
    caughtBy: [ehrTest, 'who acts for a patient reads what the patient may, in a role of their own'],
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
    caughtBy: [ehrTest, 'a chart does not exist for whoever has no business with it'],
  },
  {
    name: 'chart-care',
    without: 'the question whether a provider’s team treats the patient',
    edits: [
      edit(
        `${ehr}/access.ts`,
        "(await scheduler.call('HasCareRelationship', { patientId }, outgoing)).related",
        '(scheduler, outgoing, true)',
      ),
    ],
    caughtBy: [ehrTest, 'a chart does not exist for whoever has no business with it'],
  },
  {
    name: 'chart-proxy',
    without: 'the question whether somebody acts for the patient',
    edits: [edit(`${ehr}/access.ts`, 'if (allowed) return', 'if (allowed !== null) return')],
    caughtBy: [ehrTest, 'who acts for a patient reads what the patient may'],
  },
  {
    name: 'chart-writers',
    without: 'the question whether who writes treats the patient',
    edits: [
      edit(
        `${ehr}/access.ts`,
        'if (!(await treats(patientId, context, parts))) return refuse(context, parts);',
      ),
    ],
    caughtBy: [ehrTest, 'a chart does not exist for whoever has no business with it'],
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
    caughtBy: [ehrTest, 'a chart does not exist for whoever has no business with it'],
  },
  {
    name: 'chart-release',
    without: 'the release of what a patient sees in the chart',
    edits: [edit(`${ehr}/sql/select-chart.sql`, "entry.release = 'now'", 'true')],
    caughtBy: [ehrTest, 'patients see what was released to them'],
  },
  {
    name: 'chart-withdrawn',
    without: 'the end of a release',
    edits: [edit(`${ehr}/sql/select-chart.sql`, "and later.release = 'never'", 'and false')],
    caughtBy: [ehrTest, 'patients see what was released to them'],
  },
  {
    name: 'history-release',
    without: 'the release of what a patient sees of an entry’s history',
    edits: [edit(`${ehr}/sql/select-history.sql`, "\n    release = 'now'", '\n    true')],
    caughtBy: [ehrTest, 'patients see what was released to them'],
  },
  {
    name: 'history-patient',
    without: 'the patient whose entry a history is of',
    edits: [edit(`${ehr}/sql/select-history.sql`, 'and patient_id = $2', 'and $2::uuid is not null')],
    caughtBy: [ehrTest, 'an entry’s history is read in its own chart only'],
  },
  {
    name: 'cache-audience',
    without: 'the audience in the key of a cached chart',
    edits: [edit(`${ehr}/chart/cache.ts`, '{audience}:', '{""}:')],
    caughtBy: [ehrTest, 'patients see what was released to them'],
  },
  {
    name: 'cache-version',
    without: 'the version in the key of a cached chart, and its removal by a write',
    edits: [
      edit(`${ehr}/chart/cache.ts`, '{chartVersion}`', '{""}`'),
      edit(`${ehr}/chart/cache.ts`, 'await attempt(() => redis.del(...keys));', 'void keys;'),
    ],
    caughtBy: [ehrTest, 'a cached chart is put on record as well, and a write shows at once'],
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
