import { edit, type Mutant } from '../types.ts';

const scheduler = 'services/scheduler';
const tables = `${scheduler}/migrations/0002-booking.sql`;
const backstops = `${scheduler}/booking/backstops.test.ts`;
const reserveTest = `${scheduler}/booking/reserve.test.ts`;
const moveTest = `${scheduler}/booking/move-reservation.test.ts`;
const waitlistTest = `${scheduler}/waiting/waitlist.test.ts`;
const appointment = 'services/appointment';
const bookingTest = `${appointment}/rpc/booking.test.ts`;
const runtime = 'services/runtime';
const notification = 'services/notification';
const ledgerTest = `${notification}/ledger.test.ts`;

/** A booking that was acknowledged exists, after any crash, and reaches every store that should show it. */
export const bookedIsBooked: readonly Mutant[] = [
  {
    name: 'event-of-booking',
    without: 'the outbox row of a booking',
    edits: [
      edit(
        `${scheduler}/booking/write-bookings.sql`,
        'traceparent, $2\n  from item)',
        'traceparent, $2\n  from item where false)',
      ),
    ],
    caughtBy: [reserveTest, 'books a free slot'],
  },
  {
    name: 'event-of-change',
    without: 'the outbox row of a later version',
    edits: [
      edit(
        `${scheduler}/booking/write-version.ts`,
        'await query(tx, sql.insertEvent,',
        'void (tx, sql.insertEvent,',
      ),
    ],
    caughtBy: [moveTest, 'a move takes the new slot'],
  },
  {
    name: 'event-in-transaction',
    without: 'the transaction that the outbox row of a change belongs to',
    edits: [
      edit(
        `${scheduler}/booking/write-version.ts`,
        'await query(tx, sql.insertEvent,',
        'await query(parts.pool, sql.insertEvent,',
      ),
    ],
    caughtBy: [
      `${scheduler}/../proof/crash/crash-booking.attack.ts`,
      'killed at each statement of cancelling a visit,',
    ],
  },
  {
    name: 'event-of-entry',
    without: 'the outbox row of a waiting entry',
    edits: [
      edit(
        `${scheduler}/waiting/write-entry.ts`,
        "values ($1::uuid, $2, 'waitlist.changed', $7::jsonb -> 'entry', $8, $9)",
        "select $1::text, $2::int, 'waitlist.changed', $7::jsonb -> 'entry', $8::text, $9::timestamptz where false",
      ),
    ],
    caughtBy: [waitlistTest, 'what is freed is offered'],
  },
  {
    name: 'event-of-accepted',
    without: 'the outbox row of an accepted offer',
    edits: [
      edit(
        `${scheduler}/waiting/book-entry.ts`,
        'await query(tx, sql.insertEvent,',
        'void (tx, sql.insertEvent,',
      ),
    ],
    caughtBy: [waitlistTest, 'what is freed is offered'],
  },
  {
    name: 'event-once',
    without: 'the unique key of the outbox',
    edits: [edit(tables, 'unique (key, version)', 'check (version > 0)')],
    caughtBy: [backstops, 'outbox_key_version_key'],
  },
  {
    name: 'rollback',
    without: 'the rollback of a failed transaction',
    edits: [edit(`${runtime}/postgres.ts`, "send(client, 'rollback')", "send(client, 'commit')")],
    caughtBy: [`${runtime}/postgres.test.ts`, 'a failed transaction leaves nothing'],
  },
  {
    name: 'commit-checked',
    without: 'the check that COMMIT was not answered with ROLLBACK',
    edits: [edit(`${runtime}/postgres.ts`, "if (command !== 'COMMIT')", 'if (command === "")')],
    caughtBy: [`${runtime}/postgres.test.ts`, 'a failed transaction leaves nothing'],
  },
  {
    name: 'key-repeated-booking',
    without: 'the search for what a booking’s key was answered before',
    edits: [
      edit(
        `${scheduler}/booking/find-known.ts`,
        'if (row === undefined) continue;',
        'if (row !== null) continue;',
      ),
    ],
    caughtBy: [reserveTest, 'the same key answers the same'],
  },
  {
    name: 'key-hash-booking',
    without: 'the comparison of a booking’s hash',
    edits: [
      edit(`${scheduler}/booking/find-known.ts`, 'if (!request_sha256.equals(booking.hash))', 'if (false)'),
    ],
    caughtBy: [reserveTest, 'the same key answers the same'],
  },
  {
    name: 'key-repeated-change',
    without: 'the answer to a repeated change',
    edits: [
      edit(`${scheduler}/booking/write-version.ts`, 'if (repeated !== undefined)', 'if (repeated === null)'),
    ],
    caughtBy: [moveTest, 'a move takes the new slot'],
  },
  {
    name: 'key-hash-change',
    without: 'the comparison of a change’s hash',
    edits: [
      edit(
        `${scheduler}/booking/write-version.ts`,
        'if (!earlier.request_sha256.equals(hash))',
        'if (false)',
      ),
    ],
    caughtBy: [moveTest, 'a move takes the new slot'],
  },
  {
    name: 'key-repeated-entry',
    without: 'the answer to a repeated change of an entry',
    edits: [
      edit(
        `${scheduler}/waiting/change-entry.ts`,
        'if (earlier === undefined) return false;',
        'if (earlier !== null) return false;',
      ),
    ],
    caughtBy: [waitlistTest, 'joining is idempotent'],
  },
  {
    name: 'key-hash-entry',
    without: 'the comparison of the hash of a change of an entry',
    edits: [
      edit(
        `${scheduler}/waiting/change-entry.ts`,
        'if (earlier.request_sha256.equals(hash)) return true;',
        'return true;',
      ),
    ],
    caughtBy: [waitlistTest, 'joining is idempotent'],
  },
  {
    name: 'key-constraint',
    without: 'the unique operation key of an appointment',
    edits: [edit(tables, 'unique (appointment_id, op_key)', 'check (version > 0)')],
    caughtBy: [backstops, 'decision_appointment_id_op_key_key'],
  },
  {
    name: 'appointment-id',
    without: 'the key in the id of an appointment',
    edits: [
      edit(
        `${appointment}/appointment-id.ts`,
        'digest.subarray(0, 16)',
        'crypto.getRandomValues(digest.subarray(0, 16))',
      ),
    ],
    caughtBy: [bookingTest, 'the same request under the same key is the same booking'],
  },
  {
    name: 'appointment-id-person',
    without: 'the person in the id of an appointment',
    edits: [edit(`${appointment}/appointment-id.ts`, '{personId}\\n', '{0}\\n')],
    caughtBy: [bookingTest, 'one key of two people names two appointments'],
  },
  {
    name: 'item-version',
    without: 'the condition that only a newer version replaces an item',
    edits: [
      edit(
        `${appointment}/tables/project-appointment.ts`,
        'or #version < :version',
        'or #version < :version or #version >= :version',
      ),
    ],
    caughtBy: [`${appointment}/tables/project-appointment.test.ts`, 'versions in any order'],
  },
  {
    name: 'item-at-once',
    without: 'the item that is put before the reply',
    edits: [
      edit(
        `${appointment}/rpc/project-at-once.ts`,
        'await projectAppointment(store, whole, { ms: at_most_ms })',
        '"known" as const',
      ),
    ],
    caughtBy: [bookingTest, 'a booking is committed, in the table when the reply comes'],
  },
  {
    name: 'item-store-down',
    without: 'the success of a booking while the table is down',
    edits: [
      edit(
        `${appointment}/rpc/project-at-once.ts`,
        "measures.projections.inc({ source: 'request', outcome: 'failed' });",
        'throw err;',
      ),
    ],
    caughtBy: [bookingTest, 'without DynamoDB everything is booked'],
  },
  {
    name: 'item-of-event',
    without: 'the item that an event brings',
    edits: [
      edit(
        `${appointment}/events/handle-event.ts`,
        'await projectAppointment(store, readReservationVersion(event.data))',
        '"known" as const',
      ),
    ],
    caughtBy: [`${appointment}/rpc/timeline.test.ts`, 'events in the wrong order'],
  },
  {
    name: 'item-of-reconciler',
    without: 'the items that the reconciler brings',
    edits: [
      edit(
        `${appointment}/events/reconciler.ts`,
        'await projectAppointment(store, reservation)',
        '"known" as const',
      ),
    ],
    caughtBy: [bookingTest, 'a new table fills itself'],
  },
  {
    name: 'changes-below-xmin',
    without: 'the wait of ListChanged for who may still commit',
    edits: [
      edit(
        `${scheduler}/history/list-changed.sql`,
        'and changed_xid < pg_snapshot_xmin(pg_current_snapshot())',
      ),
    ],
    caughtBy: [`${scheduler}/booking/queries.test.ts`, 'a follower waits for who may still commit'],
  },
  {
    name: 'changes-ordered-anew',
    without: 'the new place of a changed reservation among the changes',
    edits: [edit(`${scheduler}/booking/update-reservation.sql`, ', changed_xid = pg_current_xact_id()')],
    caughtBy: [`${scheduler}/booking/queries.test.ts`, 'a follower waits for who may still commit'],
  },
  {
    name: 'follower-deletes',
    without: 'the redelivery of what was not handled',
    edits: [
      edit(
        `${runtime}/follower.ts`,
        'await redeliverAfter(message, closing.signal.aborted ? 0 : 2 ** receiveCount(message));\n      return;',
      ),
    ],
    caughtBy: [`${runtime}/events.test.ts`, 'what fails comes again'],
  },
  {
    name: 'message-once',
    without: 'the look whether somebody was told already',
    edits: [edit(`${notification}/sql/queue-message.sql`, 'where not told.about_this', 'where true')],
    caughtBy: [ledgerTest, 'a check-in that was undone'],
  },
  {
    name: 'message-subject-lock',
    without: 'the lock of what a message is about',
    edits: [edit(`${notification}/ledger.ts`, 'await query(client, lockSubject, [appointmentId]);')],
    caughtBy: [ledgerTest, 'one decision at a time about what is owed'],
  },
  {
    name: 'message-unique',
    without: 'the unique key of the ledger',
    edits: [
      edit(
        `${notification}/migrations/0001-message.sql`,
        'unique (person_id, channel, template, subject_id, subject_version),',
      ),
    ],
    caughtBy: [ledgerTest, 'the table itself refuses a second message'],
  },
  {
    name: 'message-older',
    without: 'the suppression of what is old news',
    edits: [
      edit(
        `${notification}/sql/queue-message.sql`,
        "case when told.sequence > $7::integer then 'suppressed' else 'queued' end",
        "'queued'",
      ),
    ],
    caughtBy: [ledgerTest, 'an older version that comes later'],
  },
  {
    name: 'message-claim',
    without: 'the claim that a sender’s word counts for',
    edits: [edit(`${notification}/sql/finish-message.sql`, 'and tries = $2', 'and $2::int > 0')],
    caughtBy: [ledgerTest, 'two senders never hold one message'],
  },
  {
    name: 'message-lease',
    without: 'the lease of a claimed message',
    edits: [
      edit(
        `${notification}/sql/claim-messages.sql`,
        ', due_at = $3::timestamptz + make_interval(secs => $2::double precision / 1000)',
        ', provider_message_id = $2::text',
      ),
    ],
    caughtBy: [ledgerTest, 'two senders never hold one message'],
  },
  {
    name: 'message-reconciled',
    without: 'the messages that the reconciler makes up for',
    edits: [edit(`${notification}/reconcile.ts`, 'stored === undefined ? [] : owed', '[] as typeof owed')],
    caughtBy: [`${notification}/late-news.test.ts`, 'a lost queue repairs itself'],
  },
  {
    name: 'verify-acknowledged',
    without: 'verify’s look for acknowledged bookings',
    edits: [
      edit('services/local/verify/acknowledged.ts', 'acknowledged.length === 0', 'acknowledged.length >= 0'),
    ],
    caughtBy: ['services/local/verify/verify.test.ts', 'each planted fault is found'],
  },
  {
    name: 'verify-items',
    without: 'verify’s look for bookings without an item',
    edits: [
      edit(
        'services/local/verify/compare/appointments.ts',
        "if (item === undefined) return 'no item for a reservation'",
        'if (item === undefined) return undefined',
      ),
    ],
    caughtBy: ['services/local/verify/verify.test.ts', 'each planted fault is found'],
  },
  {
    name: 'verify-item-keys',
    without: 'verify’s look for items that are found by what their version does not say',
    edits: [
      edit(
        'services/local/verify/compare/appointments.ts',
        'every(([name, value]) => item[name] === value)',
        'every(([name]) => name in item)',
      ),
    ],
    caughtBy: ['services/local/verify/verify.test.ts', 'an item whose keys its reservation does not give'],
  },
  {
    name: 'item-of-release-before',
    without: 'the replacement of items that a release with a smaller contract wrote',
    edits: [edit(`${appointment}/tables/project-appointment.ts`, 'attribute_not_exists(#contract) or ', '')],
    caughtBy: [
      `${appointment}/events/rewriter.test.ts`,
      'items of the release before are written again once',
    ],
  },
  {
    name: 'verify-announced',
    without: 'verify’s look for versions without an event',
    edits: [
      edit(
        `${scheduler}/verify/appointment/always.sql`,
        'where o.id is null and d.decided_at',
        'where false and d.decided_at',
      ),
    ],
    caughtBy: [`${scheduler}/verify/verify.test.ts`, 'each check finds what it is there to find'],
  },
  {
    name: 'verify-published',
    without: 'verify’s look for events that stay',
    edits: [edit(`${scheduler}/verify/whole/settled.sql`, 'where published_at is null', 'where false')],
    caughtBy: [`${scheduler}/verify/verify.test.ts`, 'each check finds what it is there to find'],
  },
];
