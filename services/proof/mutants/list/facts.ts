import { edit, type Mutant } from '../types.ts';

const ehr = 'services/ehr';
const getChartTest = `${ehr}/rpc/get-chart.test.ts`;
const amendTest = `${ehr}/rpc/amend-entry.test.ts`;
const addTest = `${ehr}/rpc/add-entry.test.ts`;
const backstops = `${ehr}/chart/backstops.test.ts`;
const tables = `${ehr}/migrations/0001-chart.sql`;

/** Clinical facts are never overwritten: an amendment is a new version. */
export const facts: readonly Mutant[] = [
  {
    name: 'entry-update',
    without: 'the trigger that refuses update on entry',
    edits: [
      edit(tables, 'before update or delete or truncate on entry', 'before delete or truncate on entry'),
    ],
    caughtBy: [backstops, 'update entry: refused'],
  },
  {
    name: 'entry-delete',
    without: 'the trigger that refuses delete on entry',
    edits: [
      edit(tables, 'before update or delete or truncate on entry', 'before update or truncate on entry'),
    ],
    caughtBy: [backstops, 'delete from entry: refused'],
  },
  {
    name: 'entry-truncate',
    without: 'the trigger that refuses truncate on entry',
    edits: [edit(tables, 'before update or delete or truncate on entry', 'before update or delete on entry')],
    caughtBy: [backstops, 'truncate entry cascade: refused'],
  },
  {
    name: 'entry-key',
    without: 'the primary key of entries: a version is written once',
    edits: [
      edit(tables, 'primary key (entry_id, version)', 'check (version > 0)'),
      edit(tables, ',\n  foreign key (key, version) references entry (entry_id, version)'),
    ],
    caughtBy: [backstops, 'entry_pkey holds'],
  },
  {
    name: 'entry-chart-version',
    without: 'the unique version of a chart',
    edits: [edit(tables, 'unique (patient_id, chart_version)', 'check (chart_version > 0)')],
    caughtBy: [backstops, 'entry_patient_id_chart_version_key holds'],
  },
  {
    name: 'entry-operation-key',
    without: 'the unique operation key of an author',
    edits: [edit(tables, 'unique (author_id, operation_key)', 'check (version > 0)')],
    caughtBy: [backstops, 'entry_author_id_operation_key_key holds'],
  },
  {
    name: 'entry-reason',
    without: 'the constraint that an amendment has a reason',
    edits: [edit(tables, 'check ((amend_reason is null) = (version = 1))', 'check (true)')],
    caughtBy: [backstops, 'entry_check holds'],
  },
  {
    name: 'entry-announced-once',
    without: 'the unique key of the outbox',
    edits: [edit(tables, '\n  unique (key, version)', '\n  check (version > 0)')],
    caughtBy: [backstops, 'outbox_key_version_key holds'],
  },
  {
    name: 'entry-announced-of-fact',
    without: 'the reference from the outbox to the entry',
    edits: [edit(tables, ',\n  foreign key (key, version) references entry (entry_id, version)')],
    caughtBy: [backstops, 'outbox_key_version_fkey holds'],
  },
  {
    name: 'entry-announced',
    without: 'the outbox row of an entry',
    edits: [
      edit(`${ehr}/chart/write-version.ts`, 'await query(client, insertEvent,', 'void (client, insertEvent,'),
    ],
    caughtBy: [getChartTest, 'an entry is read by provider and patient'],
  },
  {
    name: 'amend-version',
    without: 'the comparison with the version that is amended',
    edits: [
      edit(`${ehr}/rpc/amend-entry.ts`, 'if (newest.version !== expectedVersion)', 'if (newest.version < 0)'),
    ],
    caughtBy: [amendTest, 'an amendment is a new version with its reason; a stale one is refused'],
  },
  {
    name: 'amend-next',
    without: 'the next version that an amendment is',
    edits: [edit(`${ehr}/rpc/amend-entry.ts`, 'version: newest.version + 1', 'version: newest.version')],
    caughtBy: [amendTest, 'an amendment is a new version with its reason'],
  },
  {
    name: 'amend-lock',
    without: 'the lock of the chart that is written to',
    edits: [edit(`${ehr}/chart/lock-chart.ts`, ' for update')],
    caughtBy: [amendTest, 'two amendments of one version at once'],
  },
  {
    name: 'amend-reason',
    without: 'the question for a reason',
    edits: [
      edit(`${ehr}/rpc/amend-entry.ts`, "checkWords('reason', request.reason, max_reason)", 'request.reason'),
    ],
    caughtBy: [amendTest, 'an amendment is a new version with its reason'],
  },
  {
    name: 'entry-repeated',
    without: 'the answer to a repeated request',
    edits: [edit(`${ehr}/chart/write-version.ts`, '  if (done) {', '  if (done === null) {')],
    caughtBy: [addTest, 'a repeated request is answered with what it wrote'],
  },
  {
    name: 'entry-repeated-hash',
    without: 'the comparison of a request’s hash',
    edits: [
      edit(
        `${ehr}/chart/write-version.ts`,
        'if (done && !done.request_sha256.equals(hash))',
        'if (done === null)',
      ),
    ],
    caughtBy: [addTest, 'a repeated request is answered with what it wrote'],
  },
  {
    name: 'verify-append-only',
    without: 'verify’s look for triggers that are switched off',
    edits: [edit(`${ehr}/verify/whole/always.sql`, "tgenabled <> 'D'", 'tgenabled is not null')],
    caughtBy: ['services/local/verify/checks.test.ts', 'a chart that could be overwritten'],
  },
];
