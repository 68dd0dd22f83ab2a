import { edit, type Mutant } from '../types.ts';

const scheduler = 'services/scheduler';
const tables = `${scheduler}/migrations/0002-booking.sql`;
const backstops = `${scheduler}/booking/backstops.test.ts`;
const locks = `${scheduler}/booking/locks.test.ts`;
const races = `${scheduler}/waiting/races.test.ts`;
const waitlistTest = `${scheduler}/waiting/waitlist.test.ts`;
const holdTest = `${scheduler}/booking/hold-slot.test.ts`;
const moveTest = `${scheduler}/booking/move-reservation.test.ts`;
const settler = `${scheduler}/waiting/settler.ts`;

const afterCommit = edit(
  settler,
  'if (atWork.size >= MAX_AT_ONCE || atWork.has(specialtyId)) return;',
  'return;',
);
const bySweep = edit(settler, '        settleWhatIsLeft,\n');

/** A freed slot is settled: offered to the highest-ranked waiting patient whom it fits, or free. */
export const freedIsSettled: readonly Mutant[] = [
  {
    name: 'free-on-cancel',
    without: 'the slot that a cancelled or moved visit gives back',
    edits: [
      edit(
        `${scheduler}/booking/write-version.ts`,
        'if (next.freedSlotId === undefined) return false;',
        'return false;',
      ),
    ],
    caughtBy: [moveTest, 'a cancelled slot is free again'],
  },
  {
    name: 'free-by-settling',
    without: 'the way of a freed slot through settling',
    edits: [
      edit(
        `${scheduler}/booking/free-slots.sql`,
        "set state = 'settling', end_at",
        "set state = 'free', end_at",
      ),
    ],
    caughtBy: [locks, 'settling and joining wait for who settles the specialty'],
  },
  {
    name: 'free-only-taken',
    without: 'the states from which free-slots.sql frees a slot',
    edits: [edit(`${scheduler}/booking/free-slots.sql`, " and state in ('booked', 'held')")],
    caughtBy: [backstops, 'free-slots: '],
  },
  {
    name: 'free-merged',
    without: 'the release of what a longer visit took in',
    edits: [
      edit(
        `${scheduler}/booking/free-slots.sql`,
        'where n.merged_into = freed.id',
        'where n.merged_into = freed.id and false',
      ),
    ],
    caughtBy: [`${scheduler}/booking/longer-visit.test.ts`, 'a longer visit takes in the next slot'],
  },
  {
    name: 'settle-by-sweep',
    without: 'the sweep that settles what is left',
    edits: [bySweep],
    caughtBy: [holdTest, 'an expired hold may be used'],
  },
  {
    name: 'settle-after-commit-and-sweep',
    without: 'settling after the commit and by the sweep',
    edits: [afterCommit, bySweep],
    caughtBy: [moveTest, 'a cancelled slot is free again'],
  },
  {
    name: 'settle-lock',
    without: 'the lock of the specialty that is settled',
    edits: [edit(`${scheduler}/waiting/settle.ts`, 'lockSpecialties(tx, [specialtyId]),', 'undefined,')],
    caughtBy: [locks, 'settling and joining wait for who settles the specialty'],
  },
  {
    name: 'settle-offers',
    without: 'the offer of a freed slot to who waits, and the look again',
    edits: [
      edit(
        `${scheduler}/waiting/settle.ts`,
        'isWaitedFor && open.length > 0',
        'isWaitedFor && open.length < 0',
      ),
      edit(settler, '        () => retryEntries(parts),\n'),
    ],
    caughtBy: [waitlistTest, 'what is freed is offered'],
  },
  {
    name: 'settle-only-settling',
    without: 'the state from which settle-slots.sql settles',
    edits: [edit(`${scheduler}/waiting/settle-slots.sql`, " and state = 'settling'")],
    caughtBy: [backstops, 'settle-slots: '],
  },
  {
    name: 'settle-retired',
    without: 'the closing of slots that no rule gives',
    edits: [
      edit(
        `${scheduler}/waiting/settle-slots.sql`,
        "when is_retired or start_at <= $2 then 'closed'",
        "when start_at <= $2 then 'closed'",
      ),
    ],
    caughtBy: [moveTest, 'a slot that no rule gives any more closes'],
  },
  {
    name: 'settle-in-order',
    without: 'the order of those who wait',
    edits: [
      edit(
        `${scheduler}/waiting/match.ts`,
        '.sort((a, b) => compare(a.waiting, b.waiting))',
        '.sort((a, b) => compare(b.waiting, a.waiting))',
      ),
    ],
    caughtBy: [`${scheduler}/waiting/match.test.ts`, 'each slot goes to the first whom it fits'],
  },
  {
    name: 'settle-one-each',
    without: 'the note that a slot has gone to somebody',
    edits: [edit(`${scheduler}/waiting/match.ts`, 'gone.add(chosen);')],
    caughtBy: [`${scheduler}/waiting/match.test.ts`, 'each slot goes to the first whom it fits'],
  },
  {
    name: 'search-free-only',
    without: 'the state of slots that search shows',
    edits: [
      edit(
        `${scheduler}/booking/search-slots.sql`,
        "where state = 'free' and",
        "where state in ('free', 'settling') and",
      ),
    ],
    caughtBy: [locks, 'settling and joining wait for who settles the specialty'],
  },
  {
    name: 'join-looks',
    without: 'the search for a free slot by who joins',
    edits: [
      edit(
        `${scheduler}/waiting/join-waitlist.ts`,
        'entry: await findSlotForEntry(tx, parts, entry, now)',
        'entry',
      ),
    ],
    caughtBy: [waitlistTest, 'who joins while a time is free is offered it at once'],
  },
  {
    name: 'join-lock',
    without: 'the lock of the specialty by who joins',
    edits: [edit(`${scheduler}/waiting/lock-entry.ts`, 'await lockSpecialties(tx, [whose.specialty_id]);')],
    caughtBy: [locks, 'settling and joining wait for who settles the specialty'],
  },
  {
    name: 'join-patient-lock',
    without: 'the lock of the patient who joins',
    edits: [
      edit(
        `${scheduler}/waiting/lock-entry.ts`,
        'await lockSpecialties(tx, [whose.specialty_id]);\n  await lockPatients(tx, [whose.patient_id]);',
        'await lockSpecialties(tx, [whose.specialty_id]);',
      ),
    ],
    caughtBy: [locks, 'joining waits for what else changes for the patient'],
  },
  {
    name: 'join-once',
    without: 'the unique index waitlist_entry_one_per_specialty',
    edits: [
      edit(tables, 'unique index waitlist_entry_one_per_specialty', 'index waitlist_entry_one_per_specialty'),
    ],
    caughtBy: [waitlistTest, 'joining is idempotent, one entry per patient and specialty'],
  },
  {
    name: 'look-again',
    without: 'the look again for entries for which something may fit',
    edits: [edit(settler, '        () => retryEntries(parts),\n')],
    caughtBy: [races, 'a patient is not offered two times that overlap'],
  },
  {
    name: 'expire-holds',
    without: 'the end of holds whose time is up',
    edits: [edit(settler, '        () => expireHolds(pool, clock()),\n')],
    caughtBy: [holdTest, 'an expired hold may be used'],
  },
  {
    name: 'expire-holds-in-time',
    without: 'the time after which expire-holds.sql ends a hold',
    edits: [
      edit(`${scheduler}/waiting/settler.ts`, ' and expires_at <= $2', ' and $2::timestamptz is not null'),
    ],
    caughtBy: [backstops, 'expire-holds: '],
  },
  {
    name: 'expire-offers',
    without: 'the end of offers whose time is up',
    edits: [edit(settler, '        () => expireOffers(parts),\n')],
    caughtBy: [races, 'an offer that nobody answers goes on'],
  },
  {
    name: 'release-carve-outs',
    without: 'the release of what was kept for urgent needs',
    edits: [edit(settler, '        () => query(pool, sql.release, [clock()]),\n')],
    caughtBy: [races, 'what was kept for urgent needs goes to those who wait'],
  },
  {
    name: 'release-by-settling',
    without: 'the way of a released carve-out through settling',
    edits: [
      edit(`${scheduler}/waiting/release-carve-outs.sql`, "set state = 'settling'", "set state = 'free'"),
    ],
    caughtBy: [races, 'what was kept for urgent needs goes to those who wait'],
  },
  {
    name: 'offer-hold-index',
    without: 'the unique index hold_one_per_entry',
    edits: [edit(tables, 'unique index hold_one_per_entry', 'index hold_one_per_entry')],
    caughtBy: [backstops, 'hold_one_per_entry'],
  },
  {
    name: 'offer-second-slot-kept',
    without: 'the look whether the second slot of a longer visit is kept for urgent needs',
    edits: [
      edit(
        `${scheduler}/waiting/fits-of-entry.sql`,
        '  and is_open_to(urgency, next_reserved_for, next_release_at, $2)\n',
      ),
    ],
    caughtBy: [races, 'a longer visit is not offered a slot that is followed by one kept'],
  },
  {
    name: 'offer-once',
    without: 'the key that offers a slot to an entry once',
    edits: [edit(tables, 'unique (entry_id, slot_id)', 'check (expires_at is not null)')],
    caughtBy: [backstops, 'hold_entry_id_slot_id_key'],
  },
  {
    name: 'offer-once-looked-at',
    without: 'the look whether the entry was offered the slot before',
    edits: [
      edit(
        `${scheduler}/migrations/0026-classes.sql`,
        'where h.entry_id = w.appointment_id and o.visit_id = w.visit_id',
        'where false',
      ),
    ],
    caughtBy: [waitlistTest, 'what is freed is offered'],
  },
  {
    name: 'offer-in-time',
    without: 'the comparison of an answer with the end of its offer',
    edits: [edit(`${scheduler}/waiting/accept-offer.ts`, 'if (entry.expires_at <= now) throw offerEnded();')],
    caughtBy: [races, 'accepting and the end of the offer'],
  },
  {
    name: 'offer-revoked',
    without: 'the check that a rule still gives the offered slot',
    edits: [
      edit(`${scheduler}/waiting/accept-offer.ts`, 'if (await isRevoked(tx, entry)) throw offerEnded();'),
      edit(
        `${scheduler}/waiting/expired-offers.sql`,
        '(h.expires_at <= $1 or s.is_retired)',
        '(h.expires_at <= $1)',
      ),
    ],
    caughtBy: [waitlistTest, 'an offer of a slot that is given no more'],
  },
  {
    name: 'offer-lock',
    without: 'the locks of who answers an offer',
    edits: [edit(`${scheduler}/waiting/change-entry.ts`, 'await lock(tx, appointmentId, whose);')],
    caughtBy: [locks, 'accepting an offer waits for what else changes for the patient'],
  },
  {
    name: 'offer-version',
    without: 'the comparison with the entry’s version',
    edits: [
      edit(
        `${scheduler}/waiting/change-entry.ts`,
        'if (entry.version !== expectedVersion) throw staleEntry(entry);',
      ),
    ],
    caughtBy: [waitlistTest, 'other wishes are looked through at once'],
  },
  {
    name: 'offer-version-of-row',
    without: 'the version at which update-entry.sql finds the row',
    edits: [edit(`${scheduler}/waiting/update-entry.sql`, 'and version = $2', 'and $2::int > 0')],
    caughtBy: [backstops, 'update-entry: '],
  },
  {
    name: 'offer-by-day',
    without: 'the night in which no offer ends',
    edits: [
      edit(
        `${scheduler}/waiting/offer-deadline.ts`,
        'isDay(timeZone, wishedMs) ? wishedMs',
        'isDay(timeZone, lastMs) || true ? wishedMs',
      ),
    ],
    caughtBy: [`${scheduler}/waiting/offer-deadline.test.ts`, 'whatever the zone and the hour'],
  },
  {
    name: 'offer-before-notice',
    without: 'the end of an offer before the notice of the visit',
    edits: [
      edit(`${scheduler}/waiting/offer-deadline.ts`, 'if (endMs <= lastMs) return endMs;', 'return endMs;'),
    ],
    caughtBy: [`${scheduler}/waiting/offer-deadline.test.ts`, 'an offer ends before the notice of the visit'],
  },
  {
    name: 'offer-misses',
    without: 'the end of a place after three misses',
    edits: [edit(`${scheduler}/waiting/expire-offers.ts`, 'MOST_MISSES = 3', 'MOST_MISSES = 300')],
    caughtBy: [races, 'an offer that nobody answers goes on'],
  },
  {
    name: 'verify-settled',
    without: 'verify’s look for slots that stay settling',
    edits: [edit(`${scheduler}/verify/whole/settled.sql`, "where state = 'settling'", 'where false')],
    caughtBy: [`${scheduler}/verify/verify.test.ts`, 'each check finds what it is there to find'],
  },
  {
    name: 'verify-nobody-stranded',
    without: 'verify’s look for slots kept from who waits',
    edits: [edit(`${scheduler}/verify/kept-slot/settled.sql`, "w.entry_state = 'waiting' and", 'false and')],
    caughtBy: [`${scheduler}/verify/verify.test.ts`, 'each check finds what it is there to find'],
  },
  {
    name: 'verify-offer',
    without: 'verify’s comparison of offers with holds',
    edits: [
      edit(
        `${scheduler}/verify/appointment/always.sql`,
        "where (e.state = 'offered') <> (h.id is not null)",
        'where false',
      ),
    ],
    caughtBy: [`${scheduler}/verify/verify.test.ts`, 'each check finds what it is there to find'],
  },
];
