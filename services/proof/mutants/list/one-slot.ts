import { edit, type Mutant } from '../types.ts';

const scheduler = 'services/scheduler';
const tables = `${scheduler}/migrations/0002-booking.sql`;
const engine = `${scheduler}/migrations/0005-engine.sql`;
const backstops = `${scheduler}/booking/backstops.test.ts`;
const locks = `${scheduler}/booking/locks.test.ts`;
const holdTest = `${scheduler}/booking/hold-slot.test.ts`;
const reserveTest = `${scheduler}/booking/reserve.test.ts`;
const moveTest = `${scheduler}/booking/move-reservation.test.ts`;

const visitChecks = `${scheduler}/verify/appointment/always.sql`;
const slotChecks = `${scheduler}/verify/slot/always.sql`;
const checksTest = `${scheduler}/verify/verify.test.ts`;

const taken = edit(
  `${scheduler}/engine/refusal-to-take.ts`,
  "if (seen.state !== 'free' && !(seen.state === 'held' && seen.isOwnHold)) return 'taken';",
);
const slotIndex = edit(tables, 'unique index reservation_one_per_slot', 'index reservation_one_per_slot');
const slotStates = edit(
  `${scheduler}/booking/write-bookings.sql`,
  "where s.id = item.slot_id and s.state in ('free', 'held')",
  'where s.id = item.slot_id',
);
const elsewhere = edit(
  `${scheduler}/booking/plan-booking.ts`,
  'isBusy: other !== undefined',
  'isBusy: false',
);
const patientPlaces = edit(
  tables,
  'exclude using gist (patient_id with =, during with &&)',
  'exclude using gist (appointment_id with =, during with &&)',
);
const providerPlaces = edit(
  tables,
  'exclude using gist (provider_id with =, visit_id with <>, blocks with &&)',
  'exclude using gist (id with =, visit_id with <>, blocks with &&)',
);
const patientLock = edit(`${scheduler}/locks.ts`, 'await query(tx, sql.patients, [ids]);');
const comparison = edit(
  `${scheduler}/booking/write-version.ts`,
  'if (current.version !== expectedVersion) throw staleVersion(current);',
);
const versionOfRow = edit(
  `${scheduler}/booking/update-reservation.sql`,
  ' and r.version = $2',
  ' and $2::int > 0',
);

/** No slot is ever double-booked, no provider or patient in two places at once. */
export const oneSlot: readonly Mutant[] = [
  {
    name: 'slot-index',
    without: 'the unique index reservation_one_per_slot',
    edits: [slotIndex],
    caughtBy: [backstops, 'reservation_one_per_slot'],
  },
  {
    name: 'slot-taken',
    without: 'the check that the slot is free or held for this patient',
    edits: [taken],
    caughtBy: [reserveTest, '64 patients want one slot'],
  },
  {
    name: 'slot-states',
    without: 'the states from which write-bookings.sql takes a slot',
    edits: [slotStates],
    caughtBy: [backstops, 'write-bookings says that a slot is not to be had'],
  },
  {
    name: 'slot-all-three',
    without: 'check, states and index together',
    edits: [taken, slotStates, slotIndex],
    caughtBy: [reserveTest, '64 patients want one slot'],
  },
  {
    name: 'slot-lock',
    without: 'the lock of slots that are asked for',
    edits: [edit(`${scheduler}/booking/lock-wanted-slots.sql`, 'for no key update of s')],
    caughtBy: [locks, 'booking waits for who is about to take the slot'],
  },
  {
    name: 'slot-own-hold',
    without: 'the check whose hold it is',
    edits: [
      edit(
        `${scheduler}/engine/refusal-to-take.ts`,
        "(seen.state === 'held' && seen.isOwnHold)",
        "(seen.state === 'held')",
      ),
    ],
    caughtBy: [holdTest, 'a hold keeps the slot from others'],
  },
  {
    name: 'slot-retired',
    without: 'the check that a rule still gives the slot',
    edits: [edit(`${scheduler}/booking/refuse.ts`, "slot.is_retired ? 'closed' : slot.state", 'slot.state')],
    caughtBy: [`${scheduler}/leave/plan-leave.test.ts`, 'a hold on a time that leave takes away'],
  },
  {
    name: 'slot-once',
    without: 'the key of a slot: session, local start, seat',
    edits: [edit(tables, 'unique (session_id, local_start, seat),')],
    caughtBy: [backstops, 'slot_session_id_local_start_seat_key'],
  },
  {
    name: 'slot-book',
    without: 'the state from which book-slot.sql takes a slot',
    edits: [edit(`${scheduler}/booking/book-slot.sql`, 'and state = $2', 'and $2::text is not null')],
    caughtBy: [backstops, 'book-slot: '],
  },
  {
    name: 'slot-hold',
    without: 'the state from which hold-slot.sql takes a slot',
    edits: [edit(`${scheduler}/booking/hold.ts`, " and state = 'free'")],
    caughtBy: [backstops, 'hold-slot: '],
  },
  {
    name: 'slot-hold-best',
    without: 'the state from which hold-best.sql takes a slot',
    edits: [edit(`${scheduler}/booking/hold-best.sql`, "where s.state = 'free'", 'where true')],
    caughtBy: [backstops, 'hold-best: '],
  },
  {
    name: 'slot-hold-settling',
    without: 'the states from which hold-settling.sql takes a slot',
    edits: [edit(`${scheduler}/waiting/hold-settling.sql`, " and s.state in ('settling', 'free')")],
    caughtBy: [backstops, 'hold-settling: '],
  },
  {
    name: 'slot-merge',
    without: 'the states of a slot that a longer visit takes in',
    edits: [edit(`${scheduler}/booking/merge-slots.sql`, " and n.state in ('free', 'settling')")],
    caughtBy: [backstops, 'merge-slots: '],
  },
  {
    name: 'slot-merge-check',
    without: 'the check that the next slot is free for a longer visit',
    edits: [
      edit(`${scheduler}/booking/plan-booking.ts`, "if (next?.state !== 'free')", 'if (next === undefined)'),
    ],
    caughtBy: [`${scheduler}/booking/longer-visit.test.ts`, 'no room for a longer visit'],
  },
  {
    name: 'slot-merged-closed',
    without: 'the constraint slot_merged_is_closed',
    edits: [edit(engine, "check (merged_into is null or state = 'closed')", 'check (true)')],
    caughtBy: [backstops, 'slot_merged_is_closed'],
  },
  {
    name: 'hold-slot-index',
    without: 'the unique index hold_one_per_slot',
    edits: [edit(tables, 'unique index hold_one_per_slot', 'index hold_one_per_slot')],
    caughtBy: [backstops, 'hold_one_per_slot'],
  },
  {
    name: 'hold-patient-index',
    without: 'the unique index hold_one_per_patient',
    edits: [edit(tables, 'unique index hold_one_per_patient', 'index hold_one_per_patient')],
    caughtBy: [backstops, 'hold_one_per_patient'],
  },
  {
    name: 'hold-end',
    without: 'the state in which end-hold.sql finds a hold',
    edits: [edit(`${scheduler}/booking/end-hold.sql`, " and state = 'open'")],
    caughtBy: [backstops, 'end-hold: '],
  },
  {
    name: 'referral-index',
    without: 'the unique index reservation_one_per_referral',
    edits: [edit(engine, 'unique index reservation_one_per_referral', 'index reservation_one_per_referral')],
    caughtBy: [backstops, 'reservation_one_per_referral'],
  },
  {
    name: 'patient-places',
    without: 'the exclusion reservation_patient_in_one_place',
    edits: [patientPlaces],
    caughtBy: [backstops, 'reservation_patient_in_one_place'],
  },
  {
    name: 'patient-elsewhere',
    without: 'the check that the patient is nowhere else',
    edits: [elsewhere],
    caughtBy: [moveTest, 'a patient cannot move onto another visit of theirs'],
  },
  {
    name: 'patient-both',
    without: 'check and exclusion together',
    edits: [elsewhere, patientPlaces],
    caughtBy: [reserveTest, 'one patient races for overlapping times'],
  },
  {
    name: 'patient-elsewhere-offer',
    without: 'the check that who accepts an offer is nowhere else',
    edits: [edit(`${scheduler}/waiting/accept-offer.ts`, 'await refuseElsewhere(tx, entry);')],
    caughtBy: [`${scheduler}/waiting/races.test.ts`, 'an offer at a time of another visit'],
  },
  {
    name: 'patient-waited-conflict',
    without: 'the answer to a constraint that objects when an entry is booked',
    edits: [edit(`${scheduler}/waiting/book-entry.ts`, 'on conflict do nothing')],
    caughtBy: [backstops, 'insert-waited-reservation: '],
  },
  {
    name: 'patient-lock-of-batch',
    without: 'the lock of the patients of a batch',
    edits: [
      edit(`${scheduler}/booking/reserve-batch.ts`, 'lockPatients(tx, patients),', 'Promise.resolve(),'),
    ],
    caughtBy: [locks, 'booking waits for what else changes for the patient'],
  },
  {
    name: 'patient-lock',
    without: 'the lock of a patient',
    edits: [patientLock],
    caughtBy: [locks, 'moving waits for what else changes for the patient'],
  },
  {
    name: 'patient-lock-hold',
    without: 'the lock of the patient for whom a slot is held',
    edits: [edit(`${scheduler}/booking/hold-slot.ts`, 'await lockPatients(tx, [patientId]);')],
    caughtBy: [locks, 'holding waits for what else changes for the patient'],
  },
  {
    name: 'patient-lock-propose',
    without: 'the lock of the patient for whom the best slot is held',
    edits: [edit(`${scheduler}/booking/hold-best.ts`, 'await lockPatients(tx, [patientId]);')],
    caughtBy: [`${scheduler}/booking/propose.test.ts`, 'many tabs of one patient'],
  },
  {
    name: 'provider-places',
    without: 'the exclusion slot_provider_in_one_place',
    edits: [providerPlaces],
    caughtBy: [reserveTest, 'a provider whose slots overlap gets one of them booked'],
  },
  {
    name: 'provider-places-explained',
    without: 'the words for who meets slot_provider_in_one_place',
    edits: [edit(`${scheduler}/booking/constraints.ts`, " || constraint === 'slot_provider_in_one_place'")],
    caughtBy: [reserveTest, 'a provider whose slots overlap gets one of them booked'],
  },
  {
    name: 'provider-elsewhere-best',
    without: 'the provider’s other visits when the best slot is held',
    edits: [edit(`${scheduler}/booking/hold-best.sql`, "and o.state in ('held', 'booked')", 'and false')],
    caughtBy: [backstops, 'hold-best, the provider: '],
  },
  {
    name: 'provider-elsewhere-offer',
    without: 'the provider’s other visits when a slot is offered',
    edits: [edit(`${scheduler}/waiting/hold-settling.sql`, "and o.state in ('held', 'booked')", 'and false')],
    caughtBy: [backstops, 'hold-settling, the provider: '],
  },
  {
    name: 'provider-sessions',
    without: 'the refusal of sessions at the same time',
    edits: [
      edit(
        `${scheduler}/calendar/overlap.ts`,
        'if (date === undefined) continue;',
        'if (date !== "") continue;',
      ),
    ],
    caughtBy: [`${scheduler}/leave/put-session.test.ts`, 'what cannot be is refused'],
  },
  {
    name: 'version-compared',
    without: 'the comparison with the version that the caller saw',
    edits: [comparison],
    caughtBy: [moveTest, 'a move that cannot be leaves everything as it was'],
  },
  {
    name: 'version-of-row',
    without: 'the version at which update-reservation.sql finds the row',
    edits: [versionOfRow],
    caughtBy: [backstops, 'update-reservation: '],
  },
  {
    name: 'version-both',
    without: 'comparison and version of the row together',
    edits: [comparison, versionOfRow],
    caughtBy: [moveTest, 'racing changes of one version: one passes'],
  },
  {
    name: 'version-lock-and-row',
    without: 'the lock of the patient and the version of the row together',
    edits: [patientLock, versionOfRow],
    caughtBy: [moveTest, 'racing changes of one version: one passes'],
  },
  {
    name: 'verify-slot',
    without: 'verify’s look for slots that are booked twice',
    edits: [edit(visitChecks, 'where b.slot_id = a.slot_id and', 'where false and')],
    caughtBy: [checksTest, 'each check finds what it is there to find'],
  },
  {
    name: 'verify-patient',
    without: 'verify’s look for patients in two places',
    edits: [edit(visitChecks, 'b.during && a.during and', 'false and')],
    caughtBy: [checksTest, 'each check finds what it is there to find'],
  },
  {
    name: 'verify-provider',
    without: 'verify’s look for providers in two places',
    edits: [edit(slotChecks, 'and b.blocks && a.blocks', 'and false')],
    caughtBy: [checksTest, 'each check finds what it is there to find'],
  },
  {
    name: 'verify-slot-state',
    without: 'verify’s comparison of a slot’s state with who has it',
    edits: [edit(slotChecks, "(s.state = 'booked') <> (r.slot_id is not null)", 'false')],
    caughtBy: [checksTest, 'each check finds what it is there to find'],
  },
];
