import { edit, type Mutant } from '../types.ts';

const scheduler = 'services/scheduler';
const retryTest = `${scheduler}/waiting/retry-entries.test.ts`;
const sweep = `${scheduler}/waiting/retry-sweep.test.ts`;
const settler = `${scheduler}/waiting/settler.ts`;

/** Whoever waits is looked at again when something may let a free slot fit. */
export const retried: readonly Mutant[] = [
  {
    name: 'mark-on-cancel',
    without: 'the mark of who cancels a visit',
    edits: [
      edit(
        `${scheduler}/booking/update-reservation.sql`,
        "r.status = 'cancelled' or r.slot_id <> before.slot_id",
        'r.slot_id <> before.slot_id',
      ),
    ],
    caughtBy: [retryTest, 'the patient moves or cancels a visit at that time'],
  },
  {
    name: 'mark-on-move',
    without: 'the mark of who moves a visit',
    edits: [
      edit(
        `${scheduler}/booking/update-reservation.sql`,
        "r.status = 'cancelled' or r.slot_id <> before.slot_id",
        "r.status = 'cancelled'",
      ),
    ],
    caughtBy: [retryTest, 'the patient moves or cancels a visit at that time'],
  },
  {
    name: 'mark-on-end-of-offer',
    without: 'the mark of whose offer ends elsewhere',
    edits: [edit(`${scheduler}/waiting/update-entry.sql`, "before.state = 'offered'", 'false')],
    caughtBy: [retryTest, 'an offer that the patient has at that time ends'],
  },
  {
    name: 'mark-on-reach',
    without: 'the mark of who can take steps again',
    edits: [
      edit(
        `${scheduler}/directory/set-patient-reach.sql`,
        'case when wider.is_wider then $5 else e.retry_at end',
        'case when wider.is_wider then e.retry_at else e.retry_at end',
      ),
    ],
    caughtBy: [retryTest, 'the patient can take steps again'],
  },
  {
    name: 'mark-at-midnight',
    without: 'the mark at the end of the last date',
    edits: [
      edit(
        `${scheduler}/waiting/find-slot-for-entry.ts`,
        'return new Date(clockOf(await zoneOf(tx, entry), addDays(entry.latest_date, 1)).until(0));',
        'return null;',
      ),
    ],
    caughtBy: [retryTest, 'the last date passes'],
  },
  {
    name: 'open-horizon',
    without: 'the settling of slots that come within the horizon',
    edits: [edit(settler, '        () => openHorizon(pool, clock()),\n')],
    caughtBy: [retryTest, 'a slot comes within the horizon'],
  },
  {
    name: 'settle-beside',
    without: 'the free seats beside one that is given back',
    edits: [edit(`${scheduler}/waiting/settle.ts`, '[...open, ...beside.map(({ id }) => id)]', 'open')],
    caughtBy: [retryTest, 'the last taken seat of a class is given back'],
  },
  {
    name: 'settle-what-was-kept-for-a-move',
    without: 'the settling of a new time that no visit took',
    edits: [
      edit(
        `${scheduler}/leave/change-rules.ts`,
        '    if (opened.length > 0) await query(tx, settleLeft, [opened]);\n',
      ),
    ],
    caughtBy: [`${scheduler}/leave/changes-that-meet.test.ts`, 'a new time that was kept for a visit'],
  },
  {
    name: 'look-at-others-entries',
    without: 'the way past entries that another process has',
    edits: [
      edit(`${scheduler}/waiting/entries-to-retry.sql`, 'for no key update skip locked', 'for no key update'),
    ],
    caughtBy: [sweep, 'two processes take different entries'],
  },
  {
    name: 'look-again-after-failure',
    without: 'the second try of a look that failed',
    edits: [
      edit(
        `${scheduler}/waiting/entries-to-retry.sql`,
        'set retry_at = $2',
        'set retry_at = nullif($2::timestamptz, $2::timestamptz)',
      ),
    ],
    caughtBy: [sweep, 'what a process has taken that ends before it looks'],
  },
  {
    name: 'look-without-marks',
    without: 'the look at whom nothing marked',
    edits: [
      edit(
        `${scheduler}/waiting/retry-entries.ts`,
        "await forEach(forgotten, (entry) => retry(parts, entry, 'not-seen'));",
      ),
    ],
    caughtBy: [sweep, 'an entry that fits though nothing marked it'],
  },
  {
    name: 'verify-looked-at',
    without: 'verify’s look for marks that nobody follows',
    edits: [edit(`${scheduler}/verify/whole/settled.sql`, "where e.state = 'waiting'\n", 'where false\n')],
    caughtBy: [`${scheduler}/verify/verify.test.ts`, 'each check finds what it is there to find'],
  },
];
